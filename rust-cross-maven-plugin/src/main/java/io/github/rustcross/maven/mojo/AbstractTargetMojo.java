package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogValues;
import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.plan.SysrootSettings;
import io.github.rustcross.maven.plan.TargetChoice;
import io.github.rustcross.maven.plan.TargetRule;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.FloorRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The parameters of all goals that speak of targets, with a crate or without one. */
abstract class AbstractTargetMojo extends AbstractMojo {
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
   * How foreign code is compiled and linked: {@code auto}, the name of one of the catalog's
   * toolchains for all targets, {@code x=name} pairs for a triple, {@code host} or a group with its
   * {@code @}, or both. Some take an argument, mostly a folder: {@code name:argument}. Example:
   * {@code -Drust.crossToolchain=zig,@macos=osxcross:/opt/osxcross/target}
   */
  @Parameter(property = RustProperties.CROSS_TOOLCHAIN, defaultValue = "auto")
  private List<String> crossToolchain;

  /**
   * What foreign code is compiled and linked against besides what the toolchain has: the name of
   * one of the catalog's sysroots, which is fetched, or a folder, for all targets that it can serve
   * or as {@code x=name} pairs for a triple, {@code host} or a group with its {@code @}; {@code
   * none} takes it away. Default: none. Example: {@code -Drust.sysroot=debian-12}
   */
  @Parameter(property = RustProperties.SYSROOT)
  private List<String> sysroot;

  /**
   * Packages that sysroots of a distribution have besides those that the catalog and the crates ask
   * for. Example: {@code -Drust.sysrootPackages=libasound2-dev,libudev-dev}
   */
  @Parameter(property = RustProperties.SYSROOT_PACKAGES)
  private List<String> sysrootPackages;

  /**
   * The address of the archive that packages of sysroots come from, a date-stamped one included.
   * Default: a mirror of settings.xml for the archive, such as {@code rust-cross-debian}; else, on
   * Debian and Ubuntu, this machine's own sources. Example: {@code
   * -Drust.sysrootMirror=https://mirror.acme.com/debian}
   */
  @Parameter(property = RustProperties.SYSROOT_MIRROR)
  private String sysrootMirror;

  /**
   * Whether the versions and digests of the packages that were found are written to {@code
   * rust-cross.lock.yaml} beside the POM, which is honoured wherever it is there: {@code true} or
   * {@code false}. Example: {@code -Drust.sysrootLock}
   */
  @Parameter(property = RustProperties.SYSROOT_LOCK, defaultValue = "false")
  private boolean sysrootLock;

  /**
   * The rustup toolchain, such as {@code stable}, {@code nightly} or {@code 1.85}. Default: what
   * rustup chooses, a {@code rust-toolchain.toml} included. Example: {@code -Drust.channel=1.85}
   */
  @Parameter(property = RustProperties.CHANNEL)
  private String channel;

  /**
   * The highest glibc version that binaries for glibc targets may need, or {@code none}. Default:
   * the catalog's, 2.17 for most; none for {@code host} and for a toolchain that is named and
   * cannot promise one. Example: {@code -Drust.glibc=2.28}
   */
  @Parameter(property = RustProperties.GLIBC)
  private String glibc;

  /**
   * Overlays over the catalog, later ones win: YAML files, resources of the plugin's own
   * dependencies as {@code classpath:path}, or artifacts as {@code
   * group:artifact:yaml[:classifier]:version}. Example: {@code
   * -Drust.catalog=com.acme:targets:yaml:1.0,mine.yaml}
   */
  @Parameter(property = RustProperties.CATALOG)
  private List<String> catalog;

  /**
   * Whether Rust toolchains and standard libraries are installed with rustup and tools are fetched:
   * {@code true} or {@code false}. With {@code false}, or offline, a build says what is missing.
   * Example: {@code -Drust.autoInstall=false}
   */
  @Parameter(property = RustProperties.AUTO_INSTALL, defaultValue = "true")
  private boolean autoInstall;

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

  AbstractTargetMojo(
      MavenProject project, MavenSession session, MojoExecution execution, MojoServices services) {
    this.project = project;
    this.session = session;
    this.execution = execution;
    this.services = services;
  }

  final RustProperties properties() {
    return new RustProperties(session.getUserProperties());
  }

  final MojoServices services() {
    return services;
  }

  final MavenSession session() {
    return session;
  }

  final MavenProject project() {
    return project;
  }

  final MojoExecution execution() {
    return execution;
  }

  /** Whether there is a pom, to which artifacts can be attached. */
  final boolean hasProject() {
    return project.getFile() != null;
  }

  final boolean isSkipped() {
    return properties().flag(RustProperties.SKIP, skip);
  }

