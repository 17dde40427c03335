package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.CargoOptions;
import io.github.rustcross.maven.plan.ClassifierStyle;
import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.OpensslMode;
import io.github.rustcross.maven.plan.TargetSettings;
import io.github.rustcross.maven.plan.TestOptions;
import io.github.rustcross.maven.plan.VerifyMode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.FloorRequest;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The command line wins over the POM")
class CommandLineWinsTest {
  private static final Path HERE = Path.of("/here");

  /** VerifyMojoTest, TargetsMojoTest, DoctorMojoTest and ExportMojoTest have these. */
  private static final Set<String> OF_OTHER_GOALS =
      Set.of(
          RustProperties.VERIFY_FILES,
          RustProperties.FORMAT,
          RustProperties.OUTPUT_FILE,
          RustProperties.DOCTOR_STRICT,
          RustProperties.EXPORT_KIND);

  private static final FloorRequest UNSPECIFIED = new FloorRequest.Unspecified();

  @TempDir private Path basedir;

  /**
   * A setting in both places.
   *
   * @param goal the goal that is asked
   * @param property the property on the command line
   * @param pom what the POM says
   * @param line what the command line says
   * @param seen where to look
   * @param ofPom what is there without the command line
   * @param ofLine what is there with it
   * @param ofNothing what is there where the command line says {@code -Drust.x=}
   */
  private record Row(
      Class<? extends AbstractCrateMojo> goal,
      String property,
      String pom,
      String line,
      Seen seen,
      Object ofPom,
      Object ofLine,
      Object ofNothing) {
    @Override
    public String toString() {
      return property + " over " + pom;
    }
  }

  @FunctionalInterface
  private interface Seen {
    Object in(AbstractCrateMojo mojo) throws Exception;
  }

  @FunctionalInterface
  private interface SeenInTest {
    Object in(TestMojo mojo) throws Exception;
  }

