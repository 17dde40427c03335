package io.github.rustcross.verify;

import io.github.rustcross.catalog.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that was looked at in a binary, as it should be or not.
 *
 * @param rule the rule that asks for it
 * @param subject which part of the file, or which matter of the rule: the architecture of a slice,
 *     a member of an archive; empty text for the file itself
 * @param measured what is there, in words for people
 * @param promised what has to be there; empty text where nothing is promised
 * @param outcome how they compare
 * @param words further words for the catalog's texts of the rule, by name
 */
public record Check(
    Rule rule,
    String subject,
    String measured,
    String promised,
    Outcome outcome,
    Map<String, String> words) {

  /** How measured and promised compare. */
  public enum Outcome {
    /** It is as promised. */
    KEPT("kept"),
    /** It is not. */
    BROKEN("broken"),
    /** Nothing is promised: it is told, no more. */
    REPORTED("reported");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /** The word in reports. */
    public String id() {
      return id;
    }
  }

  /** Copies the map and keeps its order. */
  public Check {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(outcome, "outcome");
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /**
   * Something that is promised.
   *
   * @param kept whether it is as promised
   */
  public static Check compared(
      Rule rule,
      String subject,
      String measured,
      String promised,
      boolean kept,
      Map<String, String> words) {
    return new Check(
        rule, subject, measured, promised, kept ? Outcome.KEPT : Outcome.BROKEN, words);
  }

  /** Something that is told and not promised. */
  public static Check reported(Rule rule, String subject, String measured) {
    return new Check(rule, subject, measured, "", Outcome.REPORTED, Map.of());
  }

  /** A file that cannot be read by the rules of its format. */
  public static Check malformed(String problem) {
    return new Check(Rule.MALFORMED, "", problem, "", Outcome.BROKEN, Map.of());
  }

  /** Whether it is not as promised. */
  public boolean isBroken() {
    return outcome == Outcome.BROKEN;
  }

  /** The same with a further word for the catalog's texts. */
  public Check with(String word, String value) {
    Map<String, String> more = new LinkedHashMap<>(words);
    more.put(word, value);
    return new Check(rule, subject, measured, promised, outcome, more);
  }
}
