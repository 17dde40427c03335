package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.attach.ArtifactClaims;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.CargoOptions;
import io.github.rustcross.maven.plan.ClassifierStyle;
import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.TargetRule;
import io.github.rustcross.maven.plan.TargetSelector;
import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The parameters of all goals that look at a crate. */
abstract class AbstractCrateMojo extends AbstractMojo {
  /** What Maven calls an execution for which the POM has no id. */
  private static final Set<String> DEFAULT_EXECUTIONS =
      Set.of("default", "default-cli", "default-build", "default-test");

  private static final Duration WATCHED = Duration.ofSeconds(10);
  private static final Duration UNWATCHED = Duration.ofSeconds(60);

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;
  private final MojoServices services;

  /**
   * What to build for: triples, triples with a glibc floor such as aarch64-unknown-linux-gnu.2.28,
   * the word host, groups of the catalog (&#64;linux, &#64;gnu, &#64;musl, &#64;macos,
   * &#64;windows, &#64;wasm, &#64;jni, &#64;all), and !x to leave a target or group out. Default:
   * build.target of cargo's configuration, else host. Example:
   * -Drust.targets=&#64;linux,!s390x-unknown-linux-gnu
   *
   * <pre>{@code
   * <targets>
   *   <target>x86_64-unknown-linux-musl</target>
   *   <target>aarch64-unknown-linux-gnu.2.28</target>
   * </targets>
   * }</pre>
   */
  @Parameter(property = RustProperties.TARGETS)
  private List<String> targets;

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
   * How foreign code is compiled and linked: {@code auto}, the name of one of the catalog's
   * toolchains for all targets, {@code x=name} pairs for a triple, {@code host} or a group with its
   * {@code @}, or both. Some take an argument, mostly a folder: {@code name:argument}. Example:
   * {@code -Drust.crossToolchain=zig,@macos=osxcross:/opt/osxcross/target}
   */
  @Parameter(property = RustProperties.CROSS_TOOLCHAIN, defaultValue = "auto")
  private List<String> crossToolchain;

  /**
   * The rustup toolchain, such as {@code stable}, {@code nightly} or {@code 1.85}. Default: what
   * rustup chooses, a {@code rust-toolchain.toml} included. Example: {@code -Drust.channel=1.85}
   */
  @Parameter(property = RustProperties.CHANNEL)
  private String channel;

  /**
   * Where the standard library comes from: {@code auto} (installed, else {@code rustup target add})
   * or {@code build} (from source with {@code -Zbuild-std}, for targets that have none prebuilt;
   * takes a nightly toolchain). Example: {@code -Drust.std=build -Drust.channel=nightly}
   */
  @Parameter(property = RustProperties.STD, defaultValue = "auto")
  private String std;

  /**
   * The highest glibc version that binaries for glibc targets may need, or {@code none}. Default:
   * the catalog's, 2.17 for most; none for {@code host} and for a toolchain that is named and
   * cannot promise one. Example: {@code -Drust.glibc=2.28}
   */
  @Parameter(property = RustProperties.GLIBC)
  private String glibc;

  /**
   * What happens to a target that cannot be built here: {@code fail}, or {@code skip}, which names
   * it with its reason in log and report. Example: {@code -Drust.unavailable=skip}
   */
  @Parameter(property = RustProperties.UNAVAILABLE, defaultValue = "fail")
  private String unavailable;

  /**
   * OverlayProblems over the catalog, later ones win: YAML files, or artifacts as {@code
   * group:artifact:yaml[:classifier]:version}. Example: {@code
   * -Drust.catalog=com.acme:targets:yaml:1.0,mine.yaml}
   */
  @Parameter(property = RustProperties.CATALOG)
  private List<String> catalog;

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
   * Whether Rust toolchains and standard libraries are installed with rustup and tools are fetched:
   * {@code true} or {@code false}. With {@code false}, or offline, a build says what is missing.
   * Example: {@code -Drust.autoInstall=false}
   */
  @Parameter(property = RustProperties.AUTO_INSTALL, defaultValue = "true")
  private boolean autoInstall;

