package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.maven.build.EnvironmentService;
import io.github.rustcross.maven.build.TargetFacts;
import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.build.TargetService;
import io.github.rustcross.maven.export.Export;
import io.github.rustcross.maven.export.ExportFormat;
import io.github.rustcross.maven.export.ExportFormats;
import io.github.rustcross.maven.export.ExportedTargetFactory;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.io.File;
import java.io.IOException;
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
 * Writes down with what a target is built here, for other tools: shells, cargo itself, Go, CMake,
 * or programs that read JSON. Fetches the tools that are named in it. Needs neither a project nor a
 * crate.
 */
@Mojo(name = "export", requiresProject = false, threadSafe = true)
public final class ExportMojo extends AbstractTargetMojo {
  private final TargetService service;
  private final EnvironmentService environments;

  /**
   * What is written: {@code env} for a POSIX shell, {@code cargo-config} for cargo's configuration,
   * {@code go} for Go's variable GOENV, {@code cmake} for a toolchain file, {@code json} for
   * everything. It goes bare to standard output. Default: {@code env}. Example: {@code
   * -Drust.format=cmake}
   */
  @Parameter(property = RustProperties.FORMAT)
  private String format;

  /**
   * A file that is written instead of standard output. Example: {@code
   * -Drust.outputFile=aarch64.cmake}
   */
  @Parameter(property = RustProperties.OUTPUT_FILE)
  private File outputFile;

  /**
   * The kind of artifact that rustc's flags are for: {@code bin}, {@code cdylib} or {@code
   * staticlib}. Some targets need other flags for libraries. Example: {@code
   * -Drust.export.kind=cdylib}
   */
  @Parameter(property = RustProperties.EXPORT_KIND, defaultValue = "bin")
  private String exportKind;

  /** Wired by Maven. */
  @Inject
  public ExportMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      TargetService service,
      EnvironmentService environments) {
    super(project, session, execution, services);
    this.service = service;
    this.environments = environments;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    unlessSkipped(
        () -> {
          Problems problems = new Problems();
          ParameterReader reader = new ParameterReader(properties(), problems);
          ExportFormat form =
              reader.word(RustProperties.FORMAT, format, ExportFormats.all(), ExportFormat::id);
          ArtifactKind kind =
              reader.word(
                  RustProperties.EXPORT_KIND,
                  exportKind,
                  List.of(ArtifactKind.values()),
                  ArtifactKind::id);
          TargetQuestion question = question(TargetQuestion.Default.AS_CARGO, problems);
          TargetFacts facts = service.facts(question, this::catalog, "export");
          output(outputFile).hand(text(facts, kind, form));
        });
  }

  /** Whoever reads it finds everything in its place. */
  private String text(TargetFacts facts, ArtifactKind kind, ExportFormat form)
      throws ProblemException, IOException {
    ExportedTargetFactory factory = new ExportedTargetFactory(facts.view());
    Export planned = factory.create(kind);
    // What cannot be said is told before anything is fetched.
    planned.in(form);
    Optional<TargetFacts> fetched = environments.provide(facts, planned.environments());
    Export export =
        fetched.isPresent()
            ? new ExportedTargetFactory(fetched.get().view()).create(kind)
            : planned;
    environments.write(facts, export.environments());
    return export.in(form);
  }
}