  private static Stream<Row> parameters() {
    return Stream.of(
        request("targets", "<targets><t>a</t><t>b</t></targets>", "c", r -> r.targets())
            .are(List.of("a", "b"), List.of("c"), "TARGETS_EMPTY"),
        request("manifestPath", "<manifestPath>p</manifestPath>", "l", r -> r.manifest())
            .are(HERE.resolve("p"), HERE.resolve("l"), HERE.resolve("Cargo.toml")),
        cargo("profile", "<profile>p</profile>", "l", c -> c.profile()).are("p", "l", "release"),
        cargo("features", "<features><f>p</f></features>", "l,m", c -> c.features())
            .are(List.of("p"), List.of("l", "m"), List.of()),
        cargo("allFeatures", "<allFeatures>true</allFeatures>", "false", c -> c.allFeatures())
            .are(true, false, true),
        cargo(
                "noDefaultFeatures",
                "<noDefaultFeatures>true</noDefaultFeatures>",
                "false",
                c -> c.noDefaultFeatures())
            .are(true, false, true),
        cargo("package", "<packages><p>p</p><p>q</p></packages>", "l", c -> c.packages())
            .are(List.of("p", "q"), List.of("l"), List.of()),
        cargo("bins", "<bins><b>p</b></bins>", "l,m", c -> c.bins())
            .are(List.of("p"), List.of("l", "m"), List.of()),
        cargo("lib", "<lib>true</lib>", "false", c -> c.lib()).are(true, false, true),
        cargo("locked", "<locked>true</locked>", "false", c -> c.locked()).are(true, false, true),
        cargo("cargoArgs", "<cargoArgs><a>-p</a></cargoArgs>", "-l,-m", c -> c.arguments())
            .are(List.of("-p"), List.of("-l", "-m"), List.of()),
        cargo("jobs", "<jobs>1</jobs>", "2", c -> c.jobs())
            .are(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.empty()),
        request(
                "crossToolchain",
                "<crossToolchain><t>p</t><t>a=q</t></crossToolchain>",
                "l",
                r -> r.crossToolchain())
            .are(List.of("p", "a=q"), List.of("l"), List.of()),
        request("sysroot", "<sysroot><s>p</s></sysroot>", "l,a=m", r -> r.sysroots().words())
            .are(List.of("p"), List.of("l", "a=m"), List.of()),
        request(
                "sysrootPackages",
                "<sysrootPackages><p>p</p></sysrootPackages>",
                "l,m",
                r -> r.sysroots().packages())
            .are(List.of("p"), List.of("l", "m"), List.of()),
        request(
                "sysrootMirror",
                "<sysrootMirror>p</sysrootMirror>",
                "l",
                r -> r.sysroots().mirror())
            .are(Optional.of("p"), Optional.of("l"), Optional.empty()),
        request(
                "sysrootLock",
                "<sysrootLock>true</sysrootLock>",
                "false",
                r -> r.sysroots().writeLock())
            .are(true, false, true),
        request("channel", "<channel>1.80</channel>", "stable", r -> r.channel())
            .are(Optional.of("1.80"), Optional.of("stable"), Optional.empty()),
        request("std", "<std>build</std>", "auto", r -> r.buildStd()).are(true, false, false),
        request("glibc", "<glibc>2.28</glibc>", "none", r -> r.floor())
            .are(atMost("2.28"), new FloorRequest.None(), UNSPECIFIED),
        request("openssl", "<openssl>vendored</openssl>", "rustls", r -> r.openssl())
            .are(OpensslMode.VENDORED, OpensslMode.RUSTLS, OpensslMode.AUTO),
        request("unavailable", "<unavailable>skip</unavailable>", "fail", r -> r.skipUnavailable())
            .are(true, false, false),
        new Half(
                "catalog",
                "<catalog><f>p.yaml</f></catalog>",
                "l.yaml",
                m ->
                    m.catalog().jniLayouts().keySet().stream()
                        .filter(n -> n.length() == 1)
                        .toList())
            .are(List.of("p"), List.of("l"), List.of()),
        request("classifier", "<classifier>triple</classifier>", "jna", r -> r.classifiers())
            .are(ClassifierStyle.TRIPLE, ClassifierStyle.JNA, ClassifierStyle.OS),
        request("attach", "<attach>archive</attach>", "jar", r -> r.delivery())
            .are(Optional.of(Delivery.ARCHIVE), Optional.of(Delivery.JAR), Optional.empty()),
        request("jniLayout", "<jniLayout>jna</jniLayout>", "{os}/{file}", r -> r.jniLayout())
            .are("jna", "{os}/{file}", "default"),
        request("verify", "<verify>off</verify>", "warn", r -> r.verify())
            .are(VerifyMode.OFF, VerifyMode.WARN, VerifyMode.STRICT),
        request(
                "verify.allow",
                "<verifyAllow><l>p</l></verifyAllow>",
                "l,m",
                r -> r.verification().allowed())
            .are(List.of("p"), List.of("l", "m"), List.of()),
        request(
                "verify.rules",
                "<verifyRules><r>stack=off</r></verifyRules>",
                "stack=warn",
                r -> r.verification().levels())
            .are(Map.of(Rule.STACK, RuleLevel.OFF), Map.of(Rule.STACK, RuleLevel.WARN), Map.of()),
        request("failFast", "<failFast>true</failFast>", "false", r -> r.failFast())
            .are(true, false, true),
        request("autoInstall", "<autoInstall>true</autoInstall>", "false", r -> r.mayInstall())
            .are(true, false, true),
        request("targetDir", "<targetDir>p</targetDir>", "l", r -> r.targetDir())
            .are(HERE.resolve("p"), HERE.resolve("l"), HERE.resolve("target/rust-cross/cargo")),
        request("cacheDir", "<cacheDir>p</cacheDir>", "/l", r -> r.cacheDir().startsWith("/l"))
            .are(false, true, false),
        new Half("skip", "<skip>true</skip>", "false", m -> m.isSkipped()).are(true, false, true));
  }

