/** Programs that test: what cargo would run, running it, and reading what it says. */
package io.github.rustcross.maven.testing;
