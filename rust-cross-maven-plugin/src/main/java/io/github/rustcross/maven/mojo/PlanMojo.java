package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.PlanService;
import io.github.rustcross.maven.build.PlannedBuild;
import io.github.rustcross.maven.build.RunnerService;
import io.github.rustcross.maven.report.PlanPrinter;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Prints what {@code build} would do, every variable and flag with its origin, and does nothing of
 * it. Says of each target too whether its programs can be run here, and how.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractCrateMojo {
  private final DirectInvocation direct;
  private final PlanService plans;
  private final RunnerService runners;

  /** Wired by Maven. */
  @Inject
  public PlanMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      DirectInvocation direct,
      PlanService plans,
      RunnerService runners) {
    super(project, session, execution, services);
    this.direct = direct;
    this.plans = plans;
    this.runners = runners;
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
          PlannedBuild planned = plans.plan(requestOrProblems(), this::catalog);
          claim(planned.plan());
          PlanPrinter.lines(planned.plan(), runners.plan(planned.inputs()))
              .forEach(line -> getLog().info(line));
        });
  }
}
