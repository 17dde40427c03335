/**
 * Debian's formats: versions, dependencies, indexes, signed release files and packages. Reads
 * streams and texts; neither files nor network.
 */
package io.github.rustcross.maven.debian;
