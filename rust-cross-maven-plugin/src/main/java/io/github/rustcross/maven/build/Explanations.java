package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.diagnose.Diagnosis;
import io.github.rustcross.diagnose.Diagnostician;
import io.github.rustcross.diagnose.Symptoms;
import io.github.rustcross.maven.cargo.CargoOutcome;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.report.DiagnosisPage;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestSuite;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.HostSearch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Explains failures, below what was printed: each reason once for a target. */
final class Explanations {
  private static final Logger LOG = LoggerFactory.getLogger(Explanations.class);

  private final Diagnostician diagnostician;
  private final Set<Told> told = new HashSet<>();

  private record Told(TargetTriple triple, String diagnosis) {}

  Explanations(PlannedBuild planned) {
    PlanInputs inputs = planned.inputs();
    this.diagnostician = new Diagnostician(inputs.catalog(), inputs.rust().host(), inputs.search());
  }

  /**
   * Fails for what cargo told before it built anything, explained where the catalog can: flags that
   * rustc refuses, above all.
   *
   * @param targets those that are asked for, of which cargo's words name the one that is meant
   */
  static void failIfAny(
      Problems problems,
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      List<TargetRequest> targets)
      throws ProblemException {
    if (problems.isEmpty()) {
      return;
    }
    Diagnostician diagnostician = new Diagnostician(catalog, host, search);
    throw new ProblemException(
        problems.all().stream()
            .map(
                problem ->
                    problem.code() == ProblemCode.MANIFEST_INVALID
                        ? diagnostician
                            .explain(
                                Symptoms.of(problem.message()),
                                meant(problem, targets),
                                catalog.hostToolchain())
                            .map(problem::explained)
                            .orElse(problem)
                        : problem)
            .toList());
  }

  private static Target meant(Problem problem, List<TargetRequest> targets) {
    return targets.stream()
        .map(TargetRequest::target)
        .filter(target -> problem.message().contains(target.triple().value()))
        .findFirst()
        .orElse(targets.get(0).target());
  }

  /** The problem with the explanation of what cargo printed, which is logged too. */
  Problem explained(Problem problem, BuildUnit unit, CargoOutcome outcome) {
    if (problem.code() == ProblemCode.OUTPUT_UNUSABLE) {
      return problem;
    }
    Optional<Diagnosis> diagnosis =
        diagnostician.explain(
            new Symptoms(outcome.errors(), outcome.messages()),
            unit.target(),
            unit.selection().choice().label());
    diagnosis.ifPresent(why -> tell(unit, why));
    return diagnosis.map(problem::explained).orElse(problem);
  }

  /** Logs why tests could not run, where they could not. */
  void explainRun(TestSuite suite, BuildUnit unit) {
    String output =
        suite.cases().stream()
            .map(TestCase::outcome)
            .flatMap(Explanations::printed)
            .collect(Collectors.joining("\n"));
    if (!output.isEmpty()) {
      diagnostician
          .explainRun(
              output + "\n" + suite.output(), unit.target(), unit.selection().choice().label())
          .ifPresent(why -> tell(unit, why));
    }
  }

  private static Stream<String> printed(TestCase.Outcome outcome) {
    if (outcome instanceof TestCase.Broken broken) {
      return Stream.of(broken.message(), broken.output());
    }
    return outcome instanceof TestCase.Failed failed
        ? Stream.of(failed.message(), failed.output())
        : Stream.of();
  }

  private void tell(BuildUnit unit, Diagnosis diagnosis) {
    TargetTriple triple = unit.target().triple();
    if (told.add(new Told(triple, diagnosis.id()))) {
      DiagnosisPage.messages(triple, diagnosis).forEach(LOG::error);
    }
  }
}
