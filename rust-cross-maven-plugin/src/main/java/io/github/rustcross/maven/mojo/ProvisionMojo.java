package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.ProvisionService;
import io.github.rustcross.maven.build.Provisions;
import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.explain.ProvisionPage;
import io.github.rustcross.maven.plan.BuildRequest;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Fetches and checks all that builds for the chosen targets will need, so that they need no network
 * afterwards: the Rust toolchain, standard libraries, what the crate depends on, tools and their
 * scripts, and where the module runs the goal test, what runs the programs.
 */
@Mojo(name = "provision", requiresProject = false, threadSafe = true)
public final class ProvisionMojo extends AbstractCrateMojo {
  private static final String TEST = "test";

  private final DirectInvocation direct;
  private final ProvisionService service;

  /** Wired by Maven. */
  @Inject
  public ProvisionMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      DirectInvocation direct,
      ProvisionService service) {
    super(project, session, execution, services);
    this.direct = direct;
    this.service = service;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (direct.ranInModules()) {
      return;
    }
    unlessSkipped(
        () -> {
          BuildRequest request = requestOrProblems();
          Provisions here =
              service.provide(
                  request,
                  TargetQuestion.of(request, TargetQuestion.Default.AS_CARGO),
                  this::catalog,
                  hasTests());
          output(null).tell(ProvisionPage.of(here));
        });
  }

  /** Whether an execution of this plugin runs the crate's tests. */
  private boolean hasTests() {
    return Optional.ofNullable(
            project()
                .getPlugin(
                    Plugin.constructKey(execution().getGroupId(), execution().getArtifactId())))
        .stream()
        .flatMap(plugin -> plugin.getExecutions().stream())
        .anyMatch(any -> any.getGoals().contains(TEST));
  }
}
