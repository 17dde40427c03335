/** What rustc, cargo and rustup say of themselves and of a crate; read, never guessed. */
package io.github.rustcross.maven.rust;
