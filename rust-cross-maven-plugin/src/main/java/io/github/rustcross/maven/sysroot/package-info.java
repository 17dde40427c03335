/**
 * Sysroots: folders with headers and libraries of a target's system, made of Debian's packages
 * without root, on any machine.
 */
package io.github.rustcross.maven.sysroot;
