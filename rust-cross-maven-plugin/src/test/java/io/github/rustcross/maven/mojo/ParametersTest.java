package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.build.TargetQuestion;
import io.github.rustcross.maven.mojo.GoalParameters.GoalParameter;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("The guide to the parameters, docs/parameters.md,")
class ParametersTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern OPTION = Pattern.compile("-D([\\w.]+)(?:=(\\S+))?");
  private static final String GUIDE = read(ROOT.resolve("docs/parameters.md"));

  @TempDir private Path basedir;

  private static List<GoalParameter> parameters() {
    return GoalParameters.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  @DisplayName("has each in the overview, with its property, and in a section with its default")
  void described(GoalParameter parameter) {
    assertThat(GUIDE)
        .contains(
            "\n| [`%s`](#%s) | "
                .formatted(parameter.name(), parameter.name().toLowerCase(Locale.ROOT)));
    parameter
        .property()
        .ifPresent(property -> assertThat(row(parameter)).contains("| `" + property + "` |"));

    Optional<String> literal = parameter.defaultValue().filter(text -> !text.startsWith("${"));
    assertThat(section(parameter)).contains("\nDefault: ");
    literal.ifPresent(
        value -> {
          assertThat(row(parameter)).contains("`" + value + "` |");
          assertThat(section(parameter)).contains("\nDefault: `" + value + "`");
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  @DisplayName("has an example for the POM that Maven and the goal accept, and that says something")
  void pom(GoalParameter parameter) throws Exception {
    List<String> examples = blocks(section(parameter), "xml");
    assertThat(examples).isNotEmpty();
    Optional<String> mavens = mavensOwn(parameter);
    for (String example : examples) {
      if (mavens.isPresent()) {
        assertThat(example).contains("<" + mavens.get() + ">");
      } else {
        for (Class<? extends AbstractTargetMojo> goal : goals(parameter)) {
          AbstractTargetMojo configured = Configured.goal(goal, basedir, example, Map.of());
          assertThat(value(parameter, configured))
              .isNotEqualTo(value(parameter, Configured.goal(goal, basedir, "", Map.of())));
          assertThat(request(configured)).isNotNull();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  @DisplayName("has an example for the command line that the goal accepts, unless it is the POM's")
  void commandLine(GoalParameter parameter) throws Exception {
    Optional<String> property = parameter.property().or(() -> mavensOwn(parameter));
    List<String> lines = blocks(section(parameter), "sh").stream().flatMap(String::lines).toList();
    assertThat(lines.isEmpty()).isEqualTo(property.isEmpty());
    for (String line : lines) {
      Map<String, String> given = new HashMap<>();
      Matcher option = OPTION.matcher(line);
      while (option.find()) {
        given.put(option.group(1), Optional.ofNullable(option.group(2)).orElse("true"));
      }
      assertThat(given).containsKey(property.orElseThrow());
      for (Class<? extends AbstractTargetMojo> goal : goals(parameter)) {
        assertThat(request(Configured.goal(goal, basedir, "", given))).isNotNull();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  @DisplayName("names tests of each that exist")
  void tests(GoalParameter parameter) {
    List<String> lines =
        section(parameter).lines().filter(line -> line.startsWith("Tests: ")).toList();
    assertThat(lines).hasSize(1);
    List<String> names =
        Pattern.compile("`([^`]+)`")
            .matcher(lines.get(0))
            .results()
            .map(result -> result.group(1))
            .toList();
    assertThat(names).isNotEmpty();
    assertThat(names).filteredOn(name -> !exists(name)).isEmpty();
  }

  @Test
  @DisplayName("has no section for what does not exist")
  void nothingElse() {
    assertThat(Pattern.compile("(?m)^### `(.+)`$").matcher(GUIDE).results().map(r -> r.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            parameters().stream().map(GoalParameter::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      classes = {
        BuildMojo.class,
        DescribeMojo.class,
        DoctorMojo.class,
        ExportMojo.class,
        PlanMojo.class,
        ProvisionMojo.class,
        TargetsMojo.class,
        TestMojo.class,
        VerifyMojo.class
      })
  @DisplayName("speaks of the parameters that the plugin's descriptor has")
  void descriptor(Class<? extends AbstractMojo> goal) throws Exception {
    List<String> described = new ArrayList<>();
    try (InputStream file = BuildMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assumeTrue(file != null, "Maven writes the descriptor in the phase process-classes");
      Element plugin =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file)
              .getDocumentElement();
      XPath xpath = XPathFactory.newInstance().newXPath();
      NodeList parameters =
          (NodeList)
              xpath.evaluate(
                  "//mojo[implementation='%s']/parameters/parameter[editable='true']"
                      .formatted(goal.getName()),
                  plugin,
                  XPathConstants.NODESET);
      for (int i = 0; i < parameters.getLength(); i++) {
        String name = xpath.evaluate("name", parameters.item(i));
        String expression =
            xpath.evaluate("ancestor::mojo/configuration/" + name, parameters.item(i));
        described.add(name + " " + expression);
        shown(name, xpath.evaluate("description", parameters.item(i)));
      }
    }

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            GoalParameters.of(goal).stream()
                .map(
                    parameter ->
                        parameter.name()
                            + " "
                            + parameter.property().map("${%s}"::formatted).orElse(""))
                .toList());
  }

  /**
   * What {@code help} prints: Maven's tools cut texts off at lines that begin with an at sign, and
   * mangle braces within braces.
   */
  private static void shown(String name, String description) {
    assertThat(description)
        .as(name)
        .containsAnyOf("Example: -D", "or in the POM: <", " <", "the property project.build")
        .doesNotContain("{@")
        .doesNotContainPattern("\\{[^}]*\\{");
  }

  /** The property of Maven's that a parameter has by default. */
  private static Optional<String> mavensOwn(GoalParameter parameter) {
    return parameter
        .defaultValue()
        .filter(text -> text.startsWith("${"))
        .map(text -> text.substring(2, text.length() - 1));
  }

  private static List<Class<? extends AbstractTargetMojo>> goals(GoalParameter parameter) {
    return Stream.of(
            BuildMojo.class,
            TestMojo.class,
            TargetsMojo.class,
            DescribeMojo.class,
            DoctorMojo.class,
            ExportMojo.class)
        .<Class<? extends AbstractTargetMojo>>map(goal -> goal)
        .filter(parameter::isOf)
        .toList();
  }

  private static Object request(AbstractTargetMojo mojo) throws ProblemException {
    if (mojo instanceof AbstractCrateMojo crate) {
      return crate instanceof TestMojo test ? test.testRequest() : crate.request();
    }
    return mojo.question(TargetQuestion.Default.ALL, new Problems());
  }

  private static Object value(GoalParameter parameter, AbstractTargetMojo mojo) throws Exception {
    Field field = parameter.owner().getDeclaredField(parameter.field());
    field.setAccessible(true);
    return field.get(mojo);
  }

  private static String row(GoalParameter parameter) {
    return GUIDE
        .lines()
        .filter(line -> line.startsWith("| [`" + parameter.name() + "`]"))
        .findFirst()
        .orElseThrow();
  }

  private static String section(GoalParameter parameter) {
    Matcher matcher =
        Pattern.compile("\n### `" + parameter.name() + "`\n(.*?)(?=\n##|$)", Pattern.DOTALL)
            .matcher(GUIDE);
    assertThat(matcher.find()).as("a section for " + parameter.name()).isTrue();
    return matcher.group(1);
  }

  private static List<String> blocks(String text, String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private static boolean exists(String test) {
    if (test.startsWith("src/it/")) {
      return Files.exists(ROOT.resolve(test).resolve("verify.groovy"));
    }
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files.anyMatch(file -> file.endsWith(test + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
