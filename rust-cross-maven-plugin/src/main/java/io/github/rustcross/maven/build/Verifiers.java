package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.maven.plan.PlanInputs;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.verify.ArtifactVerifier;
import io.github.rustcross.maven.verify.BuildPaths;
import io.github.rustcross.maven.verify.ForeignSources;
import io.github.rustcross.maven.verify.JniChecks;
import io.github.rustcross.maven.verify.LinkInputs;
import io.github.rustcross.maven.verify.jni.NativeMethods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifiers for the targets of a build; what they share is found out once. */
final class Verifiers {
  private static final Logger LOG = LoggerFactory.getLogger(Verifiers.class);

  private final PlannedBuild planned;
  private final CompiledFiles compiled;
  private final CrateGraph graph;
  private final ForeignSources sources = new ForeignSources();
  private final JniChecks jni;
  private final BuildPaths paths;

  Verifiers(PlannedBuild planned, CompiledFiles compiled) {
    this.planned = planned;
    this.compiled = compiled;
    // Features decide what is linked, but not what a package is.
    this.graph = planned.inputs().graph();
    this.jni = new JniChecks(planned.inputs().catalog(), graph, nativeMethods(planned));
    this.paths =
        new BuildPaths(
            List.of(
                planned.request().manifest().getParent(),
                planned.request().targetDir(),
                planned.request().cacheDir(),
                planned.inputs().cargoHome(),
                planned.inputs().rust().sysroot()));
  }

  private static NativeMethods nativeMethods(PlannedBuild planned) {
    boolean libraries =
        planned.plan().targets().stream()
            .flatMap(target -> target.artifacts().stream())
            .anyMatch(artifact -> artifact.kind() == ArtifactKind.CDYLIB);
    NativeMethods methods =
        NativeMethods.in(libraries ? planned.request().classes().stream().toList() : List.of());
    methods.unread().forEach(LOG::warn);
    return methods;
  }

  private List<String> libraries(TargetPlan target) {
    try {
      return SysrootLibraries.names(planned.plan().sysroots(), target.parts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ArtifactVerifier of(TargetPlan target) {
    PlanInputs inputs = planned.inputs();
    List<Path> folders =
        planned.plan().jobs().stream()
            .flatMap(
                job ->
                    target.parts().stream()
                        .map(part -> job.targetDir().resolve(part.triple().value())))
            .distinct()
            .toList();
    return new ArtifactVerifier(
        inputs.catalog(),
        target,
        libraries(target),
        paths,
        new LinkInputs(
            graph,
            folders.stream().flatMap(folder -> compiled.scripts(folder).stream()).toList(),
            folders.stream().flatMap(folder -> compiled.produced(folder).stream()).toList()),
        sources,
        jni);
  }
}
