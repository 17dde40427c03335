package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.PlanService;
import io.github.rustcross.maven.build.PlannedBuild;
import io.github.rustcross.maven.build.RunnerService;
import io.github.rustcross.maven.explain.PlanJson;
import io.github.rustcross.maven.explain.PlanPage;
import io.github.rustcross.maven.plan.RunnerPlan;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.report.PlanPrinter;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
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

  /**
   * In what form the goal tells what it has to tell: {@code text}, or {@code json}, which goes bare
   * to standard output. Example: {@code -Drust.format=json}
   */
  @Parameter(property = RustProperties.FORMAT, defaultValue = "text")
  private String format;

  /**
   * A file that is written instead of log and standard output. Example: {@code
   * -Drust.outputFile=target/plan.json}
   */
  @Parameter(property = RustProperties.OUTPUT_FILE)
  private File outputFile;

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
    unlessSkipped(
        () -> {
          Problems problems = new Problems();
          OutputFormat form = format(format, problems);
          PlannedBuild planned = plans.plan(requestOrProblems(problems), this::catalog);
          claim(planned.plan());
          RunnerPlan running = runners.plan(planned.inputs());
          if (form == OutputFormat.JSON) {
            output(outputFile).hand(PlanJson.of(planned.plan(), running));
          } else {
            output(outputFile).tell(PlanPage.of(PlanPrinter.lines(planned.plan(), running)));
          }
        });
  }
}
