package io.github.rustcross.diagnose;

import io.github.rustcross.catalog.Evidence;
import io.github.rustcross.catalog.Stage;
import java.util.List;

/**
 * A failure, explained for a target and a machine.
 *
 * @param id the name in the catalog
 * @param stage where in the build it happened
 * @param what what happened, one line
 * @param why why it happens
 * @param fix what to do here, best first
 * @param evidence how it is known
 */
public record Diagnosis(
    String id, Stage stage, String what, String why, List<Advice> fix, Evidence evidence) {
  /** Copies the list. */
  public Diagnosis {
    fix = List.copyOf(fix);
  }

  /**
   * One thing to do.
   *
   * @param text a sentence
   * @param lines what is to be copied: a command, an option, lines of a file; often none
   */
  public record Advice(String text, List<String> lines) {
    /** Copies the list. */
    public Advice {
      lines = List.copyOf(lines);
    }

    /** The first line is the sentence. */
    static Advice of(String text) {
      List<String> lines = text.strip().lines().toList();
      return new Advice(lines.get(0).strip(), lines.subList(1, lines.size()));
    }
  }
}
