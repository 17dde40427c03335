package io.github.rustcross.maven.build;

import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
   * Fetches tools and sysroots.
   *
   * @return what holds now; empty where nothing was fetched, so that the environments still hold
   * @throws ProblemException if something cannot be had
   */
  public Optional<TargetFacts> provide(TargetFacts facts, List<TargetEnvironment> environments)
      throws ProblemException, IOException {
    Set<String> tools = new LinkedHashSet<>();
    environments.forEach(environment -> tools.addAll(environment.tools()));
    boolean fetched = facts.tools().provide(tools, LOG::info);
    fetched |= facts.sysroots().provide(List.copyOf(facts.view().sysroots().values()), LOG::info);
    return fetched ? Optional.of(facts.again()) : Optional.empty();
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
