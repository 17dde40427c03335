package io.github.rustcross.toolchain;

import io.github.rustcross.inspect.GlibcVersion;
import java.util.Optional;

/** What the user says of the glibc version that binaries may need. */
public sealed interface FloorRequest {
  /** Nothing: the catalog's default, or what a named toolchain can promise. */
  record Unspecified() implements FloorRequest {}

  /** {@code none}: whatever comes out. */
  record None() implements FloorRequest {}

  /**
   * No newer than this version.
   *
   * @param version the highest glibc version that binaries may need
   */
  record AtMost(GlibcVersion version) implements FloorRequest {}

  /**
   * The version that has to be promised.
   *
   * @param otherwise what holds where nothing was said
   */
  default Optional<GlibcVersion> floor(Optional<GlibcVersion> otherwise) {
    if (this instanceof AtMost asked) {
      return Optional.of(asked.version());
    }
    return this instanceof None ? Optional.empty() : otherwise;
  }
}
