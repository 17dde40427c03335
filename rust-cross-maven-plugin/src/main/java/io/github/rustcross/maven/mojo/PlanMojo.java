package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.PlanService;
import io.github.rustcross.maven.plan.BuildPlan;
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
 * it.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractCrateMojo {
  private final DirectInvocation direct;
  private final PlanService plans;

  /** Wired by Maven. */
  @Inject
  public PlanMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      DirectInvocation direct,
      PlanService plans) {
    super(project, session, execution, services);
    this.direct = direct;
    this.plans = plans;
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
          BuildPlan plan = plans.plan(requestOrProblems(), this::catalog).plan();
          claim(plan);
          PlanPrinter.lines(plan).forEach(line -> getLog().info(line));
        });
  }
}
