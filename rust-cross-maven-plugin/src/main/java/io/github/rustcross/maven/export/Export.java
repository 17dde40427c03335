package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is exported.
 *
 * @param catalogVersion the version of the catalog that it is from
 * @param kind the kind of artifact that rustc's flags are for
 * @param targets the targets, in the order they were asked for; at least one
 */
public record Export(String catalogVersion, ArtifactKind kind, List<ExportedTarget> targets) {
  /** The parameter that says the kind. */
  public static final String KIND = "rust.export.kind";

  /** Copies the list. */
  public Export {
    targets = List.copyOf(targets);
  }

  /**
   * The file in a format.
   *
   * @throws ProblemException with everything that the format cannot say
   */
  public String in(ExportFormat format) throws ProblemException {
    if (targets.size() > 1 && !format.takesSeveral()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "a file of the format '%s' is for one target, and these are %d: %s"
                  .formatted(
                      format.id(),
                      targets.size(),
                      targets.stream()
                          .map(target -> target.target().triple().value())
                          .collect(Collectors.joining(", "))),
              "Write one file for each: -Drust.targets=%s"
                  .formatted(targets.get(0).target().triple())));
    }
    return format.text(this);
  }

  /** What the settings refer to: tools and scripts that have to be there. */
  public List<TargetEnvironment> environments() {
    return targets.stream().map(ExportedTarget::environment).toList();
  }

  /** Lines for the people who read the file, each behind a number sign. */
  String comment() {
    return lines(
        Stream.concat(
            Stream.of("Written by rust-cross:export, catalog " + catalogVersion),
            targets.stream().map(ExportedTarget::title)));
  }

  /** More of them for a file that has rustc's flags. */
  String commentOnFlags() {
    return lines(
        targets.stream()
            .flatMap(
                target ->
                    target.othersInFlags().stream()
                        .map(
                            other ->
                                "The flags of %s are for a %s; a %s has others: -D%s=%s"
                                    .formatted(
                                        target.target().triple(),
                                        kind.id(),
                                        other.id(),
                                        KIND,
                                        other.id()))));
  }

  private static String lines(Stream<String> texts) {
    return texts.map(line -> "# " + line + "\n").collect(Collectors.joining());
  }
}
