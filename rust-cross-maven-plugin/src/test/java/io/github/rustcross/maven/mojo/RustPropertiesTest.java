package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The properties of the command line")
class RustPropertiesTest {
  private static final JavaClasses GOALS =
      new ClassFileImporter()
          .importClasses(
              AbstractTargetMojo.class,
              AbstractCrateMojo.class,
              BuildMojo.class,
              DescribeMojo.class,
              DoctorMojo.class,
              ExportMojo.class,
              PlanMojo.class,
              TargetsMojo.class,
              TestMojo.class,
              VerifyMojo.class);

  /** Those that we have in common with Surefire. */
  private static final List<String> MAVENS =
      List.of("skipTests", "maven.test.skip", "maven.test.failure.ignore");

  private static final String PARAMETER = "org.apache.maven.plugins.annotations.Parameter";

  @Test
  @DisplayName("win over the POM: texts")
  void text() {
    assertThat(given("rust.profile", " dev ").text("rust.profile", "release")).contains("dev");
    assertThat(given().text("rust.profile", " release ")).contains("release");
    assertThat(given("rust.profile", "").text("rust.profile", "release")).isEmpty();
    assertThat(given().text("rust.profile", null)).isEmpty();
  }

  @Test
  @DisplayName("win over the POM: flags, which mean true without a value")
  void flag() {
    assertThat(given("rust.locked", "false").flag("rust.locked", true)).isFalse();
    assertThat(given("rust.locked", "true").flag("rust.locked", false)).isTrue();
    assertThat(given("rust.locked", "").flag("rust.locked", false)).isTrue();
    assertThat(given().flag("rust.locked", true)).isTrue();
    assertThat(given().flag("rust.locked", false)).isFalse();
  }

  @Test
  @DisplayName("tell an empty list from one that is not given")
  void emptyList() {
    assertThat(given("rust.targets", " , ").isEmptyList("rust.targets")).isTrue();
    assertThat(given("rust.targets", "").isEmptyList("rust.targets")).isTrue();
    assertThat(given("rust.targets", "host").isEmptyList("rust.targets")).isFalse();
    assertThat(given().isEmptyList("rust.targets")).isFalse();
  }

  @Test
  @DisplayName("win over the POM: lists, as a whole")
  void list() {
    List<String> pom = List.of("a", " b ", "");

    assertThat(given("rust.targets", "c, d,,").list("rust.targets", pom)).containsExactly("c", "d");
    assertThat(given("rust.targets", "").list("rust.targets", pom)).isEmpty();
    assertThat(given().list("rust.targets", pom)).containsExactly("a", "b");
    assertThat(given().list("rust.targets", null)).isEmpty();
  }

  @Test
  @DisplayName("that do not exist are refused, all at once, with the nearest name")
  void unknown() {
    RustProperties given =
        given("rust.target", "x", "rust.crossToolchian", "zig", "rust.locked", "true");

    assertThat(given.problems())
        .containsExactly(
            Problem.of(
                ProblemCode.PROPERTY_UNKNOWN,
                "there is no property -Drust.crossToolchian",
                "Did you mean -Drust.crossToolchain?"),
            Problem.of(
                ProblemCode.PROPERTY_UNKNOWN,
                "there is no property -Drust.target",
                "Did you mean -Drust.targets?"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "rust.Targets, rust.targets",
    "rust.TARGETS, rust.targets",
    "Rust.targets, rust.targets",
    "rust.target, rust.targets",
    "rust.toolchain, rust.crossToolchain",
    "rust.crosstoolchain, rust.crossToolchain",
    "rust.feature, rust.features",
    "rust.defaultFeatures, rust.noDefaultFeatures",
    "rust.packages, rust.package",
    "rust.manifest-path, rust.manifestPath",
    "rust.manifest, rust.manifestPath",
    "rust.chanel, rust.channel",
    "rust.install, rust.autoInstall",
  })
  @DisplayName("that do not exist are like others, in spelling, but for case, or in part")
  void nearest(String name, String meant) {
    assertThat(given(name, "x").problems())
        .containsExactly(
            Problem.of(
                ProblemCode.PROPERTY_UNKNOWN,
                "there is no property -D" + name,
                "Did you mean -D" + meant + "?"));
  }

  @Test
  @DisplayName("that are like none are answered with all that are known")
  void likeNone() {
    assertThat(given("rust.xyzzy", "x").problems().get(0).suggestion().orElseThrow())
        .startsWith("Known are: rust.targets, rust.manifestPath, ");
  }

  @Test
  @DisplayName("that are flags are true or false and nothing else")
  void malformedFlags() {
    assertThat(
            given(
                    "rust.failFast",
                    "maybe",
                    "rust.lib",
                    "FALSE",
                    "rust.locked",
                    "",
                    "rust.skip",
                    "1")
                .problems())
        .containsExactly(
            Problem.of(
                ProblemCode.PARAMETER_INVALID,
                "rust.failFast cannot be 'maybe'",
                "It takes true or false."),
            Problem.of(
                ProblemCode.PARAMETER_INVALID,
                "rust.skip cannot be '1'",
                "It takes true or false."));
  }

  @Test
  @DisplayName("are checked as flags where the parameter is one")
  void flags() {
    Set<String> flags =
        GOALS.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(boolean.class))
            .flatMap(field -> property(field).stream())
            .filter(name -> !MAVENS.contains(name))
            .collect(Collectors.toSet());

    assertThat(flags).hasSizeGreaterThan(5);
    assertThat(flags)
        .allSatisfy(name -> assertThat(given(name, "maybe").problems()).as(name).hasSize(1));
  }

  @Test
  @DisplayName("that are not ours are not looked at")
  void others() {
    assertThat(given("rustc.x", "1", "maven.test.skip", "", "rust", "").problems()).isEmpty();
  }

  @Test
  @DisplayName("are those of the parameters, each with a constant, and all of them known")
  void parameters() {
    Set<String> constants =
        Arrays.stream(RustProperties.class.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == String.class)
            .filter(field -> !field.getName().equals("PREFIX"))
            .map(RustPropertiesTest::value)
            .collect(Collectors.toSet());
    Set<String> parameters =
        GOALS.stream()
            .flatMap(type -> type.getFields().stream())
            .flatMap(field -> property(field).stream())
            .collect(Collectors.toSet());

    assertThat(parameters).isEqualTo(constants).hasSizeGreaterThan(20);
    assertThat(constants)
        .filteredOn(name -> !name.startsWith("rust."))
        .containsExactlyInAnyOrderElementsOf(MAVENS);
    assertThat(
            given(
                    constants.stream()
                        .flatMap(name -> Stream.of(name, "true"))
                        .toArray(String[]::new))
                .problems())
        .isEmpty();
  }

  private static Optional<String> property(JavaField field) {
    return field
        .tryGetAnnotationOfType(PARAMETER)
        .flatMap(RustPropertiesTest::property)
        .filter(name -> !name.isEmpty());
  }

  private static Optional<String> property(JavaAnnotation<JavaField> parameter) {
    return parameter.get("property").map(Object::toString);
  }

  private static String value(Field constant) {
    try {
      constant.setAccessible(true);
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RustProperties given(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new RustProperties(properties);
  }
}
