package io.github.rustcross.catalog;

/**
 * One value of a catalog's entry.
 *
 * @param path the keys that lead to it inside the entry, such as {@code libc.floor} or {@code
 *     toolchains[0].use}
 * @param text what is written there; {@code []} and {@code {}} for a list and a mapping with
 *     nothing in them
 * @param origin who says so: of a value out of a family the family's line, of an item that an
 *     overlay appends to a list the overlay's
 */
public record CatalogValue(String path, String text, Origin origin) {}
