package io.github.rustcross.maven.rust;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells for which reason {@code cargo metadata} failed, in cargo's own words. */
final class MetadataProblems {
  /** What rustc says of a target that it does not know. */
  private static final Pattern NO_SPECIFICATION =
      Pattern.compile("(?i)could not find specification for target \"([^\"]+)\"");

  private MetadataProblems() {}

  /**
   * The reason.
   *
   * @param arguments the arguments that decide over it
   * @param mirror that cargo asked a mirror, for the message; or nothing
   */
  static Problem of(Path manifest, List<String> arguments, String mirror, String stderr) {
    String words = CargoErrors.of(stderr);
    List<String> unsupported =
        NO_SPECIFICATION
            .matcher(stderr)
            .results()
            .map((MatchResult found) -> found.group(1))
            .distinct()
            .toList();
    if (!unsupported.isEmpty()) {
      return Problem.of(
          ProblemCode.TARGET_UNSUPPORTED,
          "this rustc does not know the target " + String.join(", ", unsupported),
          "Choose another rustc with -Drust.channel=stable or run: rustup update. Or leave the"
              + " target out.");
    }
    if (arguments.contains("--locked") && words.contains("--locked was passed")) {
      return Problem.of(
          ProblemCode.LOCK_OUTDATED,
          "Cargo.lock of %s is not up to date, and rust.locked is set:\n%s"
              .formatted(manifest, words),
          "Run: cargo update --workspace --manifest-path %s, and commit Cargo.lock; or leave"
                  .formatted(manifest)
              + " -Drust.locked out.");
    }
    if (arguments.contains("--offline") && words.toLowerCase(Locale.ROOT).contains("offline")) {
      return Problem.of(
          ProblemCode.DEPENDENCY_MISSING,
          "a dependency of %s is not downloaded, and Maven is offline:\n%s"
              .formatted(manifest, words),
          "Run once without -o, or: cargo fetch --manifest-path " + manifest);
    }
    if (CargoErrors.isNetwork(stderr)) {
      return Problem.of(
          ProblemCode.DEPENDENCY_MISSING,
          "cargo cannot download what %s depends on%s:\n%s".formatted(manifest, mirror, words),
          "Name a proxy, or a mirror of rust-cross-cargo, in settings.xml; or run where there is"
              + " a network, once and beforehand: cargo fetch --manifest-path "
              + manifest);
    }
    return Problem.of(
        ProblemCode.MANIFEST_INVALID, "cargo cannot read %s:\n%s".formatted(manifest, words));
  }
}
