package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a binary is meant to be.
 *
 * @param file its name, for messages and for names that it should have itself
 * @param target the target that it was made for
 * @param parts the targets that it is joined from; the target itself where it is not joined
 * @param kind what it should be
 * @param floor the glibc version that is promised; empty where none is
 * @param allowed patterns of libraries that it may need besides those of the platform, with {@code
 *     *} for any characters
 */
public record BinarySubject(
    String file,
    Target target,
    List<Target> parts,
    ArtifactKind kind,
    Optional<GlibcVersion> floor,
    List<String> allowed) {
  /** Copies the lists. */
  public BinarySubject {
    parts = List.copyOf(parts);
    allowed = List.copyOf(allowed);
  }

  /** A file for one target, of which nothing but the catalog's promises is known. */
  public static BinarySubject of(String file, Target target, ArtifactKind kind) {
    return new BinarySubject(
        file,
        target,
        List.of(target),
        kind,
        target.defaultFloor().flatMap(GlibcVersion::parse),
        List.of());
  }
}
