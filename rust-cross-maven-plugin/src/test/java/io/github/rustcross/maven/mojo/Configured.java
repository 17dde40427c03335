package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.CheckupService;
import io.github.rustcross.maven.build.EnvironmentService;
import io.github.rustcross.maven.build.PlanService;
import io.github.rustcross.maven.build.RunnerService;
import io.github.rustcross.maven.build.TargetService;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.mojo.GoalParameters.GoalParameter;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoMetadata;
import io.github.rustcross.maven.rust.RustProbe;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.LauncherImages;
import io.github.rustcross.maven.tool.RunnerPreparation;
import java.io.File;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;

/** Goals as Maven would configure them, by Maven's own converters. */
final class Configured {
  private Configured() {}

  /** The goal {@code build} in a project. */
  static BuildMojo build(Path basedir, String configuration, Map<String, String> commandLine)
      throws Exception {
    return goal(BuildMojo.class, basedir, configuration, commandLine);
  }

  /** The goal {@code test} in a project. */
  static TestMojo test(Path basedir, String configuration, Map<String, String> commandLine)
      throws Exception {
    return goal(TestMojo.class, basedir, configuration, commandLine);
  }

  /**
   * A goal in a project.
   *
   * @param configuration what is inside {@code <configuration>}
   * @param commandLine the user's properties
   */
  static <M extends AbstractMojo> M goal(
      Class<M> goal, Path basedir, String configuration, Map<String, String> commandLine)
      throws Exception {
    Properties user = new Properties();
    user.putAll(commandLine);
    M mojo = create(goal, project(basedir), session(basedir, user));
    new BasicComponentConfigurator()
        .configureComponent(
            mojo,
            new XmlPlexusConfiguration(complete(goal, configuration, user)),
            evaluator(basedir),
            new ClassWorld("test", Configured.class.getClassLoader()).getClassRealm("test"),
            null);
    return mojo;
  }

  /** What the POM lacks comes from the command line, else it is the default: so does Maven. */
  private static Xpp3Dom complete(
      Class<? extends AbstractMojo> goal, String configuration, Properties user) throws Exception {
    Xpp3Dom dom =
        Xpp3DomBuilder.build(
            new StringReader("<configuration>" + configuration + "</configuration>"));
    for (GoalParameter parameter : GoalParameters.of(goal)) {
      Optional<String> value =
          parameter
              .property()
              .map(user::getProperty)
              .or(parameter::defaultValue)
              .filter(text -> !text.startsWith("${"));
      if (dom.getChild(parameter.name()) == null && value.isPresent()) {
        Xpp3Dom child = new Xpp3Dom(parameter.name());
        child.setValue(value.get());
        dom.addChild(child);
      }
    }
    return dom;
  }

  private static ExpressionEvaluator evaluator(Path basedir) {
    return new ExpressionEvaluator() {
      @Override
      public Object evaluate(String expression) {
        return expression;
      }

      @Override
      public File alignToBaseDirectory(File file) {
        return basedir.resolve(file.toPath()).toFile();
      }
    };
  }

  private static <M> M create(Class<M> goal, MavenProject project, MavenSession session)
      throws Exception {
    String name = goal.getSimpleName().replace("Mojo", "").toLowerCase(Locale.ROOT);
    CatalogOverlays overlays = new CatalogOverlays(null);
    HostSystem host = new HostSystem();
    ProcessRunner processes = new ProcessRunner();
    MojoExecution execution = new MojoExecution(new Plugin(), name, "default-" + name);
    RustProbe probe = new RustProbe(host, processes);
    InstalledRunners programs = new InstalledRunners(host, processes);
    PlanService plans =
        new PlanService(host, processes, probe, new CargoMetadata(processes), programs);
    TargetService targets = new TargetService(host, processes, probe, programs);
    RunnerService runners = new RunnerService(programs, new RunnerPreparation(host, processes));
    Object[] known = {
      project,
      session,
      execution,
      new DirectInvocation(session, execution, null, null),
      plans,
      targets,
      runners,
      new CheckupService(plans, targets, runners, new LauncherImages(processes)),
      new MojoServices(host, overlays, new SettingsNetwork(null)),
      new EnvironmentService(),
      overlays,
      new FileWords(null)
    };
    Constructor<?> constructor = goal.getConstructors()[0];
    Object[] arguments =
        Stream.of(constructor.getParameters())
            .map(Parameter::getType)
            .map(type -> Stream.of(known).filter(type::isInstance).findFirst().orElse(null))
            .toArray();
    return goal.cast(constructor.newInstance(arguments));
  }

  private static MavenProject project(Path basedir) {
    Build build = new Build();
    build.setDirectory(basedir.resolve("target").toString());
    Model model = new Model();
    model.setBuild(build);
    MavenProject project = new MavenProject(model);
    project.setFile(basedir.resolve("pom.xml").toFile());
    return project;
  }

  // Maven has no other way of making one.
  @SuppressWarnings("deprecation")
  private static MavenSession session(Path basedir, Properties user) {
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setUserProperties(user);
    request.setBaseDirectory(basedir.toFile());
    return new MavenSession(null, null, request, new DefaultMavenExecutionResult());
  }
}
