package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.rust.RustToolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    if (inputs.request().buildStd()) {
      return List.of();
    }
    Map<String, Target> missing = new LinkedHashMap<>();
    for (BuildUnit unit : units) {
      String triple = unit.target().triple().value();
      if (!inputs.rust().hasStd(triple)) {
        missing.put(triple, unit.target());
      }
    }
    for (Target target : missing.values()) {
      if (target.std() == StdSupport.SOURCE) {
        problem(
            ProblemCode.STD_MISSING,
            "rustup offers no standard library for " + target.triple(),
            "Have it built from source: -Drust.std=build -Drust.channel=nightly");
      } else if (!inputs.request().mayInstall()) {
        problem(
            ProblemCode.STD_MISSING,
            "the standard library of %s is not installed".formatted(target.triple()),
            "Run: rustup target add " + target.triple() + channelOption());
      }
    }
    return List.copyOf(missing.keySet());
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
