/**
 * From the catalog to a build: which toolchain serves a target on this host, and the variables,
 * flags and scripts that it takes. Pure: it looks programs up, but runs and writes nothing.
 */
package io.github.rustcross.toolchain;
