/**
 * The catalog of Rust targets and of the toolchains that build for them, as an immutable model: the
 * public face of this library.
 */
package io.github.rustcross.catalog;
