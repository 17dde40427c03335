package io.github.rustcross.bundle;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.GlibcNeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The targets that one or more files have to serve together.
 *
 * @param all each target once
 * @param common the glibc version that no binary may need more of, where no targets are named
 */
public record Expectations(List<Expectation> all, Optional<GlibcVersion> common) {
  /** Copies the list. */
  public Expectations {
    all = List.copyOf(all);
  }

  /** Those of targets. */
  public Expectations(List<Expectation> all) {
    this(all, Optional.empty());
  }

  /**
   * Compares files with what is expected of them together: each binary is of one of the targets and
   * keeps its glibc floor, and there is a binary for each target.
   *
   * @param bundles the files
   * @param together how to call them where something is in none of them
   * @return what is as expected and what is not; nothing if nothing is expected
   */
  public List<BundleCheck> check(List<Bundle> bundles, String together) {
    List<BundleCheck> checks = new ArrayList<>();
    List<BundleEntry> entries =
        bundles.stream()
            .flatMap(bundle -> bundle.entries().stream())
            .filter(entry -> entry.inspection().isPresent())
            .toList();
    for (BundleEntry entry : entries) {
      Stream.concat(all.isEmpty() ? Stream.of() : Stream.of(expected(entry)), floor(entry).stream())
          .forEach(check -> checks.add(new BundleCheck(entry.path(), check)));
    }
    for (Expectation expected : all) {
      TargetTriple triple = expected.target().triple();
      if (entries.stream().noneMatch(entry -> entry.targets().contains(triple))) {
        checks.add(
            new BundleCheck(
                together,
                Check.compared(
                    Rule.COVERAGE,
                    "",
                    "nothing for " + triple,
                    "a binary for it",
                    false,
                    Map.of())));
      }
    }
    return checks;
  }

  private List<Expectation> of(BundleEntry entry) {
    return all.stream()
        .filter(expected -> entry.targets().contains(expected.target().triple()))
        .toList();
  }

  private Check expected(BundleEntry entry) {
    return Check.compared(
        Rule.COVERAGE,
        "",
        entry.platform().text(),
        all.stream()
            .map(expected -> expected.target().triple().value())
            .collect(Collectors.joining(", ")),
        !of(entry).isEmpty(),
        Map.of());
  }

  /** The lowest floor of the targets that it serves. */
  private Optional<Check> floor(BundleEntry entry) {
    Optional<GlibcVersion> floor =
        of(entry).stream()
            .map(Expectation::floor)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .or(() -> common);
    Optional<GlibcNeed> actual = entry.floor();
    if (floor.isEmpty() || actual.isEmpty()) {
      return Optional.empty();
    }
    boolean kept = actual.get().version().compareTo(floor.get()) <= 0;
    return Optional.of(
        Check.compared(
            Rule.GLIBC,
            "",
            actual.get().toString(),
            floor.get() + " or older",
            kept,
            kept ? Map.of() : words(entry, actual.get(), floor.get())));
  }

  private Map<String, String> words(BundleEntry entry, GlibcNeed need, GlibcVersion floor) {
    Map<String, String> words = new HashMap<>(need.words(entry.glibc(), floor));
    of(entry).stream()
        .map(expected -> expected.target().triple())
        .findFirst()
        .or(() -> entry.targets().stream().findFirst())
        .ifPresent(triple -> words.put("triple", triple.value()));
    words.put("toolchain", "Build it against glibc " + floor + ". ");
    return words;
  }
}