  private static Stream<Row> ofTests() {
    return Stream.of(
        test("rust.test.targets", "<testTargets><t>p</t></testTargets>", "l,m", r -> r.targets())
            .are(List.of("p"), List.of("l", "m"), "TARGETS_EMPTY"),
        test(
                "rust.test.runner",
                "<testRunner><r>p</r></testRunner>",
                "l,a=m",
                r -> options(r).runners())
            .are(List.of("p"), List.of("l", "a=m"), List.of()),
        test(
                "rust.test.filter",
                "<testFilter><f>p</f></testFilter>",
                "l,m",
                r -> options(r).filters())
            .are(List.of("p"), List.of("l", "m"), List.of()),
        test("rust.test.args", "<testArgs><a>p</a></testArgs>", "l,m", r -> options(r).arguments())
            .are(List.of("p"), List.of("l", "m"), List.of()),
        test(
                "rust.test.profile",
                "<testProfile>p</testProfile><profile>q</profile>",
                "l",
                r -> r.cargo().profile())
            .are("p", "l", "test"),
        test("rust.test.timeout", "<testTimeout>60</testTimeout>", "0", r -> options(r).limit())
            .are(
                Optional.of(Duration.ofMinutes(1)),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(10))),
        skipping("rust.test.skip", "testSkip"),
        skipping("skipTests", "skipTests"),
        skipping("maven.test.skip", "skipAllTests"),
        testGoal(
                "maven.test.failure.ignore",
                "<testFailureIgnore>true</testFailureIgnore>",
                "false",
                TestMojo::ignoresFailures)
            .are(true, false, true));
  }

  private static Row skipping(String property, String element) {
    return testGoal(property, "<%s>true</%1$s>".formatted(element), "false", TestMojo::skipped)
        .are(Optional.of(property), Optional.empty(), Optional.of(property));
  }

  private static Stream<Row> nested() {
    return Stream.of(
        perTarget("features", "<features><f>p</f></features>", "l", s -> s.features())
            .are(List.of("p"), List.of(), List.of()),
        perTarget("glibc", "<glibc>2.28</glibc>", "2.31", s -> s.floor())
            .are(atMost("2.28"), UNSPECIFIED, UNSPECIFIED),
        perTarget("openssl", "<openssl>vendored</openssl>", "rustls", s -> s.openssl())
            .are(Optional.of(OpensslMode.VENDORED), Optional.empty(), Optional.empty()),
        perTarget("crossToolchain", "<crossToolchain>p</crossToolchain>", "l", s -> s.toolchain())
            .are(Optional.of("p"), Optional.empty(), Optional.empty()),
        perTarget("sysroot", "<sysroot>p</sysroot>", "l", s -> s.sysroot())
            .are(Optional.of("p"), Optional.empty(), Optional.empty()),
        perTarget("attach", "<attach>archive</attach>", "jar", s -> s.delivery())
            .are(Optional.of(Delivery.ARCHIVE), Optional.empty(), Optional.empty()),
        perTarget(
                "verify.allow",
                "<verifyAllow><l>p</l></verifyAllow>",
                "l",
                s -> s.verification().allowed())
            .are(List.of("p"), List.of(), List.of()),
        perTarget(
                "verify.rules",
                "<verifyRules><r>stack=off</r></verifyRules>",
                "stack=warn",
                s -> s.verification().levels())
            .are(Map.of(Rule.STACK, RuleLevel.OFF), Map.of(), Map.of()));
  }

  private static Stream<Row> all() {
    return Stream.of(parameters(), ofTests(), nested()).flatMap(rows -> rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  @DisplayName("for every parameter, which is the POM's without it")
  void wins(Row row) throws Exception {
    assertThat(seen(row, Map.of())).isEqualTo(row.ofPom());
    assertThat(seen(row, Map.of(row.property(), row.line()))).isEqualTo(row.ofLine());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  @DisplayName("empty too: flags are on, all else is as if neither said anything")
  void nothing(Row row) throws Exception {
    assertThat(seen(row, Map.of(row.property(), ""))).isEqualTo(row.ofNothing());
  }

  @Test
  @DisplayName("with a floor for all, over the floors of the POM's own targets")
  void floorOfTarget() throws Exception {
    String targets = "<targets><t>aarch64-unknown-linux-gnu.2.31</t><t>@musl</t></targets>";

    assertThat(targets(targets, Map.of()))
        .containsExactly("aarch64-unknown-linux-gnu.2.31", "@musl");
    assertThat(targets(targets, Map.of("rust.glibc", "2.28")))
        .containsExactly("aarch64-unknown-linux-gnu", "@musl");
    assertThat(
            targets(
                targets,
                Map.of("rust.glibc", "2.28", "rust.targets", "x86_64-unknown-linux-gnu.2.31")))
        .as("both are the command line's: the nearer one counts")
        .containsExactly("x86_64-unknown-linux-gnu.2.31");
  }

  @Test
  @DisplayName("for every property of the goals, and for every setting of <perTarget> that is one")
  void complete() {
    assertThat(Stream.concat(parameters(), ofTests()).map(Row::property).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            GoalParameters.properties().stream()
                .filter(property -> !OF_OTHER_GOALS.contains(property))
                .toList());
    Set<String> shared =
        Stream.of(PerTarget.class.getDeclaredFields())
            .map(Field::getName)
            // Which targets a rule is for is no setting.
            .filter(name -> !name.equals("targets"))
            .map(
                name ->
                    "rust." + name.replace("verifyA", "verify.a").replace("verifyR", "verify.r"))
            .filter(GoalParameters.properties()::contains)
            .collect(Collectors.toSet());
    assertThat(nested().map(Row::property)).containsExactlyInAnyOrderElementsOf(shared);
  }

  private List<String> targets(String pom, Map<String, String> line) throws Exception {
    return Configured.build(basedir, pom, line).request().targets();
  }

  private Object seen(Row row, Map<String, String> line) throws Exception {
    for (String name : List.of("p", "l")) {
      Files.writeString(
          basedir.resolve(name + ".yaml"),
          "schemaVersion: 1\njniLayouts: { %s: x }".formatted(name));
    }
    AbstractCrateMojo mojo = Configured.goal(row.goal(), basedir, row.pom(), line);
    Object[] value = new Object[1];
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> value[0] = row.seen().in(mojo));
    if (refused != null) {
      return refused.problems().stream()
          .map(Problem::code)
          .map(Object::toString)
          .collect(Collectors.joining());
    }
    return value[0] instanceof Path path && path.startsWith(basedir)
        ? HERE.resolve(basedir.relativize(path))
        : value[0];
  }

  /** A row without what is expected. */
  private record Half(
      Class<? extends AbstractCrateMojo> goal,
      String property,
      String pom,
      String line,
      Seen seen) {
    Half(String parameter, String pom, String line, Seen seen) {
      this(BuildMojo.class, "rust." + parameter, pom, line, seen);
    }

    Row are(Object ofPom, Object ofLine, Object ofNothing) {
      return new Row(goal, property, pom, line, seen, ofPom, ofLine, ofNothing);
    }
  }

  private static Half test(String property, String pom, String line, Function<BuildRequest, ?> of) {
    return testGoal(property, pom, line, mojo -> of.apply(mojo.testRequest()));
  }

  private static Half testGoal(String property, String pom, String line, SeenInTest seen) {
    return new Half(TestMojo.class, property, pom, line, mojo -> seen.in((TestMojo) mojo));
  }

  private static TestOptions options(BuildRequest request) {
    return request.tests().orElseThrow();
  }

  private static Half request(
      String parameter, String pom, String line, Function<BuildRequest, ?> of) {
    return new Half(parameter, pom, line, mojo -> of.apply(mojo.request()));
  }

  private static Half cargo(
      String parameter, String pom, String line, Function<CargoOptions, ?> of) {
    return new Half(parameter, pom, line, mojo -> of.apply(mojo.request().cargo()));
  }

  private static Half perTarget(
      String parameter, String pom, String line, Function<TargetSettings, ?> of) {
    String rule =
        "<perTarget><settings><targets>host</targets>%s</settings></perTarget>".formatted(pom);
    return new Half(
        parameter, rule, line, mojo -> of.apply(mojo.request().rules().get(0).settings()));
  }

  private static FloorRequest atMost(String version) {
    return new FloorRequest.AtMost(GlibcVersion.parse(version).orElseThrow());
  }
}
