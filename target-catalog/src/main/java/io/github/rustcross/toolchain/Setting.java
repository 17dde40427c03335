package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Origin;

/**
 * A value that ends up in a build, and where it comes from.
 *
 * @param value the value
 * @param origin where it comes from
 */
public record Setting(String value, Origin origin) {}
