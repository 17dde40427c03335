package io.github.rustcross.maven.build;

import io.github.rustcross.bundle.Bundle;
import io.github.rustcross.bundle.BundleCheck;
import io.github.rustcross.bundle.BundleInspector;
import io.github.rustcross.bundle.Expectations;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.report.BundleTable;
import io.github.rustcross.maven.verify.FindingProblems;
import io.github.rustcross.verify.Finding;
import io.github.rustcross.verify.RuleLevels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files that are looked into, whoever made them.
 *
 * @param files the files
 * @param catalog what is known of platforms
 * @param expectations the targets that they have to serve together
 * @param levels how much each rule counts
 */
public record FileVerification(
    List<Path> files, TargetCatalog catalog, Expectations expectations, RuleLevels levels) {
  /** How all files together are called. */
  private static final String TOGETHER = "all files together";

  /** Copies the list. */
  public FileVerification {
    files = List.copyOf(files);
  }

  /**
   * What came of it.
   *
   * @param warnings what is found and does not count as much
   * @param problems what is found and counts
   */
  public record Result(List<Problem> warnings, List<Problem> problems) {}

  /**
   * Looks into one after the other.
   *
   * @param out takes a table for each file
   * @throws IOException if one cannot be read
   */
  public Result run(Consumer<String> out) throws IOException {
    List<Bundle> bundles = new ArrayList<>();
    for (Path file : files) {
      Bundle bundle = BundleInspector.inspect(file, catalog);
      bundles.add(bundle);
      BundleTable.lines(bundle).forEach(out);
    }
    List<Finding> findings =
        Stream.concat(
                bundles.stream().flatMap(bundle -> bundle.broken().stream()),
                expectations.check(bundles, TOGETHER).stream()
                    .filter(check -> check.check().isBroken()))
            .map(this::finding)
            .toList();
    return new Result(
        FindingProblems.of(findings, RuleLevel.WARN),
        FindingProblems.of(findings, RuleLevel.STRICT));
  }

  private Finding finding(BundleCheck at) {
    return Finding.of(
        at.check(),
        catalog.rules().get(at.check().rule()),
        levels.of(at.check().rule()),
        at.path(),
        at.check().words().getOrDefault("triple", ""));
  }
}
