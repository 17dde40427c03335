package io.github.rustcross.maven.rust;

import io.github.rustcross.toolchain.HostPlatform;

/**
 * What {@code rustc -vV} says.
 *
 * @param host the machine as rustc sees it
 * @param version such as {@code 1.95.0}
 */
public record RustCompiler(HostPlatform host, String version) {}
