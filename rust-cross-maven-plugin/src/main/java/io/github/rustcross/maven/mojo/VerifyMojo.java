package io.github.rustcross.maven.mojo;

import io.github.rustcross.bundle.Expectation;
import io.github.rustcross.bundle.Expectations;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.build.FileVerification;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetSelector;
import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.verify.RuleLevels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Looks into any binaries and jars, those of strangers too: tells the platform of each binary, the
 * glibc that it needs and the libraries that its platform lacks, and whether it lies where its
 * platform is looked for. Needs neither a crate nor Rust.
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractMojo {
  private static final Pattern HOST = Pattern.compile("!?host(\\..*)?");
  private static final TargetTriple NO_HOST = new TargetTriple("no-host");

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;
  private final CatalogOverlays overlays;
  private final FileWords words;

  /**
   * What to look into: binaries, jars and other zip files, and artifacts as {@code
   * group:artifact:version}, {@code group:artifact:type:version} or {@code
   * group:artifact:type:classifier:version}. Jars in jars are looked into as well. Example: {@code
   * -Drust.verify.files=target/app.jar,net.java.dev.jna:jna:5.17.0}
   */
  @Parameter(property = RustProperties.VERIFY_FILES)
  private List<String> files;

  /**
   * The targets that the files have to serve together: each needs a binary, and no binary may be of
   * another one. Triples, triples with a glibc floor, groups, and !x to leave one out. Default:
   * nothing is expected; nor where the goal is called directly and the POM has targets for other
   * goals. Example: -Drust.targets=&#64;jni,x86_64-unknown-linux-musl
   */
  @Parameter(property = RustProperties.TARGETS)
  private List<String> targets;

  /**
   * The highest glibc version that binaries may need, those of {@code targets} or, without these,
   * all; or {@code none}. Default: any. Example: {@code -Drust.glibc=2.17}
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
   * What happens when something is found: {@code strict} fails the goal, {@code warn} warns, {@code
   * off} only prints the table. Example: {@code -Drust.verify=warn}
   */
  @Parameter(property = RustProperties.VERIFY, defaultValue = "strict")
  private String verify;

  /**
   * How much single rules count, {@code rule=level}: strict, warn, report or off. Example: {@code
   * -Drust.verify.rules=place=warn}
   */
  @Parameter(property = RustProperties.VERIFY_RULES)
  private List<String> verifyRules;

  /** Whether this goal does nothing: {@code true} or {@code false}. Example: {@code -Drust.skip} */
  @Parameter(property = RustProperties.SKIP, defaultValue = "false")
  private boolean skip;

  /** Wired by Maven. */
  @Inject
  public VerifyMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      CatalogOverlays overlays,
      FileWords words) {
    this.project = project;
    this.session = session;
    this.execution = execution;
    this.overlays = overlays;
    this.words = words;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    RustProperties given = new RustProperties(session.getUserProperties());
    if (given.flag(RustProperties.SKIP, skip)) {
      getLog().info("Skipped: " + RustProperties.SKIP);
      return;
    }
    UnknownElements.of(project, execution).forEach(getLog()::warn);
    Failures.map(
        () -> {
          FileVerification verification = request();
          FileVerification.Result result = verification.run(getLog()::info);
          result.warnings().forEach(warning -> getLog().warn(warning.toString()));
          if (!result.problems().isEmpty()) {
            throw new ProblemException(result.problems());
          }
        });
  }

  /** What is to be done, or everything that is wrong with what is asked. */
  FileVerification request() throws ProblemException {
    RustProperties given = new RustProperties(session.getUserProperties());
    Problems problems = new Problems();
    problems.addAll(given.problems());
    ParameterReader reader = new ParameterReader(given, problems);
    VerifyMode mode =
        reader.word(RustProperties.VERIFY, verify, List.of(VerifyMode.values()), VerifyMode::id);
    VerifyWords switches =
        VerifyWords.read(
            RustProperties.VERIFY_RULES,
            given.list(RustProperties.VERIFY_RULES, verifyRules),
            problems);
    switches.rules().forEach(rule -> problems.add(VerifyWords.notHere(rule)));
    FloorRequest floor = reader.floor(RustProperties.GLIBC, glibc);
    Optional<List<Path>> found =
        problems.of(
            () ->
                words.find(
                    given.list(RustProperties.VERIFY_FILES, files), basedir(), session, project));
    Optional<TargetCatalog> known =
        problems.of(
            () ->
                overlays.load(
                    given.list(RustProperties.CATALOG, catalog), basedir(), session, project));
    Optional<Expectations> expected =
        known.flatMap(all -> problems.of(() -> expectations(all, given, floor)));
    problems.failIfAny();
    RuleLevels levels =
        RuleLevels.of(known.orElseThrow().rules()).with(switches.settings(List.of()).levels());
    return new FileVerification(
        found.orElseThrow(), known.get(), expected.orElseThrow(), mode.limit(levels));
  }

  private Expectations expectations(TargetCatalog all, RustProperties given, FloorRequest floor)
      throws ProblemException {
    // Called directly, it has the configuration that build's targets stand in.
    boolean configured = execution.getSource() == MojoExecution.Source.LIFECYCLE;
    List<String> asked =
        given.targets(RustProperties.TARGETS, configured ? targets : List.<String>of());
    if (asked.isEmpty()) {
      return new Expectations(
          List.of(),
          floor instanceof FloorRequest.AtMost common
              ? Optional.of(common.version())
              : Optional.empty());
    }
    Problems problems = new Problems();
    List<String> known = asked.stream().filter(word -> !HOST.matcher(word).matches()).toList();
    if (known.size() < asked.size()) {
      problems.add(
          Problem.of(
              ProblemCode.TARGET_UNKNOWN,
              "%s: what 'host' is, is not known here: no Rust is asked"
                  .formatted(RustProperties.TARGETS),
              "Name the triple."));
    }
    List<Expectation> expected = new ArrayList<>();
    problems.of(
        () ->
            expected.addAll(
                TargetSelector.select(all, NO_HOST, RustProperties.TARGETS, known, floor).stream()
                    .map(VerifyMojo::expectation)
                    .toList()));
    problems.failIfAny();
    return new Expectations(expected);
  }

  private static Expectation expectation(TargetRequest request) {
    return new Expectation(
        request.target(),
        request.floor() instanceof FloorRequest.AtMost floor
            ? Optional.of(floor.version())
            : Optional.empty());
  }

  private Path basedir() {
    return project.getFile() == null
        ? Path.of(session.getExecutionRootDirectory())
        : project.getBasedir().toPath();
  }
}
