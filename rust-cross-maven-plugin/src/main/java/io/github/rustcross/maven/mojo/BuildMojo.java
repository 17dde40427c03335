package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.attach.ArtifactAttacher;
import io.github.rustcross.maven.build.CrossBuild;
import io.github.rustcross.maven.build.Phase;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.report.BuildReport;
import io.github.rustcross.maven.report.ReportWriter;
import io.github.rustcross.maven.report.TargetResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Builds a Rust crate for every requested target with one cargo invocation, proves that each binary
 * is what its target needs, lays it at target/rust-cross/&lt;triple&gt;/ and attaches it with its
 * classifier. Works in a crate's folder without a pom too; then nothing is attached.
 */
@Mojo(
    name = "build",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class BuildMojo extends AbstractCrateMojo {
  private final DirectInvocation direct;
  private final CrossBuild build;
  private final ArtifactAttacher attacher;

  /** Wired by Maven. */
  @Inject
  public BuildMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      DirectInvocation direct,
      CrossBuild build,
      ArtifactAttacher attacher) {
    super(project, session, execution, services);
    this.direct = direct;
    this.build = build;
    this.attacher = attacher;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (direct.ranInModules()) {
      return;
    }
    if (isSkipped()) {
      getLog().info("Skipped: " + RustProperties.SKIP);
      return;
    }
    Failures.map(
        () -> {
          BuildReport report = build();
          failIfAny(report);
          if (hasProject()) {
            try (Phase phase = Phase.begin("attaching")) {
              attacher.attach(project(), report, epoch());
            }
          }
        });
  }

  /** The report is written whatever happens: by the build, or here where there could be none. */
  private BuildReport build() throws ProblemException, IOException {
    AtomicReference<String> version = new AtomicReference<>();
    CatalogLoad loading = CatalogLoad.begun(this::catalog);
    try {
      return build.run(
          requestOrProblems(new Problems(), loading),
          () -> {
            TargetCatalog catalog = loading.catalog();
            version.set(catalog.version());
            return catalog;
          },
          this::claim,
          progressInterval());
    } catch (ProblemException e) {
      try {
        ReportWriter.write(
            BuildReport.failed(Optional.ofNullable(version.get()), e.problems()), outputDir());
      } catch (IOException unwritten) {
        // The reason for the failure may well be that this folder cannot be written.
        e.addSuppressed(unwritten);
      }
      throw e;
    }
  }

  private static void failIfAny(BuildReport report) throws ProblemException {
    List<Problem> problems =
        Stream.concat(
                report.failures().stream().map(TargetResult::problems).flatMap(List::stream),
                report.problems().stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
