package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.attach.ArtifactClaims;
import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.CargoOptions;
import io.github.rustcross.maven.plan.ClassifierStyle;
import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.OpensslMode;
import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The parameters of all goals that look at a crate. */
abstract class AbstractCrateMojo extends AbstractTargetMojo {
  /** What Maven calls an execution for which the POM has no id. */
  private static final Set<String> DEFAULT_EXECUTIONS =
      Set.of("default", "default-cli", "default-build", "default-test");

  private static final Duration WATCHED = Duration.ofSeconds(10);
  private static final Duration UNWATCHED = Duration.ofSeconds(60);

  /**
   * The crate's or workspace's Cargo.toml. Default: {@code Cargo.toml} beside the POM, else {@code
   * src/main/rust/Cargo.toml}. Example: {@code -Drust.manifestPath=native/Cargo.toml}
   */
  @Parameter(property = RustProperties.MANIFEST_PATH)
  private File manifestPath;

  /**
   * cargo's profile: {@code release}, {@code dev}, or one that the crate's Cargo.toml defines.
   * Example: {@code -Drust.profile=dist}
   */
  @Parameter(property = RustProperties.PROFILE, defaultValue = "release")
  private String profile;

  /**
   * Features to switch on, besides the default ones. {@code package/feature} names one of a
   * workspace's member. Example: {@code -Drust.features=tls,bundled}
   */
  @Parameter(property = RustProperties.FEATURES)
  private List<String> features;

  /**
   * Whether all features are on: {@code true} or {@code false}. Example: {@code -Drust.allFeatures}
   */
  @Parameter(property = RustProperties.ALL_FEATURES, defaultValue = "false")
  private boolean allFeatures;

  /**
   * Whether the crate's default features are off: {@code true} or {@code false}. Example: {@code
   * -Drust.noDefaultFeatures}
   */
  @Parameter(property = RustProperties.NO_DEFAULT_FEATURES, defaultValue = "false")
  private boolean noDefaultFeatures;

  /**
   * The packages of a workspace to build. Default: those that cargo builds by itself. Example:
   * {@code -Drust.package=server,client}, or in the POM:
   *
   * <pre>{@code
   * <packages>
   *   <package>server</package>
   *   <package>client</package>
   * </packages>
   * }</pre>
   */
  @Parameter(property = RustProperties.PACKAGE)
  private List<String> packages;

  /**
   * The executables to build, by their names in Cargo.toml. Default: all. Example: {@code
   * -Drust.bins=server}
   */
  @Parameter(property = RustProperties.BINS)
  private List<String> bins;

  /**
   * Whether the library is built; together with {@code bins} both are, alone only the library:
   * {@code true} or {@code false}. Example: {@code -Drust.lib}
   */
  @Parameter(property = RustProperties.LIB, defaultValue = "false")
  private boolean lib;

  /**
   * Whether Cargo.lock has to be there and up to date: {@code true} or {@code false}. Example:
   * {@code -Drust.locked}
   */
  @Parameter(property = RustProperties.LOCKED, defaultValue = "false")
  private boolean locked;

  /**
   * Further arguments for {@code cargo build}, at its end. On the command line a comma separates
   * them. Example: {@code -Drust.cargoArgs=--timings,-v}
   */
  @Parameter(property = RustProperties.CARGO_ARGS)
  private List<String> cargoArgs;

  /**
   * How many jobs cargo runs at once, 1 to 9999. Default: as many as there are processors. Example:
   * {@code -Drust.jobs=2}
   */
  @Parameter(property = RustProperties.JOBS)
  private String jobs;

  /**
   * Where the standard library comes from: {@code auto} (installed, else {@code rustup target add})
   * or {@code build} (from source with {@code -Zbuild-std}, for targets that have none prebuilt;
   * takes a nightly toolchain). Example: {@code -Drust.std=build -Drust.channel=nightly}
   */
  @Parameter(property = RustProperties.STD, defaultValue = "auto")
  private String std;

  /**
   * Where OpenSSL comes from: {@code auto} (wherever the crates look; a build that is certain not
   * to find it is stopped), {@code vendored} (compiled along), {@code sysroot} (the target's
   * sysroot), {@code rustls} (nowhere: OpenSSL among the crates is an error) or {@code system}
   * (nothing is checked). Example: {@code -Drust.openssl=vendored}
   */
  @Parameter(property = RustProperties.OPENSSL, defaultValue = "auto")
  private String openssl;

  /**
   * What happens to a target that cannot be built here: {@code fail}, or {@code skip}, which names
   * it with its reason in log and report. Example: {@code -Drust.unavailable=skip}
   */
  @Parameter(property = RustProperties.UNAVAILABLE, defaultValue = "fail")
  private String unavailable;

