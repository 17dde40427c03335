package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a goal does that is called by its name on the command line: it runs in every module of the
 * session that uses the plugin, each time with the configuration of an execution there: one of
 * {@code build}, and where {@code test} is called and has executions of its own, one of these.
 * Maven by itself runs a goal that needs no project once, at the root, without it.
 */
public final class DirectInvocation {
  private static final Logger LOG = LoggerFactory.getLogger(DirectInvocation.class);

  /** What Maven calls an execution that the command line did not name ({@code goal@id}). */
  private static final String UNNAMED = "default-cli";

  private static final String CONFIGURED_GOAL = "build";
  private static final String TEST_GOAL = "test";

  /** The phase with which POMs switch an inherited execution off. */
  private static final String SWITCHED_OFF = "none";

  private final MavenSession session;
  private final MojoExecution called;
  private final LifecycleExecutor lifecycle;
  private final BuildPluginManager plugins;

  /** Wired by Maven. */
  @Inject
  public DirectInvocation(
      MavenSession session,
      MojoExecution called,
      LifecycleExecutor lifecycle,
      BuildPluginManager plugins) {
    this.session = session;
    this.called = called;
    this.lifecycle = lifecycle;
    this.plugins = plugins;
  }

  /** The run of the called goal in one module, under the name of an execution. */
  private record Visit(MavenProject project, String execution) {
    @Override
    public String toString() {
      return "%s (%s)".formatted(project.getArtifactId(), execution);
    }
  }

  /**
   * Runs the goal in the modules if it was called directly. A goal calls this first, and has
   * nothing more to do where it was run in this way.
   *
   * @return whether it was; otherwise it is one of these runs itself, belongs to the lifecycle, or
   *     there is no module that uses the plugin
   * @throws MojoFailureException if the goal fails in a module, which is named; further modules are
   *     visited with {@code --fail-at-end} or {@code --fail-never} only
   */
  boolean ranInModules() throws MojoExecutionException, MojoFailureException {
    if (called.getSource() != MojoExecution.Source.CLI) {
      return false;
    }
    List<Visit> visits = visits(this::executions);
    if (visits.isEmpty()) {
      failIfMistyped();
      visits = visits(this::pluginItself);
    }
    MavenProject before = session.getCurrentProject();
    try {
      visit(visits);
    } finally {
      session.setCurrentProject(before);
    }
    return !visits.isEmpty();
  }

  /** Maven takes any id for that of an execution which is configured nowhere. */
  private void failIfMistyped() throws MojoFailureException {
    List<String> known =
        visits(plugin -> plugin.getExecutions().stream().map(PluginExecution::getId).toList())
            .stream()
            .map(Visit::execution)
            .distinct()
            .toList();
    String id = called.getExecutionId();
    if (!id.equals(UNNAMED) && !known.isEmpty()) {
      List<String> nearest = TargetCatalog.nearest(id, known);
      throw new MojoFailureException(
          Problem.of(
                  ProblemCode.PARAMETER_INVALID,
                  "there is no execution '%s' here".formatted(id),
                  (nearest.isEmpty() ? "Known are: " : "Did you mean ")
                      + String.join(", ", nearest.isEmpty() ? known : nearest))
              .toString());
    }
  }

  private List<Visit> visits(Function<Plugin, List<String>> executions) {
    List<Visit> visits = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      Plugin plugin =
          project.getFile() == null
              ? null
              : project.getPlugin(Plugin.constructKey(called.getGroupId(), called.getArtifactId()));
      if (plugin != null) {
        executions.apply(plugin).forEach(id -> visits.add(new Visit(project, id)));
      }
    }
    return visits;
  }

  /** A plugin without any execution is configured for goals that are called. */
  private List<String> pluginItself(Plugin plugin) {
    return called.getExecutionId().equals(UNNAMED) && configured(plugin).isEmpty()
        ? List.of(UNNAMED)
        : List.of();
  }

  private List<PluginExecution> configured(Plugin plugin) {
    List<PluginExecution> own =
        called.getGoal().equals(TEST_GOAL) ? configured(plugin, TEST_GOAL) : List.of();
    return own.isEmpty() ? configured(plugin, CONFIGURED_GOAL) : own;
  }

  private static List<PluginExecution> configured(Plugin plugin, String goal) {
    return plugin.getExecutions().stream()
        .filter(execution -> execution.getGoals().contains(goal))
        .toList();
  }

  private List<String> executions(Plugin plugin) {
    if (!called.getExecutionId().equals(UNNAMED)) {
      return plugin.getExecutions().stream()
          .map(PluginExecution::getId)
          .filter(called.getExecutionId()::equals)
          .toList();
    }
    return configured(plugin).stream()
        .filter(execution -> !SWITCHED_OFF.equals(execution.getPhase()))
        .map(PluginExecution::getId)
        .toList();
  }

  private void visit(List<Visit> visits) throws MojoExecutionException, MojoFailureException {
    List<Exception> failures = new ArrayList<>();
    int number = 0;
    for (Visit visit : visits) {
      number++;
      if (visits.size() > 1) {
        LOG.info("{} of {}: {} in {}", number, visits.size(), called.getGoal(), visit);
      }
      try {
        run(visit);
      } catch (MojoFailureException e) {
        failures.add(new MojoFailureException(in(visit, e), e));
      } catch (MojoExecutionException e) {
        failures.add(new MojoExecutionException(in(visit, e), e));
      }
      if (!failures.isEmpty() && isFailFast()) {
        break;
      }
    }
    fail(failures);
  }

  private static String in(Visit visit, Exception failure) {
    return visit + ": " + failure.getMessage();
  }

  private boolean isFailFast() {
    return Objects.equals(
        session.getRequest().getReactorFailureBehavior(), MavenExecutionRequest.REACTOR_FAIL_FAST);
  }

  /** All failures in one: ours as such, if there is one among them. */
  private static void fail(List<Exception> failures)
      throws MojoExecutionException, MojoFailureException {
    if (failures.isEmpty()) {
      return;
    }
    String message = String.join("\n", failures.stream().map(Exception::getMessage).toList());
    for (Exception failure : failures) {
      if (failure instanceof MojoExecutionException) {
        throw new MojoExecutionException(message, failure);
      }
    }
    throw new MojoFailureException(message, failures.get(0));
  }

  private void run(Visit visit) throws MojoExecutionException, MojoFailureException {
    session.setCurrentProject(visit.project());
    try {
      plugins.executeMojo(session, execution(visit));
    } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
      throw e;
    } catch (PluginExecutionException e) {
      throw new MojoExecutionException(
          e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
    } catch (Exception e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /**
   * Has Maven put the configuration together, as it does for goals of the lifecycle. That it does
   * not come from the command line tells such a run from the call that made it.
   *
   * @throws Exception one of the ten that Maven declares for what goes wrong with plugins
   */
  private MojoExecution execution(Visit visit) throws Exception {
    MojoDescriptor goal = called.getMojoDescriptor();
    String task =
        String.join(
            ":", called.getGroupId(), called.getArtifactId(), called.getVersion(), goal.getGoal());
    MojoExecution planned =
        lifecycle
            .calculateExecutionPlan(session, task + "@" + visit.execution())
            .getMojoExecutions()
            .get(0);
    MojoExecution execution =
        new MojoExecution(
            planned.getMojoDescriptor(), visit.execution(), MojoExecution.Source.LIFECYCLE);
    execution.setConfiguration(planned.getConfiguration());
    return execution;
  }
}
