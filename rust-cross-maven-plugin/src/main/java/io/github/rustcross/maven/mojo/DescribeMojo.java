package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.RunnerService;
import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.build.TargetService;
import io.github.rustcross.maven.explain.DescribeJson;
import io.github.rustcross.maven.explain.DescribePage;
import io.github.rustcross.maven.explain.Descriptions;
import io.github.rustcross.maven.explain.TargetDescription;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.runner.RunnerRequest;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Tells all of one target or several: each value with where it comes from, what holds for it here
 * and who says so, which toolchains build for it on this machine and why others do not, and what
 * runs its programs. Needs neither a project nor a crate nor Rust.
 */
@Mojo(name = "describe", requiresProject = false, threadSafe = true)
public final class DescribeMojo extends AbstractTargetMojo {
  private final TargetService service;
  private final RunnerService runners;

  /**
   * In what form the goal tells what it has to tell: {@code text}, or {@code json}, which goes bare
   * to standard output. Example: {@code -Drust.format=json}
   */
  @Parameter(property = RustProperties.FORMAT, defaultValue = "text")
  private String format;

  /**
   * A file that is written instead of log and standard output. Example: {@code
   * -Drust.outputFile=target/target.json}
   */
  @Parameter(property = RustProperties.OUTPUT_FILE)
  private File outputFile;

  /** Wired by Maven. */
  @Inject
  public DescribeMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      TargetService service,
      RunnerService runners) {
    super(project, session, execution, services);
    this.service = service;
    this.runners = runners;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    unlessSkipped(
        () -> {
          Problems problems = new Problems();
          OutputFormat form = format(format, problems);
          requireTargets(problems);
          TargetQuestion question = question(TargetQuestion.Default.ALL, problems);
          TargetView view = service.facts(question, this::catalog, "describe").view();
          List<TargetDescription> described = described(question, view);
          if (form == OutputFormat.JSON) {
            output(outputFile).hand(DescribeJson.of(view, described));
          } else {
            output(outputFile).tell(DescribePage.of(view, described));
          }
        });
  }

  private void requireTargets(Problems problems) {
    if (!properties().isEmptyList(RustProperties.TARGETS) && targets(problems).isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.TARGETS_EMPTY,
              "no target is named that could be described",
              "Name one or several: -D%s=host,@musl; the goal targets lists them."
                  .formatted(RustProperties.TARGETS)));
    }
  }

  private List<TargetDescription> described(TargetQuestion question, TargetView view)
      throws ProblemException {
    return new Descriptions(
            view,
            values(),
            parameter -> properties().origin("rust." + parameter),
            (target, runner) ->
                runners.select(
                    view,
                    target,
                    new RunnerRequest.Named(runner, Optional.empty()),
                    question.directory()))
        .all();
  }
}
