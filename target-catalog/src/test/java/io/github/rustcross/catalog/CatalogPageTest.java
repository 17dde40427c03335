package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/catalog.md")
class CatalogPageTest {
  private static final String PAGE = read(Path.of("../docs/catalog.md"));
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final Pattern OVERLAY =
      Pattern.compile("```yaml\n(schemaVersion: 1\n.*?)```", Pattern.DOTALL);

  @Test
  @DisplayName("has every rule with its code, its level, what it looks at and its own words")
  void rules() {
    List<String> rows = PAGE.lines().filter(line -> line.contains("`RC-VERIFY-")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Stream.of(Rule.values()).map(CatalogPageTest::row).toList());
  }

  @Test
  @DisplayName("has every key of a binary's promise")
  void promises() {
    List<String> keys =
        Stream.of("binary", "elf", "pe", "machO", "wasm")
            .flatMap(CatalogPageTest::keys)
            .filter(key -> !List.of("elf", "pe", "machO", "wasm").contains(key))
            .distinct()
            .toList();

    assertThat(keys).hasSizeGreaterThan(15).allMatch(key -> PAGE.contains("`" + key + "`"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  @DisplayName("shows overlays that load and keep to the schema")
  void overlay(String text) {
    assertThatCode(() -> Samples.withOverlay(text)).doesNotThrowAnyException();
    assertThat(Schemas.problems("catalog.schema.json", Schemas.yaml(text))).isEmpty();
  }

  static List<String> overlays() {
    List<String> overlays = OVERLAY.matcher(PAGE).results().map(block -> block.group(1)).toList();
    assertThat(overlays).hasSizeGreaterThan(4);
    return overlays;
  }

  private static String row(Rule rule) {
    RuleKnowledge knowledge = CATALOG.rules().get(rule);
    String words =
        rule.words().stream()
            .skip(4)
            .map(word -> "`{" + word + "}`")
            .collect(Collectors.joining(" "));
    return "| `%s` | `%s` | `%s` | %s | %s |"
        .formatted(
            rule.id(),
            rule.code(),
            knowledge.level().id(),
            knowledge.description(),
            words.isEmpty() ? "—" : words);
  }

  private static Stream<String> keys(String definition) {
    return Schemas.read("catalog.schema.json")
        .at("/$defs/" + definition + "/properties")
        .properties()
        .stream()
        .map(property -> property.getKey());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
