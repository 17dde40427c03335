package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.maven.fixture.RecordedLog;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.lifecycle.internal.ExecutionPlanItem;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A goal that is called by its name")
class DirectInvocationTest {
  private static final String GROUP = "io.github.rustcross";
  private static final String ARTIFACT = "rust-cross-maven-plugin";

  private final List<MavenProject> projects = new ArrayList<>();
  private final List<String> runs = new ArrayList<>();
  private final Map<String, Exception> failures = new HashMap<>();
  private String onFailure = MavenExecutionRequest.REACTOR_FAIL_FAST;
  private MavenSession session;

  @Test
  @DisplayName("runs in every module that uses the plugin, with what its build execution says")
  void everyModule() throws Exception {
    module("root");
    module("one", build("default"));
    module("two", build("default"), build("agent"));

    try (RecordedLog log = new RecordedLog()) {
      assertThat(call("plan", "default-cli")).isTrue();

      assertThat(log.lines())
          .containsExactly(
              "info: 1 of 3: plan in one (default)",
              "info: 2 of 3: plan in two (default)",
              "info: 3 of 3: plan in two (agent)");
    }
    assertThat(runs).containsExactly("one plan@default", "two plan@default", "two plan@agent");
    assertThat(session.getCurrentProject()).isSameAs(projects.get(0));
  }

  @Test
  @DisplayName("says nothing of modules where there is one")
  void oneModule() throws Exception {
    module("one", build("default"));

    try (RecordedLog log = new RecordedLog()) {
      assertThat(call("build", "default-cli")).isTrue();

      assertThat(log.lines()).isEmpty();
    }
    assertThat(runs).containsExactly("one build@default");
  }

  @Test
  @DisplayName("takes the plugin's own configuration where no execution builds")
  void pluginLevel() throws Exception {
    module("one", execution("print", "package", "plan"));

    assertThat(call("build", "default-cli")).isTrue();
    assertThat(runs).containsExactly("one build@default-cli");
  }

  @Test
  @DisplayName("leaves out a module that only names the plugin, where others have executions")
  void namedOnly() throws Exception {
    module("root", execution("print", "package", "plan"));
    module("one", build("default"));

    assertThat(call("build", "default-cli")).isTrue();
    assertThat(runs).containsExactly("one build@default");
  }

  @Test
  @DisplayName("takes the executions of test for tests, and those of build where there are none")
  void tests() throws Exception {
    module("one", build("default"), execution("slow", "integration-test", "test"));
    module("two", build("default"));

    assertThat(call("test", "default-cli")).isTrue();
    assertThat(runs).containsExactly("one test@slow", "two test@default");
  }

  @Test
  @DisplayName("leaves out an execution that is switched off")
  void switchedOff() throws Exception {
    module("one", execution("off", "none", "build"), build("on"));
    module("two", execution("off", "none", "build"));

    assertThat(call("build", "default-cli")).isTrue();
    assertThat(runs).containsExactly("one build@on");
  }

  @Test
  @DisplayName("with the name of an execution runs that one, wherever it is")
  void named() throws Exception {
    module("one", build("default"));
    module("two", build("default"), execution("off", "none", "build"));

    assertThat(call("build", "off")).isTrue();
    assertThat(runs).containsExactly("two build@off");
  }

