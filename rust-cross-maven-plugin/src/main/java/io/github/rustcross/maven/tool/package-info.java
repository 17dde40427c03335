/** The tool cache: finds the catalog's tools on this machine, or fetches them, checked and once. */
package io.github.rustcross.maven.tool;
