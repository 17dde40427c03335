package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.HostProgram;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.maven.plan.NativeDependencies.Found;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.DependencyWalk.Step;
import io.github.rustcross.toolchain.InstallCommand;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds programs of this machine that build scripts need and that are not here. */
final class HostPrograms {
  private final PlanInputs inputs;
  private final CrateKnowledge knowledge;
  private final Map<String, String> needed = new LinkedHashMap<>();
  private final Map<String, String> wanted = new LinkedHashMap<>();

  HostPrograms(PlanInputs inputs) {
    this.inputs = inputs;
    this.knowledge = inputs.catalog().crates();
  }

  /** Looks for what one target's packages need; what is in an image is not looked for. */
  void add(TargetRequest request, NativeScene scene, List<Found> found) {
    if (scene.elsewhere().isPresent()) {
      return;
    }
    for (Found one : found) {
      List<String> missing =
          certain(one).stream()
              .map(knowledge.programs()::get)
              .filter(this::isServedByNothingElse)
              .filter(program -> isMissing(program, scene))
              .map(HostProgram::name)
              .toList();
      if (!missing.isEmpty() && inputs.built().isBuilt(request, one.crate())) {
        missing.forEach(name -> needed.putIfAbsent(name, way(one.step())));
      }
    }
    Stream.concat(scene.walk().steps().stream(), scene.walk().hostSteps().stream())
        .forEach(step -> want(step, scene));
  }

  private void want(Step step, NativeScene scene) {
    Optional.ofNullable(knowledge.facts().get(step.crate().name())).stream()
        .filter(facts -> facts.holdsFor(step.crate().version()))
        .flatMap(facts -> facts.mayNeed().stream())
        .map(knowledge.programs()::get)
        .filter(this::isServedByNothingElse)
        .filter(program -> isMissing(program, scene))
        .forEach(program -> wanted.putIfAbsent(program.name(), way(step)));
  }

  private static List<String> certain(Found found) {
    List<String> names = new ArrayList<>();
    if (found.supply() instanceof Supply.Bundled || found.supply() instanceof Supply.CompilesOwn) {
      found.facts().map(CrateFacts::programs).ifPresent(names::addAll);
      found.facts().flatMap(CrateFacts::own).map(OwnCopy::programs).ifPresent(names::addAll);
    }
    return names;
  }

  private boolean isServedByNothingElse(HostProgram program) {
    return program.hosts().isEmpty() || program.hosts().contains(inputs.rust().host().os());
  }

  private boolean isMissing(HostProgram program, NativeScene scene) {
    return scene.variable(program.variables()).isEmpty()
        && program.programs().stream().noneMatch(name -> inputs.search().program(name).isPresent())
        && program.files().stream().allMatch(file -> inputs.search().matches(file).isEmpty());
  }

  /** Those without which the build is certain to fail. */
  List<Problem> problems() {
    return needed.entrySet().stream()
        .map(
            missing ->
                new Problem(
                    ProblemCode.BUILD_PROGRAM_MISSING,
                    "%s is not on this machine, and a build script needs it: %s"
                        .formatted(missing.getKey(), missing.getValue()),
                    remedy(missing.getKey()).map(command -> "Try: " + command)))
        .toList();
  }

  /** Those that a build script may ask for. */
  List<String> warnings() {
    return wanted.entrySet().stream()
        .filter(missing -> !needed.containsKey(missing.getKey()))
        .map(
            missing ->
                "%s is not on this machine, and a build script may need it: %s%s"
                    .formatted(
                        missing.getKey(),
                        missing.getValue(),
                        remedy(missing.getKey())
                            .map(command -> "\nIf so, try: " + command)
                            .orElse("")))
        .toList();
  }

  private Optional<String> remedy(String name) {
    return Remedy.line(
        new InstallCommand(inputs.catalog(), inputs.rust().host(), inputs.search())
            .of(knowledge.programs().get(name).install(), new Template(Map.of())).stream()
                .toList());
  }

  private static String way(Step step) {
    return step.path().stream().map(CargoPackage::name).collect(Collectors.joining(" → "));
  }
}