  /**
   * Whose words classifiers are made of: {@code os} (os-maven-plugin's, and more where they cannot
   * tell platforms apart), {@code triple} or {@code jna}. Example: {@code -Drust.classifier=triple}
   */
  @Parameter(property = RustProperties.CLASSIFIER, defaultValue = "os")
  private String classifier;

  /**
   * As what binaries are attached: {@code binary} (the file itself), {@code archive} (one tar.gz
   * for each platform, zip for Windows, with the crate's licence and readme files) or {@code jar}
   * (one jar for each platform). Default: {@code binary} for executables and static libraries,
   * {@code jar} for cdylibs. Example: {@code -Drust.attach=archive}
   */
  @Parameter(property = RustProperties.ATTACH)
  private String attach;

  /**
   * Where a library lies in its jar: default (META-INF/native/{classifier}/{file}), jna, scijava,
   * netty, os, or a pattern of {classifier}, {triple}, {os}, {arch}, {libc}, {name} and {file}.
   * Example: -Drust.jniLayout=com/acme/{os}/{arch}/{file}
   */
  @Parameter(property = RustProperties.JNI_LAYOUT, defaultValue = "default")
  private String jniLayout;

  /**
   * What happens when a binary is not what its target needs: {@code strict} fails the build, {@code
   * warn} warns, {@code off} does nothing. Example: {@code -Drust.verify=warn}
   */
  @Parameter(property = RustProperties.VERIFY, defaultValue = "strict")
  private String verify;

  /**
   * Libraries that binaries may need besides those that every machine of their platform has, as
   * binaries ask for them; {@code *} stands for any characters. They are in the report as runtime
   * dependencies. Example: {@code -Drust.verify.allow=libssl.so.3,libcrypto.so.3}
   */
  @Parameter(property = RustProperties.VERIFY_ALLOW)
  private List<String> verifyAllow;

  /**
   * How much single rules of verification count: {@code rule=level} for all targets, {@code
   * target:rule=level} for a target or group; a rule's name or code, and strict, warn, report or
   * off. With {@code rust.verify=warn} none counts more than that. Example: {@code
   * -Drust.verify.rules=build-path=strict,@musl:position=warn}
   */
  @Parameter(property = RustProperties.VERIFY_RULES)
  private List<String> verifyRules;

  /**
   * Whether the first error ends the build: {@code true} or {@code false}. Otherwise all that can
   * be built is built before the build fails. Example: {@code -Drust.failFast}
   */
  @Parameter(property = RustProperties.FAIL_FAST, defaultValue = "false")
  private boolean failFast;

  /**
   * cargo's target folder. Default: rust-cross/cargo in the project's build directory. Example:
   * {@code -Drust.targetDir=/tmp/cargo}
   */
  @Parameter(property = RustProperties.TARGET_DIR)
  private File targetDir;

  /**
   * Further variables for cargo and the build scripts it runs, for all targets.
   *
   * <pre>{@code
   * <environment>
   *   <SQLITE_MAX_COLUMN>100</SQLITE_MAX_COLUMN>
   * </environment>
   * }</pre>
   */
  @Parameter private Map<String, String> environment;

  /**
   * The time that entries of jars and archives have and that cargo gets as {@code
   * SOURCE_DATE_EPOCH}: ISO 8601, or seconds since 1970. Set it once for all plugins, as the
   * property {@code project.build.outputTimestamp}.
   */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  private String outputTimestamp;

  AbstractCrateMojo(
      MavenProject project, MavenSession session, MojoExecution execution, MojoServices services) {
    super(project, session, execution, services);
  }

  final String executionId() {
    return execution().getExecutionId();
  }

  /** Fails where a plan wants to attach what is somebody else's in this project. */
  final void claim(BuildPlan plan) throws ProblemException {
    if (hasProject()) {
      List<Problem> problems = ArtifactClaims.claim(project(), executionId(), plan);
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
    }
  }

  /** How often to tell how far long work is. */
  final Duration progressInterval() {
    boolean watched = session().getRequest().isInteractiveMode() && services().host().isTerminal();
    return watched ? WATCHED : UNWATCHED;
  }

  /** The request; where it is wrong, what is wrong with the catalog is told with it. */
  final BuildRequest requestOrProblems() throws ProblemException {
    return requestOrProblems(new Problems());
  }

  /**
   * The request; where it is wrong, what is wrong with the catalog is told with it.
   *
   * @param problems what is wrong with the goal's own parameters
   */
  final BuildRequest requestOrProblems(Problems problems) throws ProblemException {
    return requestOrProblems(problems, this::catalog);
  }

