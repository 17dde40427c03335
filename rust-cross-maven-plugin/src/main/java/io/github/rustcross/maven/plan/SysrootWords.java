package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Sysroot;
import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The words of {@code rust.sysroot}: names of the catalog's sysroots, and folders. */
final class SysrootWords {
  /** The word for no sysroot. */
  static final String NONE = "none";

  private static final String PARAMETER = "rust.sysroot";

  private final TargetCatalog catalog;
  private final Path directory;
  private final List<Problem> problems;
  private final ScopedWords words;

  /**
   * Reads the words.
   *
   * @param said what the user says
   * @param problems gets everything that is wrong with them
   */
  SysrootWords(TargetScope scope, SysrootSettings said, List<Problem> problems) {
    this.catalog = scope.catalog();
    this.directory = said.directory();
    this.problems = problems;
    this.words =
        new ScopedWords(
            scope,
            PARAMETER,
            "sysroots",
            said.words().stream().map(SysrootWords::scoped).toList(),
            word -> unknown(word.value()),
            problems);
  }

  /** A folder's name may have a colon, which means nothing here. */
  private static ScopedWord scoped(String word) {
    int equals = word.indexOf('=');
    return new ScopedWord(
        equals < 0 ? Optional.empty() : Optional.of(word.substring(0, equals)),
        word.substring(equals + 1),
        Optional.empty());
  }

  /**
   * What a target is to have. A word for all targets holds for those that it can serve, so that one
   * build can have others beside them.
   *
   * @param own what {@code <perTarget>} says of it
   */
  Optional<SysrootRequest> request(Target target, Optional<String> own) {
    own.flatMap(this::unknown).ifPresent(problems::add);
    Optional<String> forItself = own.or(() -> words.ofItself(target).map(ScopedWord::value));
    if (forItself.isPresent()) {
      Optional<SysrootRequest> request = request(forItself.get());
      request.flatMap(asked -> unsuitable(target, asked)).ifPresent(problems::add);
      return request;
    }
    return words
        .ofAll()
        .flatMap(word -> request(word.value()))
        .filter(asked -> unsuitable(target, asked).isEmpty());
  }

  /**
   * Whether the user says of a target itself that it is to have one. This machine is served by a
   * word for all targets only where it is asked for by its triple.
   *
   * @param own what {@code <perTarget>} says of it
   */
  boolean isForItself(Target target, Optional<String> own) {
    return own.or(() -> words.ofItself(target).map(ScopedWord::value))
        .flatMap(this::request)
        .isPresent();
  }

  private Optional<SysrootRequest> request(String word) {
    if (word.equals(NONE)) {
      return Optional.empty();
    }
    return isFolder(word)
        ? Optional.of(new SysrootRequest.Folder(directory.resolve(word).normalize()))
        : Optional.ofNullable(catalog.sysroots().get(word)).map(SysrootRequest.OfCatalog::new);
  }

  private static boolean isFolder(String word) {
    return word.contains("/") || word.contains("\\") || word.equals(".");
  }

  private Optional<Problem> unknown(String word) {
    String nearest = DidYouMean.of(word, catalog.sysroots().keySet());
    return word.equals(NONE) || isFolder(word) || catalog.sysroots().containsKey(word)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.SYSROOT_UNKNOWN,
                "%s: there is no sysroot '%s'".formatted(PARAMETER, word),
                "%s%s A folder has a slash in it: ./%s"
                    .formatted(nearest, nearest.endsWith("?") ? "" : ".", word)));
  }

  /** The first of the catalog's sysroots that can be fetched for a target. */
  static Optional<Sysroot> suitable(TargetCatalog catalog, Target target) {
    return catalog.sysroots().values().stream()
        .filter(sysroot -> sysroot.source() instanceof SysrootSource.Suite)
        .filter(sysroot -> unsuitable(target, new SysrootRequest.OfCatalog(sysroot)).isEmpty())
        .findFirst();
  }

  /** Packages of a distribution are for its C library and its processors. */
  private static Optional<Problem> unsuitable(Target target, SysrootRequest request) {
    if (!(request instanceof SysrootRequest.OfCatalog named)) {
      return Optional.empty();
    }
    Sysroot sysroot = named.sysroot();
    String architecture =
        target.names().get("multiarch") == null ? null : target.names().get("dpkg");
    if (architecture == null) {
      return Optional.of(unsuitable(target, sysroot, "has libraries for Linux with glibc only"));
    }
    return sysroot.architectures().isEmpty() || sysroot.architectures().contains(architecture)
        ? Optional.empty()
        : Optional.of(
            unsuitable(
                target,
                sysroot,
                "has no packages for %s, only for %s"
                    .formatted(architecture, String.join(", ", sysroot.architectures()))));
  }

  private static Problem unsuitable(Target target, Sysroot sysroot, String reason) {
    return Problem.of(
        ProblemCode.SYSROOT_UNKNOWN,
        "%s: %s %s, and cannot serve %s"
            .formatted(PARAMETER, sysroot.name(), reason, target.triple()),
        "Name another for it, or %s=%s.".formatted(target.triple(), NONE));
  }
}
