/** Attaches finished binaries to the Maven project; nothing else touches it. */
package io.github.rustcross.maven.attach;
