/**
 * Compares what was measured in a binary with what the catalog promises of its target. Needs
 * neither Maven nor a build: any file, any target.
 */
package io.github.rustcross.verify;
