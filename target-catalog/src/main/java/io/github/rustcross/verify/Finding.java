package io.github.rustcross.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.toolchain.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A promise that a binary does not keep, with all that a user needs to mend it.
 *
 * @param rule the rule that is broken; its code is {@link Rule#code}
 * @param level how much it counts
 * @param file the file, in the caller's words
 * @param measured what is there
 * @param promised what has to be there
 * @param cause what usually leads to it
 * @param fix what to do
 */
public record Finding(
    Rule rule,
    RuleLevel level,
    String file,
    String measured,
    String promised,
    String cause,
    String fix) {

  /**
   * Puts the catalog's texts to a broken check.
   *
   * @param file how to call the file
   * @param triple how to call the target
   */
  public static Finding of(
      Check check, RuleKnowledge knowledge, RuleLevel level, String file, String triple) {
    Map<String, String> words = new HashMap<>(check.words());
    words.put("file", file);
    words.put("triple", triple);
    words.put("measured", check.measured());
    words.put("promised", check.promised());
    // A word that was not found out this time stands for nothing.
    Template template = new Template(words, word -> Optional.of(""));
    return new Finding(
        check.rule(),
        level,
        check.subject().isEmpty() ? file : file + " (" + check.subject() + ")",
        check.measured(),
        check.promised(),
        template.tryExpand(knowledge.cause()).orElseThrow(),
        template.tryExpand(knowledge.fix()).orElseThrow());
  }

  /** What is wrong, in one sentence: {@code <file>: <rule>: <measured>; promised is <promised>}. */
  public String message() {
    return "%s: %s: %s%s"
        .formatted(
            file, rule.id(), measured, promised.isEmpty() ? "" : "; promised is " + promised);
  }
}
