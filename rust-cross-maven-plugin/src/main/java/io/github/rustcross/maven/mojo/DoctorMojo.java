package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.Checkup;
import io.github.rustcross.maven.build.CheckupService;
import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.explain.DoctorJson;
import io.github.rustcross.maven.explain.DoctorPage;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Says of each target whether it can be built here, by what and where that was found, or what is
 * missing and why, and ends with the commands that bring it. In a crate it is told for what this
 * crate needs, elsewhere for pure Rust, C and C++; where no target is named there, for all.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractCrateMojo {
  private final DirectInvocation direct;
  private final CheckupService checkups;

  /**
   * In what form the goal tells what it has to tell: {@code text}, or {@code json}, which goes bare
   * to standard output. Example: {@code -Drust.format=json}
   */
  @Parameter(property = RustProperties.FORMAT, defaultValue = "text")
  private String format;

  /**
   * A file that is written instead of log and standard output. Example: {@code
   * -Drust.outputFile=target/doctor.json}
   */
  @Parameter(property = RustProperties.OUTPUT_FILE)
  private File outputFile;

  /**
   * Whether the goal fails when a target that was chosen is not ready: {@code true} or {@code
   * false}. Example: {@code -Drust.doctor.strict}
   */
  @Parameter(property = RustProperties.DOCTOR_STRICT, defaultValue = "false")
  private boolean doctorStrict;

  /** Wired by Maven. */
  @Inject
  public DoctorMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      DirectInvocation direct,
      CheckupService checkups) {
    super(project, session, execution, services);
    this.direct = direct;
    this.checkups = checkups;
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
          BuildRequest request = requestOrProblems(problems);
          Checkup checkup =
              checkups.check(
                  request, TargetQuestion.of(request, otherwise(request)), this::catalog);
          if (form == OutputFormat.JSON) {
            output(outputFile).hand(DoctorJson.of(checkup));
          } else {
            output(outputFile).tell(DoctorPage.of(checkup));
          }
          if (isStrict()) {
            failUnlessReady(checkup);
          }
        });
  }

  /** Where there is a crate, what cargo would build; else everything that there is. */
  private static TargetQuestion.Default otherwise(BuildRequest request) {
    return Files.exists(request.manifest())
        ? TargetQuestion.Default.AS_CARGO
        : TargetQuestion.Default.ALL;
  }

  boolean isStrict() {
    return properties().flag(RustProperties.DOCTOR_STRICT, doctorStrict);
  }

  private static void failUnlessReady(Checkup checkup) throws ProblemException {
    if (!checkup.machineProblems().isEmpty()) {
      throw new ProblemException(checkup.machineProblems());
    }
    List<String> triples =
        checkup.notReady().stream().map(health -> health.target().triple().value()).toList();
    if (checkup.named() && !triples.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.TARGETS_NOT_READY,
              "not ready are " + triples.stream().collect(Collectors.joining(", ")),
              "Why, and what to do, is told above; without -D%s it is only told."
                  .formatted(RustProperties.DOCTOR_STRICT)));
    }
  }
}
