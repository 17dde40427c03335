package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text with words in braces")
class TemplateTest {
  private static final Origin ORIGIN = new Origin("overlay.yaml", 12, 7);

  private final Template template =
      new Template(Map.of("triple", "a-b", "triple_", "a_b", "money", "$1\\2", "empty", ""));

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          plain               | plain
          {triple}-clang      | a-b-clang
          CC_{triple_}        | CC_a_b
          {triple}{triple}    | a-ba-b
          x{empty}y           | xy
          -mcpu={triple?}     | -mcpu=a-b
          {money}             | $1\\2
          { triple }          | { triple }
          {}                  | {}
          {1}                 | {1}
          """)
  @DisplayName("has them filled in")
  void expands(String text, String expected) {
    assertThat(template.expand(text, ORIGIN)).contains(expected);
  }

  @Test
  @DisplayName("is left out as a whole where an optional word is unknown")
  void optional() {
    assertThat(template.expand("-mcpu={zigCpu?}", ORIGIN)).isEmpty();
    assertThat(template.tryExpand("{unknown}")).isEmpty();
  }

  @Test
  @DisplayName("is an error with file, line and the words that are known where one is not")
  void unknown() {
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> template.expand("{tripel}-gcc", ORIGIN))
        .withMessage(
            "overlay.yaml:12:7: '{tripel}-gcc' has a word that is not known here;"
                + " known: empty, money, triple, triple_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-mcpu={zigCpu?} {tripel}", "{tripel} -mcpu={zigCpu?}"})
  @DisplayName("is an error too where an optional word is unknown beside it")
  void unknownBesideOptional(String text) {
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> template.expand(text, ORIGIN))
        .withMessage(
            "overlay.yaml:12:7: '%s' has a word that is not known here;"
                + " known: empty, money, triple, triple_",
            text);
  }

  @Test
  @DisplayName("may name a program with plus signs in its role")
  void plus() {
    Template programs = new Template(Map.of(), word -> Optional.of("/bin/" + word));

    assertThat(programs.expand("{program:c++} -v", ORIGIN)).contains("/bin/program:c++ -v");
  }

  @Test
  @DisplayName("asks for a costly word only where it has it")
  void costly() {
    List<String> asked = new ArrayList<>();
    Template costly =
        new Template(
            Map.of("triple", "a-b"),
            word -> {
              asked.add(word);
              return Optional.of("/bin/" + word);
            });

    assertThat(costly.tryExpand("{triple}")).contains("a-b");
    assertThat(asked).isEmpty();
    assertThat(costly.tryExpand("{download:zig} {program:cc}"))
        .contains("/bin/download:zig /bin/program:cc");
    assertThat(asked).containsExactly("download:zig", "program:cc");
  }
}
