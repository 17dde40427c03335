package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.RustToolchain;
import java.util.ArrayList;
import java.util.List;

/** Finds out what of the standard library has to be installed: that of targets, or its source. */
final class StdPlanner {
  private static final String SOURCE = "rust-src";

  private final PlanInputs inputs;
  private final List<Problem> problems = new ArrayList<>();

  StdPlanner(PlanInputs inputs) {
    this.inputs = inputs;
  }

  /** What cannot be had. */
  List<Problem> problems() {
    return problems;
  }

  /** The targets whose standard library is missing. */
  List<String> toInstall(List<BuildUnit> units) {
    return units.stream()
        .filter(this::usesHostRust)
        .map(unit -> unit.target().triple().value())
        .distinct()
        .filter(this::isMissing)
        .toList();
  }

  /**
   * Makes sure that the standard library of a target is here or can be.
   *
   * @throws ProblemException if it is not
   */
  void require(List<BuildUnit> units) throws ProblemException {
    for (BuildUnit unit : units) {
      Target target = unit.target();
      if (usesHostRust(unit) && isMissing(target.triple().value())) {
        if (target.std() == StdSupport.SOURCE) {
          throw new ProblemException(
              Problem.of(
                  ProblemCode.STD_MISSING,
                  "rustup offers no standard library for " + target.triple(),
                  "Have it built from source: -Drust.std=build -Drust.channel=nightly"));
        }
        if (!inputs.request().mayInstall()) {
          throw new ProblemException(
              Problem.of(
                  ProblemCode.STD_MISSING,
                  "the standard library of %s is not installed".formatted(target.triple()),
                  "Run: rustup target add " + target.triple() + channelOption()));
        }
      }
    }
  }

  private boolean usesHostRust(BuildUnit unit) {
    return LaunchPlanner.usesHostRust(unit.environment().launch(), inputs);
  }

  private boolean isMissing(String triple) {
    return !inputs.request().buildStd() && !inputs.rust().hasStd(triple);
  }

  /** The components that building it from source takes. */
  List<String> components() {
    RustToolchain rust = inputs.rust();
    if (!inputs.request().buildStd()) {
      return List.of();
    }
    if (!rust.isNightly() && !inputs.environment().containsKey("RUSTC_BOOTSTRAP")) {
      problem(
          ProblemCode.STD_SOURCE,
          "rust.std=build needs a nightly toolchain; this is rustc " + rust.rustcVersion(),
          "Add -Drust.channel=nightly, after: rustup toolchain install nightly");
      return List.of();
    }
    if (rust.hasStdSource()) {
      return List.of();
    }
    if (!inputs.request().mayInstall()) {
      problem(
          ProblemCode.STD_SOURCE,
          "the source of the standard library is not installed in " + rust.sysroot(),
          "Run: rustup component add " + SOURCE + channelOption());
    }
    return List.of(SOURCE);
  }

  private String channelOption() {
    return inputs.request().channel().map(channel -> " --toolchain " + channel).orElse("");
  }

  private void problem(ProblemCode code, String message, String suggestion) {
    problems.add(Problem.of(code, message, suggestion));
  }
}
