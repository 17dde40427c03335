package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.NativeDependencies.Found;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.DependencyWalk;
import io.github.rustcross.maven.rust.ForeignCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans what crates need besides Rust, target by target, and keeps what stands against the build:
 * each crate and each program once, with all the targets.
 */
final class NativePlanner {
  private final PlanInputs inputs;
  private final Map<TargetTriple, TargetNatives> natives = new LinkedHashMap<>();
  private final Map<Object, Complaint> complaints = new LinkedHashMap<>();
  private final HostPrograms programs;
  private final Set<String> warnings = new LinkedHashSet<>();

  NativePlanner(PlanInputs inputs) {
    this.inputs = inputs;
    this.programs = new HostPrograms(inputs);
    inputs.allGraphs().forEach(graph -> warnings.addAll(MisspelledFeatures.of(graph)));
  }

  /** Something that stands against the build, for some of its targets. */
  private record Complaint(
      ProblemCode code, String before, String after, List<Advice> advice, List<String> targets) {}

  /** Plans one target, all of whose units have the same packages. */
  void add(
      TargetRequest request,
      BuildUnit unit,
      CrateGraph graph,
      DependencyWalk walk,
      ForeignCode foreignCode) {
    NativeScene scene = new NativeScene(inputs, unit, walk);
    NativeDependencies analysis = new NativeDependencies(scene, foreignCode);
    NativeAdvice advice = new NativeAdvice(scene, graph.workspaceRoot());
    List<Found> found = analysis.found();
    List<NativeDependency> dependencies = new ArrayList<>();
    for (Found one : found) {
      settle(request, scene, advice, one).ifPresent(dependencies::add);
    }
    programs.add(request, scene, found);
    natives.put(unit.target().triple(), new TargetNatives(dependencies, analysis.hints()));
  }

  private Optional<NativeDependency> settle(
      TargetRequest request, NativeScene scene, NativeAdvice advice, Found found) {
    boolean openssl =
        found.library().map(Library::name).filter(OpensslMode.LIBRARY::equals).isPresent();
    OpensslMode mode = openssl ? scene.openssl() : OpensslMode.AUTO;
    boolean missing = found.supply() instanceof Supply.Missing;
    boolean vendored = found.supply() instanceof Supply.Bundled;
    boolean refused =
        mode == OpensslMode.RUSTLS
            || mode == OpensslMode.VENDORED && !vendored
            || mode == OpensslMode.SYSROOT && scene.sysroot().isEmpty();
    if ((missing || refused) && !inputs.built().isBuilt(request, found.crate())) {
      return Optional.empty();
    }
    if (refused) {
      refuse(scene, advice, found, mode);
    } else if (mode == OpensslMode.SYSTEM && missing) {
      return Optional.of(
          found.with(new Supply.OfSystem("of the target's system, as rust.openssl=system says")));
    } else if (found.supply() instanceof Supply.Missing lacking) {
      Supply.Missing advised = new Supply.Missing(lacking.certain(), advice.of(found));
      NativeDependency dependency = found.with(advised);
      complain(scene, found, dependency, advised);
      return Optional.of(dependency);
    }
    return Optional.of(found.with(found.supply()));
  }

  private void refuse(NativeScene scene, NativeAdvice advice, Found found, OpensslMode mode) {
    NativeDependency dependency = found.with(found.supply());
    String what =
        switch (mode) {
          case RUSTLS -> "OpenSSL is among the crates for ";
          case VENDORED -> "OpenSSL is not compiled along for ";
          default -> "there is no sysroot for ";
        };
    List<Advice> some =
        switch (mode) {
          case RUSTLS -> advice.without(found).stream().toList();
          case VENDORED -> advice.ownCopy(found).stream().toList();
          default -> advice.sysroot(found).stream().toList();
        };
    complain(
        scene,
        new Complaint(
            ProblemCode.OPENSSL_REFUSED,
            "rust.openssl=%s: %s".formatted(mode.id(), what),
            ": " + dependency.way(),
            new ArrayList<>(some),
            new ArrayList<>()));
  }

  private void complain(
      NativeScene scene, Found found, NativeDependency dependency, Supply.Missing missing) {
    String library = found.library().orElseThrow().description();
    String before =
        "%s %s needs %s, and %s for "
            .formatted(
                dependency.crate(),
                dependency.version(),
                library,
                scene
                    .sysroot()
                    .map("the sysroot %s lacks it"::formatted)
                    .orElse("nothing says where that is"));
    String after = ": " + dependency.way();
    if (missing.certain()) {
      complain(
          scene,
          new Complaint(
              ProblemCode.LIBRARY_MISSING,
              before,
              after,
              new ArrayList<>(missing.advice()),
              new ArrayList<>()));
    } else {
      warnings.add(
          String.join(
              "\n",
              "%s%s%s. The build may fail for this."
                  .formatted(before, scene.target().triple(), after),
              String.join("\n", lines(missing.advice()))));
    }
  }

  private void complain(NativeScene scene, Complaint complaint) {
    Complaint known =
        complaints.computeIfAbsent(
            List.of(complaint.before(), complaint.after()), key -> complaint);
    known.targets().add(scene.target().triple().value());
    // Some advice is for some of the targets alone, and says so.
    complaint.advice().stream()
        .filter(one -> !known.advice().contains(one))
        .forEach(known.advice()::add);
  }

  /** What was planned, by target. */
  Map<TargetTriple, TargetNatives> natives() {
    return natives;
  }

  /** What stands against the build. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (Complaint complaint : complaints.values()) {
      String message =
          complaint.before() + String.join(", ", complaint.targets()) + complaint.after();
      List<String> lines = lines(complaint.advice());
      problems.add(
          lines.isEmpty()
              ? Problem.of(complaint.code(), message)
              : Problem.of(complaint.code(), message, String.join("\n    ", lines)));
    }
    problems.addAll(programs.problems());
    return problems;
  }

  /** What may go wrong. */
  List<String> warnings() {
    warnings.addAll(programs.warnings());
    return List.copyOf(warnings);
  }

  private static List<String> lines(List<Advice> advice) {
    List<String> lines = new ArrayList<>();
    if (advice.size() > 1) {
      lines.add("One of these mends it:");
    }
    for (Advice one : advice) {
      lines.add((advice.size() > 1 ? "- " : "") + one.what() + ":");
      one.lines().forEach(line -> lines.add("    " + line));
    }
    return lines;
  }
}