  /**
   * cargo's target folder. Default: rust-cross/cargo in the project's build directory. Example:
   * {@code -Drust.targetDir=/tmp/cargo}
   */
  @Parameter(property = RustProperties.TARGET_DIR)
  private File targetDir;

  /**
   * Where fetched tools are kept. Default: {@code rust-cross} in the user's cache folder. Example:
   * {@code -Drust.cacheDir=/var/cache/rust-cross}
   */
  @Parameter(property = RustProperties.CACHE_DIR)
  private File cacheDir;

  /** Whether this goal does nothing: {@code true} or {@code false}. Example: {@code -Drust.skip} */
  @Parameter(property = RustProperties.SKIP, defaultValue = "false")
  private boolean skip;

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
   * What holds for some targets alone: features, rustflags and variables that are added, and a
   * glibc floor, toolchain or way of attaching instead of the common one. Where several elements
   * name a target, the later ones win. The command line wins over all of them.
   *
   * <pre>{@code
   * <perTarget>
   *   <settings>
   *     <targets>@musl</targets>
   *     <features>mimalloc</features>
   *     <rustflags>
   *       <flag>-Ctarget-cpu=x86-64-v2</flag>
   *     </rustflags>
   *     <environment>
   *       <SQLITE_MAX_COLUMN>100</SQLITE_MAX_COLUMN>
   *     </environment>
   *   </settings>
   *   <settings>
   *     <targets>aarch64-unknown-linux-gnu</targets>
   *     <glibc>2.28</glibc>
   *     <crossToolchain>gcc</crossToolchain>
   *     <attach>archive</attach>
   *   </settings>
   * </perTarget>
   * }</pre>
   */
  @Parameter private List<PerTarget> perTarget;

  /**
   * The time that entries of jars and archives have and that cargo gets as {@code
   * SOURCE_DATE_EPOCH}: ISO 8601, or seconds since 1970. Set it once for all plugins, as the
   * property {@code project.build.outputTimestamp}.
   */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  private String outputTimestamp;

  AbstractCrateMojo(
      MavenProject project, MavenSession session, MojoExecution execution, MojoServices services) {
    this.project = project;
    this.session = session;
    this.execution = execution;
    this.services = services;
  }

  final RustProperties properties() {
    return new RustProperties(session.getUserProperties());
  }

  final boolean isSkipped() {
    return properties().flag(RustProperties.SKIP, skip);
  }

  /** Whether there is a pom, to which artifacts can be attached. */
  final boolean hasProject() {
    return project.getFile() != null;
  }

  final String executionId() {
    return execution.getExecutionId();
  }

  final MavenProject project() {
    return project;
  }

  /** Fails where a plan wants to attach what is somebody else's in this project. */
  final void claim(BuildPlan plan) throws ProblemException {
    if (hasProject()) {
      List<Problem> problems = ArtifactClaims.claim(project, execution.getExecutionId(), plan);
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
    }
  }

  /** How often to tell how far long work is. */
  final Duration progressInterval() {
    boolean watched = session.getRequest().isInteractiveMode() && services.host().isTerminal();
    return watched ? WATCHED : UNWATCHED;
  }

  final TargetCatalog catalog() throws ProblemException {
    return services
        .overlays()
        .load(properties().list(RustProperties.CATALOG, catalog), basedir(), session, project);
  }

  /** The request; where it is wrong, what is wrong with the catalog is told with it. */
  final BuildRequest requestOrProblems() throws ProblemException {
    UnknownElements.of(project, execution).forEach(getLog()::warn);
    Problems problems = new Problems();
    Optional<BuildRequest> request = problems.of(this::request);
    if (request.isEmpty()) {
      problems.of(this::catalog);
    }
    problems.failIfAny();
    return request.orElseThrow();
  }