  /** Does a goal's work, unless it is skipped; what goes wrong becomes Maven's exceptions. */
  final void unlessSkipped(Failures.Work work) throws MojoExecutionException, MojoFailureException {
    if (isSkipped()) {
      getLog().info("Skipped: " + RustProperties.SKIP);
      return;
    }
    Failures.map(work);
  }

  /** Elements of the configuration that do nothing. */
  final void warnOfUnknownElements() {
    UnknownElements.of(project, execution).forEach(getLog()::warn);
  }

  /**
   * Where the goal's output goes.
   *
   * @param file what the POM says of {@code rust.outputFile}
   */
  final GoalOutput output(File file) {
    return new GoalOutput(
        getLog(), session, services.host(), path(RustProperties.OUTPUT_FILE, file));
  }

  /**
   * In what form the goal tells what it has to tell.
   *
   * @param fromPom what the POM says of {@code rust.format}
   */
  final OutputFormat format(String fromPom, Problems problems) {
    return new ParameterReader(properties(), problems)
        .word(RustProperties.FORMAT, fromPom, List.of(OutputFormat.values()), OutputFormat::id);
  }

  final TargetCatalog catalog() throws ProblemException {
    return services
        .overlays()
        .load(properties().list(RustProperties.CATALOG, catalog), basedir(), session, project);
  }

  /** The catalog's values with where they come from. */
  final CatalogValues values() throws ProblemException {
    return services
        .overlays()
        .values(properties().list(RustProperties.CATALOG, catalog), basedir(), session, project);
  }

  /**
   * What is asked of the catalog and of this machine; what is wrong with the command line is told
   * all at once, and what is wrong with the catalog with it.
   *
   * @param otherwise the targets where none are named
   * @param problems what is wrong with the goal's own parameters
   */
  final TargetQuestion question(TargetQuestion.Default otherwise, Problems problems)
      throws ProblemException {
    warnOfUnknownElements();
    problems.addAll(properties().problems());
    TargetQuestion question =
        new TargetQuestion(
            basedir(),
            cacheFolder(),
            new TargetChoice(
                RustProperties.TARGETS,
                targets(problems),
                toolchains(),
                floor(new ParameterReader(properties(), problems)),
                sysroots(),
                rules(problems)),
            otherwise,
            channel(),
            mayInstall(),
            network(problems));
    if (!problems.isEmpty()) {
      problems.of(this::catalog);
    }
    problems.failIfAny();
    return question;
  }

  /** The words of {@code rust.targets}. */
  final List<String> targets(Problems problems) {
    RustProperties given = properties();
    given.emptyTargets(RustProperties.TARGETS).ifPresent(problems::add);
    return given.targets(RustProperties.TARGETS, targets);
  }

  final List<String> toolchains() {
    return properties().list(RustProperties.CROSS_TOOLCHAIN, crossToolchain);
  }

  final SysrootSettings sysroots() {
    RustProperties given = properties();
    return new SysrootSettings(
        given.list(RustProperties.SYSROOT, sysroot),
        given.list(RustProperties.SYSROOT_PACKAGES, sysrootPackages),
        given.text(RustProperties.SYSROOT_MIRROR, sysrootMirror),
        basedir(),
        session.getRequest() != null && session.getRequest().isUpdateSnapshots(),
        given.flag(RustProperties.SYSROOT_LOCK, sysrootLock));
  }

  final FloorRequest floor(ParameterReader reader) {
    return reader.floor(RustProperties.GLIBC, glibc);
  }

  final Optional<String> channel() {
    return properties().text(RustProperties.CHANNEL, channel);
  }

  final boolean mayInstall() {
    return properties().flag(RustProperties.AUTO_INSTALL, autoInstall) && !session.isOffline();
  }

  final Path cacheFolder() {
    return path(RustProperties.CACHE_DIR, cacheDir).orElseGet(services.host()::cacheDir);
  }

  /** The rules of {@code <perTarget>}. */
  final List<TargetRule> rules(Problems problems) {
    RustProperties given = properties();
    return perTarget == null
        ? List.of()
        : perTarget.stream().map(settings -> settings.rule(given, problems)).toList();
  }

  /** What settings.xml says. */
  final NetworkSettings network(Problems problems) {
    return problems
        .of(() -> services.settings().network(session.getSettings()))
        .orElse(NetworkSettings.NONE);
  }

  final Path basedir() {
    return hasProject()
        ? project.getBasedir().toPath()
        : Path.of(session.getExecutionRootDirectory());
  }

  final Optional<Path> path(String property, File fromPom) {
    return properties()
        .text(property, fromPom == null ? null : fromPom.getPath())
        .map(text -> basedir().resolve(text).normalize());
  }
}
