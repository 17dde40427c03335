package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Origin;
import java.nio.file.Path;

/**
 * A folder or program that was looked for on this machine, where it could have been another one.
 *
 * @param what {@code folder}, or the role of the program
 * @param path what was taken
 * @param how what named it, or the pattern of which it is the newest
 * @param origin where the catalog says so
 */
public record FoundPath(String what, Path path, String how, Origin origin) {}
