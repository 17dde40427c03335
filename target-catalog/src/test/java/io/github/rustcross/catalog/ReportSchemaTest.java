package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The report's schema")
class ReportSchemaTest {
  private static final String SCHEMA = "report.schema.json";

  @Test
  @DisplayName("accepts a report with a built, a joined, a refused and a skipped target")
  void complete() {
    assertThat(Schemas.problems(SCHEMA, report())).isEmpty();
  }

  @Test
  @DisplayName("accepts the report of a build that found no cargo")
  void withoutCargo() {
    JsonNode report =
        Schemas.json(
            """
            {
              "schemaVersion": 1, "catalogVersion": "1.1.0", "rustc": null, "cargo": null,
              "targets": [],
              "problems": [
                { "code": "RC-CARGO-MISSING", "message": "no cargo on PATH", "suggestion": null }
              ]
            }
            """);

    assertThat(Schemas.problems(SCHEMA, report)).isEmpty();
  }

  @Test
  @DisplayName("accepts the report of a build whose catalog could not be read")
  void withoutCatalog() {
    JsonNode report =
        Schemas.json(
            """
            {
              "schemaVersion": 1, "catalogVersion": null, "rustc": null, "cargo": null,
              "targets": [],
              "problems": [
                { "code": "RC-CATALOG-INVALID", "message": "no such file", "suggestion": null }
              ]
            }
            """);

    assertThat(Schemas.problems(SCHEMA, report)).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "/schemaVersion                                | 2",
        "/catalogVersion                               | \"\"",
        "/catalogVersion                               | 1",
        "/cargo                                        | 1.95",
        "/targets/0/triple                             | \"aarch64-unknown-linux-gnu:2.28\"",
        "/targets/0/status                             | \"ok\"",
        "/targets/0/artifacts                          | []",
        "/targets/0/toolchain                          | \"zig\"",
        "/targets/0/artifacts/0/path                   | \"aarch64-unknown-linux-gnu\\\\app\"",
        "/targets/0/artifacts/0/path                   | \"/home/me/target/app\"",
        "/targets/0/artifacts/0/path                   | \"../target/app\"",
        "/targets/0/artifacts/0/path                   | \"a/../app\"",
        "/targets/0/artifacts/0/path                   | \"C:/target/app\"",
        "/targets/0/artifacts/0/kind                   | \"exe\"",
        "/targets/0/artifacts/0/sha256                 | \"9F86D0\"",
        "/targets/0/artifacts/0/size                   | 0",
        "/targets/0/artifacts/0/inspection             | null",
        "/targets/0/artifacts/0/inspection/format      | \"ELF\"",
        "/targets/0/artifacts/0/inspection/bits        | 63",
        "/targets/0/artifacts/0/inspection/endianness  | \"LSB\"",
        "/targets/0/artifacts/0/inspection/linkage     | \"shared\"",
        "/targets/0/artifacts/0/inspection/interpreter | \"\"",
        "/targets/0/artifacts/0/inspection/glibc       | \"GLIBC_2.17\"",
        "/targets/0/artifacts/0/inspection/needed      | null",
        "/targets/0/artifacts/0/checks                 | null",
        "/targets/0/artifacts/0/checks/0/rule          | \"GLIBC\"",
        "/targets/0/artifacts/0/checks/0/code          | \"RC-GLIBC\"",
        "/targets/0/artifacts/0/checks/0/subject       | \"\"",
        "/targets/0/artifacts/0/checks/0/measured      | null",
        "/targets/0/artifacts/0/checks/0/promised      | \"\"",
        "/targets/0/artifacts/0/checks/0/outcome       | \"ok\"",
        "/targets/0/artifacts/0/checks/0/level         | \"error\"",
        "/targets/0/artifacts/0/runtimeDependencies    | null",
        "/targets/1/artifacts/0/inspection/slices      | []",
        "/targets/2/refused/0/file                     | \"\"",
        "/targets/2/refused/0/kind                     | \"exe\"",
        "/targets/2/refused/0/size                     | 0",
        "/targets/2/refused/0/checks                   | []",
        "/targets/2/problems                           | []",
        "/targets/2/problems/0/code                    | \"MISSING_ARTIFACT\"",
        "/targets/2/problems/0/message                 | \"\"",
        "/targets/3/problems/0/suggestion              | \"\""
      })
  @DisplayName("rejects")
  void wrongValue(String pointer, String value) {
    JsonNode report = report();
    parent(report, pointer).set(name(pointer), Schemas.json(value));

    assertThat(Schemas.problems(SCHEMA, report))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).startsWith(jsonPath(pointer) + ": "));
  }

  @Test
  @DisplayName("rejects artifacts of a target that was skipped")
  void skippedWithArtifacts() {
    ObjectNode report = (ObjectNode) report();
    parent(report, "/targets/3/artifacts").set("artifacts", report.at("/targets/0/artifacts"));

    assertThat(Schemas.problems(SCHEMA, report))
        .singleElement()
        .asString()
        .startsWith("$.targets[3].artifacts: ");
  }

  @ParameterizedTest(name = "target {0}")
  @ValueSource(ints = {0, 3})
  @DisplayName("rejects refused binaries of a target that was built or skipped")
  void builtWithRefused(int target) {
    JsonNode report = report();
    String pointer = "/targets/" + target + "/refused";
    parent(report, pointer).set("refused", report.at("/targets/2/refused"));

    assertThat(Schemas.problems(SCHEMA, report))
        .singleElement()
        .asString()
        .startsWith(jsonPath(pointer) + ": ");
  }

  @Test
  @DisplayName("rejects a refused binary that keeps all strict rules")
  void refusedForNothing() {
    for (String change : List.of("outcome | kept", "level | warn")) {
      JsonNode report = report();
      String[] words = change.split(" \\| ");
      parent(report, "/targets/2/refused/0/checks/0/x").put(words[0], words[1]);

      assertThat(Schemas.problems(SCHEMA, report))
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem).startsWith("$.targets[2].refused[0].checks"));
    }
  }

  @Test
  @DisplayName("misses every property but slices that is not there")
  void missing() {
    List<String> pointers = new ArrayList<>();
    collectProperties("", report(), pointers);
    pointers.removeIf(pointer -> name(pointer).equals("slices"));

    assertThat(pointers)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            pointer -> {
              JsonNode report = report();
              parent(report, pointer).remove(name(pointer));
              assertThat(Schemas.problems(SCHEMA, report)).as("without " + pointer).isNotEmpty();
            });
  }

  @Test
  @DisplayName("knows every property that is there")
  void unknown() {
    List<String> pointers = new ArrayList<>();
    collectProperties("", report(), pointers);

    assertThat(pointers)
        .allSatisfy(
            pointer -> {
              JsonNode report = report();
              parent(report, pointer).put("somethingElse", true);
              assertThat(Schemas.problems(SCHEMA, report)).as("beside " + pointer).isNotEmpty();
            });
  }

  private static void collectProperties(String at, JsonNode node, List<String> pointers) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              property -> {
                String pointer = at + "/" + property.getKey();
                pointers.add(pointer);
                collectProperties(pointer, property.getValue(), pointers);
              });
    }
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      collectProperties(at + "/" + index, node.get(index), pointers);
    }
  }

  private static JsonNode report() {
    return Schemas.json(Samples.text("reports", "report.json"));
  }

  private static ObjectNode parent(JsonNode report, String pointer) {
    return (ObjectNode) report.at(JsonPointer.compile(pointer).head());
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static String jsonPath(String pointer) {
    return "$" + pointer.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
  }
}
