package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.RunnerPlan.LeftOut;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoConfig.ConfiguredRunner;
import io.github.rustcross.maven.rust.CfgExpression;
import io.github.rustcross.runner.RunnerFolders;
import io.github.rustcross.runner.RunnerRequest;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSelection.Unrunnable;
import io.github.rustcross.runner.RunnerSelector;
import io.github.rustcross.toolchain.ProgramProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what runs the programs of each target that is asked for. */
public final class RunnerPlanner {
  private final PlanInputs inputs;
  private final RunnerSelector selector;
  private final RunnerWords words;
  private final RunnerFolders folders;

  private RunnerPlanner(PlanInputs inputs, ProgramProbe probe) throws ProblemException {
    this.inputs = inputs;
    this.selector =
        new RunnerSelector(
            inputs.catalog(),
            inputs.rust().host(),
            inputs.search(),
            inputs.tools(),
            probe,
            inputs.request().cacheDir());
    this.words =
        RunnerWords.of(
            inputs.catalog(),
            inputs.rust().host().triple(),
            inputs.request().tests().map(TestOptions::runners).orElse(List.of()));
    this.folders = new RunnerFolders(inputs.graph().workspaceRoot(), inputs.request().targetDir());
  }

  /**
   * Finds it out. May start the runners, to see whether they work.
   *
   * @throws ProblemException if a runner is named that there is not, or a target that was named for
   *     tests cannot be run
   */
  public static RunnerPlan plan(PlanInputs inputs, ProgramProbe probe) throws ProblemException {
    return new RunnerPlanner(inputs, probe).plan();
  }

  private RunnerPlan plan() throws ProblemException {
    List<TargetRequest> targets = new ArrayList<>();
    Map<TargetTriple, RunnerSelection.Runnable> runners = new LinkedHashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<TargetTriple> seen = new HashSet<>();
    for (TargetRequest request : inputs.targets().stream().flatMap(this::parts).toList()) {
      Target target = request.target();
      if (!seen.add(target.triple())) {
        continue;
      }
      RunnerSelection selection = select(request);
      if (selection instanceof RunnerSelection.Runnable runnable) {
        targets.add(request);
        runners.put(target.triple(), runnable);
      } else {
        leftOut.add(new LeftOut(target, ((Unrunnable) selection).rejections()));
      }
    }
    List<Problem> problems =
        leftOut.stream().filter(this::isNamed).map(RunnerPlanner::unavailable).toList();
    if (!problems.isEmpty() && !inputs.request().skipUnavailable()) {
      throw new ProblemException(problems);
    }
    return new RunnerPlan(targets, runners, leftOut);
  }

  /** Whether the user says that it is to be tested, or what with. */
  private boolean isNamed(LeftOut left) {
    return inputs.request().tests().filter(TestOptions::targetsNamed).isPresent()
        || words.request(left.target().triple()) instanceof RunnerRequest.Named
        || words.request(left.target().triple()) instanceof RunnerRequest.Auto
            && configured(left.target()).isPresent();
  }

  private static Problem unavailable(LeftOut left) {
    return new Problem(
        ProblemCode.RUNNER_UNAVAILABLE,
        "programs for %s cannot be run here: %s".formatted(left.target().triple(), left.reason()),
        left.remedy().map(command -> "Try: " + command));
  }

  /** A target that is joined from others has no programs to test but theirs. */
  private Stream<TargetRequest> parts(TargetRequest request) {
    return request.target().isUniversal()
        ? request.target().slices().stream()
            .map(slice -> request.of(inputs.catalog().require(slice)))
        : Stream.of(request);
  }

  private RunnerSelection select(TargetRequest asked) throws ProblemException {
    Target target = asked.target();
    RunnerRequest request = words.request(target.triple());
    if (request instanceof RunnerRequest.Auto) {
      Optional<RunnerSelection> own = configured(target);
      if (own.isPresent()) {
        return own.get();
      }
    }
    return selector.select(target, request, folders.with(sysroot(asked)));
  }

  private Optional<Path> sysroot(TargetRequest asked) throws ProblemException {
    // Libraries of a foreign architecture that are installed are below this machine's root folder.
    return new SysrootPlanner(inputs)
        .find(asked)
        .map(found -> found.sysroot().root().orElse(Path.of("/")));
  }

  /** What the user tells cargo to run a target's programs with. */
  private Optional<RunnerSelection> configured(Target target) {
    String variable = TestRecorder.variable(target.triple());
    String value = inputs.environment().getOrDefault(variable, "").strip();
    if (!value.isEmpty()) {
      List<String> command = new ArrayList<>(List.of(value.split("\\s+")));
      if (command.get(0).contains("/")) {
        // Tests run in the folders of their packages, cargo in the crate's.
        command.set(0, inputs.request().manifest().resolveSibling(command.get(0)).toString());
      }
      return Optional.of(configured(command, variable));
    }
    Map<String, ConfiguredRunner> runners = inputs.config().runners();
    return Optional.ofNullable(runners.get(target.triple().value()))
        .or(
            () ->
                runners.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("cfg("))
                    .filter(
                        entry ->
                            CfgExpression.matches(
                                entry.getKey(), target.triple().value(), target.platform()))
                    .map(Map.Entry::getValue)
                    .findFirst())
        .map(runner -> configured(runner.words(), "cargo's configuration"));
  }

  private RunnerSelection configured(List<String> command, String where) {
    String program = command.get(0);
    boolean there =
        program.contains("/")
            ? inputs.search().exists(Path.of(program))
            : inputs.search().program(program).isPresent();
    if (!there) {
      return new Unrunnable(
          List.of(
              new RunnerSelection.Rejection(where, "there is no program " + program, List.of())));
    }
    return RunnerSelection.Runnable.of(
        command.get(0).replaceFirst(".*/(?=.)", ""), command, "said by " + where);
  }
}
