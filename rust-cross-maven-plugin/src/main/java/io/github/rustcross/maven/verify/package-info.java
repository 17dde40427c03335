/**
 * Verifies what a build made: the catalog's rules, and those that need to know of the build (who
 * brought a symbol in, what is older than its sources, what Java expects).
 */
package io.github.rustcross.maven.verify;
