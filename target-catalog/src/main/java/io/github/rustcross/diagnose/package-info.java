/** Explains why a build failed from what it printed: the catalog's knowledge, for one machine. */
package io.github.rustcross.diagnose;
