/**
 * Looks into files that nobody says anything of, jars of strangers above all: which binaries are in
 * them, for what platforms, and whether each lies where its platform is looked for. Needs neither
 * Maven nor a build.
 */
package io.github.rustcross.bundle;
