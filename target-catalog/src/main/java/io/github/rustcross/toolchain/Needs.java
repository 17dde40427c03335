package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a build asks of a toolchain.
 *
 * @param languages what the crates of the target's graph compile besides Rust; empty for pure Rust
 * @param kinds what is linked
 * @param sysroot what has to be compiled and linked against
 */
public record Needs(
    Set<Language> languages, Set<ArtifactKind> kinds, Optional<TargetSysroot> sysroot) {
  /** Copies the sets. */
  public Needs {
    languages = Set.copyOf(languages);
    kinds = Set.copyOf(kinds);
  }

  /** What a build without a sysroot asks. */
  public Needs(Set<Language> languages, Set<ArtifactKind> kinds) {
    this(languages, kinds, Optional.empty());
  }

  /** The same with something to link against. */
  public Needs with(Optional<TargetSysroot> linked) {
    return new Needs(languages, kinds, linked);
  }

  static String names(Set<Language> languages) {
    if (languages.isEmpty()) {
      return "nothing";
    }
    Set<Language> sorted = new TreeSet<>(EnumSet.copyOf(languages));
    return sorted.stream()
        .map(language -> language == Language.C ? "C" : "C++")
        .collect(Collectors.joining(" and "));
  }
}