  @Test
  @DisplayName("with the name of an execution that nobody has is an error with the nearest name")
  void mistyped() {
    module("one", build("default"), build("agent"));

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> call("build", "agnet"))
        .withMessage(
            "RC-PARAMETER-INVALID: there is no execution 'agnet' here\n    Did you mean agent");
    assertThat(runs).isEmpty();
  }

  @Test
  @DisplayName("runs as Maven runs it where nobody uses the plugin")
  void nobody() throws Exception {
    module("root");
    module("one");

    assertThat(call("build", "default-cli")).isFalse();
    assertThat(runs).isEmpty();
  }

  @Test
  @DisplayName("runs as Maven runs it where there is no pom")
  void noPom() throws Exception {
    module("standalone-pom", build("default"));
    projects.get(0).setFile(null);

    assertThat(call("build", "default-cli")).isFalse();
    assertThat(runs).isEmpty();
  }

  @Test
  @DisplayName("of the lifecycle is left alone, as is the run in a module")
  void lifecycle() throws Exception {
    module("one", build("default"));
    MojoExecution execution =
        new MojoExecution(goal("build"), "default", MojoExecution.Source.LIFECYCLE);

    assertThat(direct(execution).ranInModules()).isFalse();
    assertThat(runs).isEmpty();
  }

  @Test
  @DisplayName("stops at the first module that fails, and names it")
  void failFast() {
    module("one", build("default"));
    module("two", build("agent"));
    module("three", build("default"));
    failures.put("two", new MojoFailureException("RC-TARGET-UNKNOWN: there is no such target"));

    assertThatThrownBy(() -> call("build", "default-cli"))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("two (agent): RC-TARGET-UNKNOWN: there is no such target");
    assertThat(runs).containsExactly("one build@default", "two build@agent");
    assertThat(session.getCurrentProject()).isSameAs(projects.get(0));
  }

  @Test
  @DisplayName("with --fail-at-end visits all modules, and names all that failed")
  void failAtEnd() {
    onFailure = MavenExecutionRequest.REACTOR_FAIL_AT_END;
    module("one", build("default"));
    module("two", build("default"));
    module("three", build("default"));
    failures.put("one", new MojoFailureException("this"));
    failures.put("two", new MojoFailureException("that"));

    assertThatThrownBy(() -> call("build", "default-cli"))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("one (default): this\ntwo (default): that");
    assertThat(runs).hasSize(3);
  }

  @Test
  @DisplayName("tells our failure from the user's")
  void ours() {
    onFailure = MavenExecutionRequest.REACTOR_FAIL_AT_END;
    module("one", build("default"));
    module("two", build("default"));
    failures.put("one", new MojoFailureException("this"));
    // Maven wraps what a goal throws.
    MojoExecutionException full = new MojoExecutionException("the disk is full");
    failures.put(
        "two",
        new PluginExecutionException(new MojoExecution(goal("build")), new MavenProject(), full));

    assertThatThrownBy(() -> call("build", "default-cli"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("one (default): this\ntwo (default): the disk is full")
        .hasRootCause(full);
  }

  private boolean call(String goal, String execution) throws Exception {
    return direct(new MojoExecution(goal(goal), execution, MojoExecution.Source.CLI))
        .ranInModules();
  }

  // Maven itself makes sessions in no other way.
  @SuppressWarnings("deprecation")
  private DirectInvocation direct(MojoExecution called) {
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setReactorFailureBehavior(onFailure);
    session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    session.setProjects(projects);
    return new DirectInvocation(
        session,
        called,
        fake(LifecycleExecutor.class, (method, arguments) -> planned(arguments)),
        fake(BuildPluginManager.class, (method, arguments) -> run((MojoExecution) arguments[1])));
  }

  private MavenExecutionPlan planned(Object... arguments) {
    String[] words = ((String[]) arguments[1])[0].split("[:@]");
    assertThat(Arrays.copyOf(words, 3)).containsExactly(GROUP, ARTIFACT, "1.0");
    return new MavenExecutionPlan(
        List.of(
            new ExecutionPlanItem(
                new MojoExecution(goal(words[3]), words[4], MojoExecution.Source.CLI))),
        null);
  }

  private Object run(MojoExecution execution) throws Exception {
    // Otherwise the run in a module would visit the modules again.
    assertThat(execution.getSource()).isEqualTo(MojoExecution.Source.LIFECYCLE);
    String module = session.getCurrentProject().getArtifactId();
    runs.add("%s %s@%s".formatted(module, execution.getGoal(), execution.getExecutionId()));
    if (failures.containsKey(module)) {
      throw failures.get(module);
    }
    return null;
  }

  /** What an interface of Maven does. */
  @FunctionalInterface
  private interface Behaviour {
    Object call(String method, Object... arguments) throws Exception;
  }

  private static <T> T fake(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
  }

  private static MojoDescriptor goal(String name) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId(GROUP);
    plugin.setArtifactId(ARTIFACT);
    plugin.setVersion("1.0");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    goal.setGoal(name);
    return goal;
  }

  private static PluginExecution build(String id) {
    return execution(id, "package", "build");
  }

  private static PluginExecution execution(String id, String phase, String goal) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.setPhase(phase);
    execution.addGoal(goal);
    return execution;
  }

  /** A module; one without executions does not use the plugin. */
  private void module(String name, PluginExecution... executions) {
    Model model = new Model();
    model.setGroupId("com.example");
    model.setArtifactId(name);
    model.setVersion("1.0");
    model.setBuild(new Build());
    if (executions.length > 0) {
      Plugin plugin = new Plugin();
      plugin.setGroupId(GROUP);
      plugin.setArtifactId(ARTIFACT);
      Arrays.asList(executions).forEach(plugin::addExecution);
      model.getBuild().addPlugin(plugin);
    }
    MavenProject project = new MavenProject(model);
    project.setFile(new File(name, "pom.xml"));
    projects.add(project);
  }
}
