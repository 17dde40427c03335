package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.build.TargetService;
import io.github.rustcross.maven.explain.TargetList;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.maven.problem.Problems;
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
 * Lists the targets of the catalog, all or those that are named, with their classifiers, and the
 * groups. Needs neither a project nor a crate nor Rust.
 */
@Mojo(name = "targets", requiresProject = false, threadSafe = true)
public final class TargetsMojo extends AbstractTargetMojo {
  private final TargetService service;

  /**
   * In what form the goal tells what it has to tell: {@code text}, or {@code json}, which goes bare
   * to standard output. Example: {@code -Drust.format=json}
   */
  @Parameter(property = RustProperties.FORMAT, defaultValue = "text")
  private String format;

  /**
   * A file that is written instead of log and standard output. Example: {@code
   * -Drust.outputFile=target/targets.json}
   */
  @Parameter(property = RustProperties.OUTPUT_FILE)
  private File outputFile;

  /** Wired by Maven. */
  @Inject
  public TargetsMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      TargetService service) {
    super(project, session, execution, services);
    this.service = service;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    unlessSkipped(
        () -> {
          Problems problems = new Problems();
          OutputFormat form = format(format, problems);
          TargetQuestion question = question(TargetQuestion.Default.ALL, problems);
          TargetView view = service.facts(question, this::catalog, "show").view();
          if (form == OutputFormat.JSON) {
            output(outputFile).hand(TargetList.json(view));
          } else {
            output(outputFile).tell(TargetList.page(view));
          }
        });
  }
}
