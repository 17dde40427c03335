/**
 * Lays finished binaries at their place and packs them, so that the same input gives the same
 * bytes.
 */
package io.github.rustcross.maven.output;
