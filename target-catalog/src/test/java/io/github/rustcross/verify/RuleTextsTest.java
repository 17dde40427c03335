package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The catalog's texts")
class RuleTextsTest {
  @ParameterizedTest
  @EnumSource(Rule.class)
  @DisplayName("say of every rule what is looked at, what leads to it and what to do")
  void complete(Rule rule) {
    RuleKnowledge knowledge = Verified.CATALOG.rules().get(rule);

    assertThat(knowledge.description()).isNotBlank().doesNotContain("\n", "{");
    assertThat(knowledge.cause()).isNotBlank();
    assertThat(knowledge.fix()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  @DisplayName("have every word filled in that the rule has")
  void words(Rule rule) {
    Map<String, String> own = new HashMap<>();
    rule.words().forEach(word -> own.put(word, "<" + word + ">"));
    Check check = new Check(rule, "", "a", "b", Check.Outcome.BROKEN, own);

    Finding finding =
        Finding.of(
            check, Verified.CATALOG.rules().get(rule), RuleLevel.STRICT, "a-file", "a-triple");

    assertThat(finding.cause() + finding.fix()).doesNotContain("{", "}");
    assertThat(rule.words().stream().filter(word -> !isUsed(rule, word)))
        .as("words that no text has")
        .allMatch(word -> word.equals(SymbolNeeds.NAMES) || isCommon(word));
  }

  @Test
  @DisplayName("leave a word out that was not found out this time")
  void unknownWord() {
    Check check =
        new Check(Rule.LIBRARY, "", "needs a", "b", Check.Outcome.BROKEN, Map.of("library", "a"));
    RuleKnowledge knowledge = Verified.CATALOG.rules().get(Rule.LIBRARY);

    assertThat(Finding.of(check, knowledge, RuleLevel.WARN, "f", "t").cause())
        .isEqualTo("a is no part of the platform, and machines that lack it cannot load the file.");
    assertThat(
            Finding.of(
                    check.with("origin", " (of the crate a-sys)"),
                    knowledge,
                    RuleLevel.WARN,
                    "f",
                    "t")
                .cause())
        .isEqualTo(
            "a is no part of the platform, and machines that lack it cannot load the file (of the"
                + " crate a-sys).");
  }

  @Test
  @DisplayName("are put to what was not promised, too")
  void nothingPromised() {
    Check check = new Check(Rule.BUILD_PATH, "", "/home/me", "", Check.Outcome.BROKEN, Map.of());

    assertThat(
            Finding.of(
                    check,
                    Verified.CATALOG.rules().get(Rule.BUILD_PATH),
                    RuleLevel.REPORT,
                    "f",
                    "t")
                .message())
        .isEqualTo("f: build-path: /home/me");
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  @DisplayName("are found by a rule's name and by its code, in any case")
  void names(Rule rule) {
    assertThat(rule.code()).isEqualTo("RC-VERIFY-" + rule.id().toUpperCase(Locale.ROOT));
    assertThat(Rule.of(rule.id())).contains(rule);
    assertThat(Rule.of(rule.code().toLowerCase(Locale.ROOT))).contains(rule);
    assertThat(Rule.of(rule.id() + "s")).isEmpty();
  }

  private static boolean isUsed(Rule rule, String word) {
    RuleKnowledge knowledge = Verified.CATALOG.rules().get(rule);
    return (knowledge.cause() + knowledge.fix()).contains("{" + word + "}");
  }

  private static boolean isCommon(String word) {
    return Rule.FORMAT.words().contains(word);
  }
}