  final BuildRequest request() throws ProblemException {
    RustProperties given = properties();
    Problems problems = new Problems();
    problems.addAll(given.problems());
    if (given.isEmptyList(RustProperties.TARGETS)) {
      problems.add(
          Problem.of(
              ProblemCode.TARGETS_EMPTY,
              "rust.targets is given, but empty",
              "Name a target, or leave -D%s= out.".formatted(RustProperties.TARGETS)));
    }
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
        manifest(given),
        output,
        path(given, RustProperties.TARGET_DIR, targetDir).orElse(output.resolve("cargo")),
        path(given, RustProperties.CACHE_DIR, cacheDir).orElseGet(services.host()::cacheDir),
        words(given, RustProperties.TARGETS, targets),
        given.list(RustProperties.CROSS_TOOLCHAIN, crossToolchain),
        reader.floor(RustProperties.GLIBC, glibc),
        given.text(RustProperties.CHANNEL, channel),
        cargo(given, reader),
        choice(reader, RustProperties.UNAVAILABLE, unavailable, "fail", "skip"),
        given.flag(RustProperties.FAIL_FAST, failFast),
        given.flag(RustProperties.AUTO_INSTALL, autoInstall) && !session.isOffline(),
        reader.word(
            RustProperties.CLASSIFIER,
            classifier,
            List.of(ClassifierStyle.values()),
            ClassifierStyle::id),
        reader.optionalWord(
            RustProperties.ATTACH, attach, List.of(Delivery.values()), Delivery::id),
        reader.word(RustProperties.VERIFY, verify, List.of(VerifyMode.values()), VerifyMode::id),
        switches.settings(given.list(RustProperties.VERIFY_ALLOW, verifyAllow)),
        Optional.of(project)
            .filter(any -> hasProject())
            .map(any -> any.getBuild().getOutputDirectory())
            .map(Path::of),
        given.text(RustProperties.JNI_LAYOUT, jniLayout).orElse("default"),
        choice(reader, RustProperties.STD, std, "auto", "build"),
        RustProperties.variables(environment),
        rules(given, switches, problems),
        problems.of(this::epoch).orElse(Optional.empty()),
        problems
            .of(() -> services.settings().network(session.getSettings()))
            .orElse(NetworkSettings.NONE),
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

  /** A floor on the command line wins over those that targets of the POM have of their own. */
  static List<String> words(RustProperties given, String property, List<String> fromPom) {
    List<String> words = given.list(property, fromPom);
    return given.isGiven(RustProperties.GLIBC) && !given.isGiven(property)
        ? words.stream().map(TargetSelector::withoutFloor).toList()
        : words;
  }

  private List<TargetRule> rules(RustProperties given, VerifyWords switches, Problems problems) {
    List<TargetRule> rules = new ArrayList<>();
    for (PerTarget settings : perTarget == null ? List.<PerTarget>of() : perTarget) {
      rules.add(settings.rule(given, problems));
    }
    rules.addAll(switches.rules());
    return rules;
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
        session.isOffline(),
        reader.count(RustProperties.JOBS, jobs),
        given.list(RustProperties.CARGO_ARGS, cargoArgs));
  }

  private Path manifest(RustProperties given) {
    return path(given, RustProperties.MANIFEST_PATH, manifestPath)
        .orElseGet(
            () -> {
              Path beside = basedir().resolve("Cargo.toml");
              Path inSources = basedir().resolve("src/main/rust/Cargo.toml");
              return !Files.exists(beside) && Files.exists(inSources) ? inSources : beside;
            });
  }

  private Path basedir() {
    return hasProject()
        ? project.getBasedir().toPath()
        : Path.of(session.getExecutionRootDirectory());
  }

  /** Maven's own expression has no meaningful value where there is no pom. */
  final Path buildDir() {
    return hasProject() ? Path.of(project.getBuild().getDirectory()) : basedir().resolve("target");
  }

  final Path outputDir() {
    Path folder = buildDir().resolve("rust-cross");
    String id = execution.getExecutionId();
    return DEFAULT_EXECUTIONS.contains(id) ? folder : folder.resolve(id);
  }

  private Optional<Path> path(RustProperties given, String property, File fromPom) {
    return given
        .text(property, fromPom == null ? null : fromPom.getPath())
        .map(text -> basedir().resolve(text).normalize());
  }
}
