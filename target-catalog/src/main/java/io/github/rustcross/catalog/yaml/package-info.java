/** Reads catalogs and overlays from YAML, with file, line and column in every message. */
package io.github.rustcross.catalog.yaml;
