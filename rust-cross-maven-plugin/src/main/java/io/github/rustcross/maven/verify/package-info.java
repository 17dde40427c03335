/** Compares what was measured in a binary with what the catalog promises of its target. */
package io.github.rustcross.maven.verify;
