/** What is told to the user when something is wrong: stable codes, messages and remedies. */
package io.github.rustcross.maven.problem;
