package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads glibc floors and finds those that a target or its toolchain cannot have. */
final class FloorChecks {
  private static final Pattern WITH_FLOOR = Pattern.compile("(.+?)\\.(\\d[0-9.]*)");

  private final TargetCatalog catalog;
  private final String parameter;

  /**
   * Checks with a catalog.
   *
   * @param parameter the parameter that names the targets, for messages
   */
  FloorChecks(TargetCatalog catalog, String parameter) {
    this.catalog = catalog;
    this.parameter = parameter;
  }

  /** A word such as {@code aarch64-unknown-linux-gnu.2.28} in its two parts. */
  record Split(String triple, String floor) {}

  /** The parts of a word; empty where it is nothing but a triple, known or not. */
  Optional<Split> split(String word) {
    if (catalog.find(word).isPresent()) {
      return Optional.empty();
    }
    // Names of targets may have dots themselves: the longest that is known is the one.
    for (int dot = word.lastIndexOf('.'); dot > 0; dot = word.lastIndexOf('.', dot - 1)) {
      if (catalog.find(word.substring(0, dot)).isPresent()) {
        return Optional.of(new Split(word.substring(0, dot), word.substring(dot + 1)));
      }
    }
    Matcher matcher = WITH_FLOOR.matcher(word);
    return matcher.matches()
        ? Optional.of(new Split(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** A word without its floor, if it has one. */
  static String withoutFloor(String word) {
    Matcher matcher = WITH_FLOOR.matcher(word);
    return matcher.matches() ? matcher.group(1) : word;
  }

  /** The floor that stands behind a triple; empty, with the reason added, where it is none. */
  Optional<FloorRequest> ofWord(Target target, String word, String floor, List<Problem> problems) {
    Optional<GlibcVersion> version =
        GlibcVersion.parse(floor).filter(parsed -> parsed.patch() == 0);
    Optional<GlibcVersion> lowest = lowest(target);
    if (lowest.isEmpty()) {
      problems.add(
          invalid(
              "%s: %s has no glibc, so '%s' cannot have a floor"
                  .formatted(parameter, target.triple(), word),
              "Write " + target.triple()));
      return Optional.empty();
    }
    if (version.isEmpty()) {
      problems.add(
          invalid(
              "%s: '%s' is not a glibc version in '%s'".formatted(parameter, floor, word),
              "Write it like %s.%s".formatted(target.triple(), lowest.get())));
      return Optional.empty();
    }
    return Optional.of(new FloorRequest.AtMost(version.get()));
  }

  /**
   * What stands against the floor of a target.
   *
   * @param common the floor for all, to tell in which parameter the mistake is
   */
  Optional<Problem> check(TargetRequest request, FloorRequest common) {
    Optional<GlibcVersion> lowest = lowest(request.target());
    if (!(request.floor() instanceof FloorRequest.AtMost asked) || lowest.isEmpty()) {
      return Optional.empty();
    }
    GlibcVersion version = asked.version();
    Said said = said(request, asked, common);
    if (version.compareTo(lowest.get()) < 0) {
      return Optional.of(tooLow(request, version, lowest.get(), said));
    }
    Optional<Toolchain> best = best(request);
    return best.flatMap(FloorChecks::highest)
        .filter(highest -> version.compareTo(highest) > 0)
        .map(highest -> tooHigh(request, version, highest, best.get(), said));
  }

  /** Where a floor is said. */
  private enum Said {
    FOR_ALL("rust.glibc=%2$s"),
    PER_TARGET("<perTarget>: glibc %2$s"),
    IN_WORD("%3$s: '%1$s.%2$s'");

    private final String format;

    Said(String format) {
      this.format = format;
    }

    String text(String triple, GlibcVersion version, String parameter) {
      return format.formatted(triple, version, parameter);
    }
  }

  private static Said said(TargetRequest request, FloorRequest asked, FloorRequest common) {
    if (asked.equals(request.settings().floor())) {
      return Said.PER_TARGET;
    }
    return asked.equals(common) ? Said.FOR_ALL : Said.IN_WORD;
  }

  private Problem tooLow(
      TargetRequest request, GlibcVersion version, GlibcVersion lowest, Said said) {
    String triple = request.target().triple().value();
    return invalid(
        "%s is below glibc %s, the lowest that Rust's standard library supports%s"
            .formatted(
                said.text(triple, version, parameter),
                lowest,
                said == Said.IN_WORD ? "" : " on " + triple),
        said == Said.IN_WORD
            ? "Write %s.%s".formatted(triple, lowest)
            : said == Said.FOR_ALL
                ? "Write -Drust.glibc=%s or newer, or ask for a floor of its own: %s.%s"
                    .formatted(lowest, triple, lowest)
                : "Write %s or newer.".formatted(lowest));
  }

  private Problem tooHigh(
      TargetRequest request,
      GlibcVersion version,
      GlibcVersion highest,
      Toolchain toolchain,
      Said said) {
    String triple = request.target().triple().value();
    return invalid(
        "%s is above glibc %s, the highest that toolchain '%s' can build%s against"
            .formatted(
                said.text(triple, version, parameter),
                highest,
                toolchain.name(),
                said == Said.IN_WORD ? "" : " " + triple),
        said == Said.FOR_ALL
            ? "Write -Drust.glibc=%s, or none to promise nothing.".formatted(highest)
            : "Write %s.%s, or leave the floor out.".formatted(triple, highest));
  }

  /** The toolchain with the highest limit among those that promise a floor and might be taken. */
  private Optional<Toolchain> best(TargetRequest request) {
    return candidates(request)
        .map(catalog::requireToolchain)
        .filter(toolchain -> toolchain.glibcFloor() == FloorPromise.ASKED)
        .reduce((one, other) -> knowsMore(other, one) ? other : one);
  }

  private static Stream<String> candidates(TargetRequest request) {
    return request.toolchain() instanceof ToolchainRequest.Named named
        ? request.target().toolchains().stream()
            .filter(choice -> choice.toolchain().equals(named.name()))
            .map(ToolchainChoice::linkingToolchain)
        : request.target().toolchains().stream().map(ToolchainChoice::linkingToolchain);
  }

  private static boolean knowsMore(Toolchain one, Toolchain other) {
    Optional<GlibcVersion> limit = highest(other);
    return limit.isPresent()
        && highest(one).map(version -> version.compareTo(limit.get()) > 0).orElse(true);
  }

  private static Optional<GlibcVersion> highest(Toolchain toolchain) {
    return toolchain.glibcHighest().flatMap(GlibcVersion::parse);
  }

  private static Optional<GlibcVersion> lowest(Target target) {
    return target.defaultFloor().flatMap(GlibcVersion::parse);
  }

  private static Problem invalid(String message, String suggestion) {
    return Problem.of(ProblemCode.FLOOR_INVALID, message, suggestion);
  }
}