  final BuildRequest requestOrProblems(Problems problems, CatalogLoad catalog)
      throws ProblemException {
    warnOfUnknownElements();
    Optional<BuildRequest> request = problems.of(this::request);
    if (request.isEmpty()) {
      problems.of(catalog::catalog);
    }
    problems.failIfAny();
    return request.orElseThrow();
  }

  final BuildRequest request() throws ProblemException {
    RustProperties given = properties();
    Problems problems = new Problems();
    problems.addAll(given.problems());
    BuildRequest request = request(given, new ParameterReader(given, problems), problems);
    problems.failIfAny();
    return request;
  }

  private BuildRequest request(RustProperties given, ParameterReader reader, Problems problems) {
    Path output = outputDir();
    VerifyWords switches =
        VerifyWords.read(
            RustProperties.VERIFY_RULES,
            given.list(RustProperties.VERIFY_RULES, verifyRules),
            problems);
    return new BuildRequest(
        manifest(),
        output,
        path(RustProperties.TARGET_DIR, targetDir).orElse(output.resolve("cargo")),
        cacheFolder(),
        targets(problems),
        toolchains(),
        floor(reader),
        sysroots(),
        channel(),
        cargo(given, reader),
        choice(reader, RustProperties.UNAVAILABLE, unavailable, "fail", "skip"),
        given.flag(RustProperties.FAIL_FAST, failFast),
        mayInstall(),
        reader.word(
            RustProperties.CLASSIFIER,
            classifier,
            List.of(ClassifierStyle.values()),
            ClassifierStyle::id),
        reader.optionalWord(
            RustProperties.ATTACH, attach, List.of(Delivery.values()), Delivery::id),
        reader.word(RustProperties.VERIFY, verify, List.of(VerifyMode.values()), VerifyMode::id),
        switches.settings(given.list(RustProperties.VERIFY_ALLOW, verifyAllow)),
        Optional.of(project())
            .filter(any -> hasProject())
            .map(any -> any.getBuild().getOutputDirectory())
            .map(Path::of),
        given.text(RustProperties.JNI_LAYOUT, jniLayout).orElse("default"),
        reader.word(
            RustProperties.OPENSSL, openssl, List.of(OpensslMode.values()), OpensslMode::id),
        choice(reader, RustProperties.STD, std, "auto", "build"),
        RustProperties.variables(environment),
        Stream.concat(rules(problems).stream(), switches.rules().stream()).toList(),
        problems.of(this::epoch).orElse(Optional.empty()),
        network(problems),
        Optional.empty());
  }

  /** Whether the second of two words is said. */
  private static boolean choice(
      ParameterReader reader, String property, String fromPom, String usual, String other) {
    return reader.word(property, fromPom, List.of(usual, other), word -> word).equals(other);
  }

  /** The time that jars and binaries have. */
  final Optional<Long> epoch() throws ProblemException {
    return Words.epoch(Optional.ofNullable(outputTimestamp));
  }

  private CargoOptions cargo(RustProperties given, ParameterReader reader) {
    return new CargoOptions(
        given.text(RustProperties.PROFILE, profile).orElse("release"),
        given.list(RustProperties.FEATURES, features),
        given.flag(RustProperties.ALL_FEATURES, allFeatures),
        given.flag(RustProperties.NO_DEFAULT_FEATURES, noDefaultFeatures),
        given.list(RustProperties.PACKAGE, packages),
        given.list(RustProperties.BINS, bins),
        given.flag(RustProperties.LIB, lib),
        given.flag(RustProperties.LOCKED, locked),
        session().isOffline(),
        reader.count(RustProperties.JOBS, jobs),
        given.list(RustProperties.CARGO_ARGS, cargoArgs));
  }

  private Path manifest() {
    return path(RustProperties.MANIFEST_PATH, manifestPath)
        .orElseGet(
            () -> {
              Path beside = basedir().resolve("Cargo.toml");
              Path inSources = basedir().resolve("src/main/rust/Cargo.toml");
              return !Files.exists(beside) && Files.exists(inSources) ? inSources : beside;
            });
  }

  /** Maven's own expression has no meaningful value where there is no pom. */
  final Path buildDir() {
    return hasProject()
        ? Path.of(project().getBuild().getDirectory())
        : basedir().resolve("target");
  }

  final Path outputDir() {
    Path folder = buildDir().resolve("rust-cross");
    String id = executionId();
    return DEFAULT_EXECUTIONS.contains(id) ? folder : folder.resolve(id);
  }
}
