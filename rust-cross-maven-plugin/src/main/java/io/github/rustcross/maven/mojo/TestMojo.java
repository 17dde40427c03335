package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.build.CrossTest;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.TestOptions;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.report.SurefireXml;
import io.github.rustcross.maven.testing.TestReport;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compiles a Rust crate's tests for every target with one cargo invocation and runs them, each
 * target's under its runner: this machine itself, QEMU, Wine, a WebAssembly runtime, a container, a
 * device. Writes the results as Surefire writes its own, and fails if a test fails. Documentation
 * tests and programs without Rust's test harness are tests too. Works in a crate's folder without a
 * pom too.
 */
@Mojo(
    name = "test",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class TestMojo extends AbstractCrateMojo {
  private static final int TIMEOUT = 600;

  private final DirectInvocation direct;
  private final CrossTest test;

  /**
   * What to test: words as in targets, which this takes the place of. Default: those of targets
   * whose programs can be run here; the others are named once, with what would change that. A
   * target that is named here and cannot be run is an error. Example:
   * -Drust.test.targets=&#64;linux,wasm32-wasip1
   *
   * <pre>{@code
   * <testTargets>
   *   <target>x86_64-unknown-linux-musl</target>
   *   <target>aarch64-unknown-linux-gnu</target>
   * </testTargets>
   * }</pre>
   */
  @Parameter(property = RustProperties.TEST_TARGETS)
  private List<String> testTargets;

  /**
   * What runs the programs: {@code auto}, the name of one of the catalog's runners for all targets,
   * {@code target=name} pairs (a triple, a group or host), or both. What a runner has to be told
   * stands behind its name and a colon; {@code none} leaves a target out. {@code auto} is what
   * cargo's configuration names, else the first of the catalog that serves. Example: {@code
   * -Drust.test.runner=aarch64-unknown-linux-gnu=ssh:pi@board:/tmp/tests}
   */
  @Parameter(property = RustProperties.TEST_RUNNER, defaultValue = "auto")
  private List<String> testRunner;

  /**
   * Only tests whose name contains one of these texts are run, as with {@code cargo test NAME}. No
   * test of such a name on any target is an error. Example: {@code
   * -Drust.test.filter=parser::,endian}
   */
  @Parameter(property = RustProperties.TEST_FILTER)
  private List<String> testFilter;

  /**
   * Further arguments for the test programs, what stands behind {@code --} of {@code cargo test}.
   * On the command line a comma separates them. Example: {@code
   * -Drust.test.args=--include-ignored,--test-threads=1}
   */
  @Parameter(property = RustProperties.TEST_ARGS)
  private List<String> testArgs;

  /**
   * cargo's profile for tests: {@code test}, which is dev with tests, {@code release}, or one that
   * the crate's Cargo.toml defines. Example: {@code -Drust.test.profile=release}
   */
  @Parameter(property = RustProperties.TEST_PROFILE, defaultValue = "test")
  private String testProfile;

  /**
   * How many seconds one test program may take, and the documentation tests of one library; 0 for
   * as long as it likes. A program that takes longer is ended with all that it started. Example:
   * {@code -Drust.test.timeout=1800}
   */
  @Parameter(property = RustProperties.TEST_TIMEOUT, defaultValue = "" + TIMEOUT)
  private String testTimeout;

  /**
   * Whether this goal does nothing: {@code true} or {@code false}. Example: {@code
   * -Drust.test.skip}
   */
  @Parameter(property = RustProperties.TEST_SKIP, defaultValue = "false")
  private boolean testSkip;

  /**
   * Whether no tests are run at all, as Surefire has it: {@code true} or {@code false}. Example:
   * {@code -DskipTests}
   */
  @Parameter(property = RustProperties.SKIP_TESTS, defaultValue = "false")
  private boolean skipTests;

  /**
   * Whether tests are neither compiled nor run, as Surefire has it: {@code true} or {@code false}.
   * Example: {@code -Dmaven.test.skip}
   */
  @Parameter(property = RustProperties.MAVEN_TEST_SKIP, defaultValue = "false")
  private boolean skipAllTests;

  /**
   * Whether failing tests leave the build a success, as Surefire has it: {@code true} or {@code
   * false}. Tests that do not compile fail it all the same. Example: {@code
   * -Dmaven.test.failure.ignore}
   */
  @Parameter(property = RustProperties.TEST_FAILURE_IGNORE, defaultValue = "false")
  private boolean testFailureIgnore;

  /**
   * Where the results are written, one XML file for each test program and target. Default: {@code
   * surefire-reports} in the project's build directory.
   *
   * <pre>{@code
   * <reportsDirectory>target/rust-reports</reportsDirectory>
   * }</pre>
   */
  @Parameter private File reportsDirectory;

  /** Wired by Maven. */
  @Inject
  public TestMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      MojoServices services,
      DirectInvocation direct,
      CrossTest test) {
    super(project, session, execution, services);
    this.direct = direct;
    this.test = test;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (direct.ranInModules()) {
      return;
    }
    Optional<String> skipped = skipped();
    if (skipped.isPresent()) {
      getLog().info("Tests are skipped: " + skipped.get());
      return;
    }
    Failures.map(this::test);
  }

  private void test() throws ProblemException, IOException {
    TestReport report = test.run(testRequest(), this::catalog, results(), progressInterval());
    Problems problems = new Problems();
    problems.addAll(report.problems());
    report.none().ifPresent(problems::add);
    if (ignoresFailures()) {
      report.failure().ifPresent(failure -> getLog().warn(failure.toString()));
    } else {
      report.failure().ifPresent(problems::add);
    }
    problems.failIfAny();
  }

  /** The property that says that nothing is to be tested, if one does. */
  Optional<String> skipped() {
    RustProperties given = properties();
    if (isSkipped()) {
      return Optional.of(RustProperties.SKIP);
    }
    if (given.flag(RustProperties.TEST_SKIP, testSkip)) {
      return Optional.of(RustProperties.TEST_SKIP);
    }
    if (given.flag(RustProperties.SKIP_TESTS, skipTests)) {
      return Optional.of(RustProperties.SKIP_TESTS);
    }
    return given.flag(RustProperties.MAVEN_TEST_SKIP, skipAllTests)
        ? Optional.of(RustProperties.MAVEN_TEST_SKIP)
        : Optional.empty();
  }

  /** Whether failing tests leave the build a success. */
  boolean ignoresFailures() {
    return properties().flag(RustProperties.TEST_FAILURE_IGNORE, testFailureIgnore);
  }

  /** What is asked for, with everything that is wrong with it told at once. */
  BuildRequest testRequest() throws ProblemException {
    RustProperties given = properties();
    Problems problems = new Problems();
    Optional<BuildRequest> request = problems.of(this::requestOrProblems);
    int seconds =
        new ParameterReader(given, problems)
            .seconds(RustProperties.TEST_TIMEOUT, testTimeout)
            .orElse(TIMEOUT);
    List<String> named = given.targets(RustProperties.TEST_TARGETS, testTargets);
    given.emptyTargets(RustProperties.TEST_TARGETS).ifPresent(problems::add);
    problems.failIfAny();
    TestOptions options =
        new TestOptions(
            !named.isEmpty(),
            given.list(RustProperties.TEST_RUNNER, testRunner),
            given.list(RustProperties.TEST_FILTER, testFilter),
            given.list(RustProperties.TEST_ARGS, testArgs),
            seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
    BuildRequest built = request.orElseThrow();
    return built.testing(
        named.isEmpty() ? built.targets() : named,
        given.text(RustProperties.TEST_PROFILE, testProfile).orElse("test"),
        options);
  }

  private SurefireXml results() {
    return new SurefireXml(
        reportsDirectory == null
            ? buildDir().resolve("surefire-reports")
            : reportsDirectory.toPath(),
        executionId());
  }
}
