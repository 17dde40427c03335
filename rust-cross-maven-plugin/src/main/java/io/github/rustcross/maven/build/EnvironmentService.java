package io.github.rustcross.maven.build;

import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that what environments refer to is there, for whoever uses them. */
public final class EnvironmentService {
  private static final Logger LOG = LoggerFactory.getLogger(EnvironmentService.class);

  /** A service. */
  @Inject
  public EnvironmentService() {}

  /**
   * Fetches the tools.
   *
   * @return whether anything was fetched, so that environments have to be made again
   * @throws ProblemException if a tool cannot be had
   */
  public boolean provide(TargetFacts facts, List<TargetEnvironment> environments)
      throws ProblemException, IOException {
    Set<String> tools = new LinkedHashSet<>();
    environments.forEach(environment -> tools.addAll(environment.tools()));
    return facts.tools().provide(tools, LOG::info);
  }

  /**
   * Writes the scripts.
   *
   * @throws ProblemException if the tool cache cannot be written
   */
  public void write(TargetFacts facts, List<TargetEnvironment> environments)
      throws ProblemException {
    Provisioning.write(
        facts.question().cacheDir(),
        environments.stream()
            .flatMap(environment -> environment.scripts().stream())
            .distinct()
            .toList());
  }
}
