/** What the goals say that explain: targets, describe, doctor; for people and for programs. */
package io.github.rustcross.maven.explain;
