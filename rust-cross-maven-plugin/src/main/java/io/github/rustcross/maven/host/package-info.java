/**
 * The machine that builds: its variables, properties, folders and PATH; nothing else reads them.
 */
package io.github.rustcross.maven.host;
