package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.maven.export.Export;
import io.github.rustcross.maven.export.ExportFormat;
import io.github.rustcross.maven.export.ExportedTarget;
import io.github.rustcross.maven.export.ExportedTargetFactory;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.WrapperScript;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports settings that hold: tools are here and scripts are written before anybody reads them. */
public final class ExportService {
  private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);

  /** A service. */
  @Inject
  public ExportService() {}

  /**
   * The settings of the chosen targets, as a file.
   *
   * @param kind the kind of artifact that rustc's flags are for
   * @throws ProblemException if a target cannot be built for here, the format cannot say it, or a
   *     tool cannot be had
   */
  public String export(TargetFacts facts, ArtifactKind kind, ExportFormat format)
      throws ProblemException, IOException {
    ExportedTargetFactory factory = new ExportedTargetFactory(facts.view());
    Export planned = factory.create(kind);
    // What cannot be said is told before anything is fetched.
    planned.in(format);
    Set<String> tools = new LinkedHashSet<>();
    environments(planned).forEach(environment -> tools.addAll(environment.tools()));
    Export export = facts.tools().provide(tools, LOG::info) ? factory.create(kind) : planned;
    List<WrapperScript> scripts =
        environments(export).stream()
            .flatMap(environment -> environment.scripts().stream())
            .distinct()
            .toList();
    Provisioning.write(facts.question().cacheDir(), scripts);
    return export.in(format);
  }

  private static List<TargetEnvironment> environments(Export export) {
    return export.targets().stream().map(ExportedTarget::environment).toList();
  }
}
