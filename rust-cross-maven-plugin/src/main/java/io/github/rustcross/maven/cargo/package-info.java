/** Runs cargo and understands what it says: JSON messages, progress and diagnostics. */
package io.github.rustcross.maven.cargo;
