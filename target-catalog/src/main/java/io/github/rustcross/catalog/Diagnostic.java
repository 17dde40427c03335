package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A failure that the catalog can explain. Texts are templates, see {@code
 * io.github.rustcross.diagnose.Diagnostician} for their words.
 *
 * @param id its name
 * @param stage where in a build it happens
 * @param pattern a regular expression of Java that is looked for in the whole output; a text,
 *     because most builds never need it compiled. Empty where nothing is printed
 * @param unless a regular expression that shows that something else failed
 * @param targets the targets for which it is looked for; empty for all
 * @param warning whether it is a warning by itself: it explains a failure where nothing else does
 * @param before failures that are only echoes of this one
 * @param what what happened, one line
 * @param why why it happens
 * @param fix what to do, best first; the first line of each is a sentence, those after it are to be
 *     copied
 * @param install what is missing on the machine
 * @param toolchains toolchains of which one is missing: the first that the target has
 * @param evidence how it is known
 * @param source where it was read or printed
 * @param detectedBy for a failure that prints nothing: what finds it or keeps it from happening
 * @param origin where the catalog says so
 */
public record Diagnostic(
    String id,
    Stage stage,
    Optional<String> pattern,
    Optional<String> unless,
    Optional<TargetSet> targets,
    boolean warning,
    List<String> before,
    String what,
    String why,
    List<String> fix,
    Installation install,
    List<String> toolchains,
    Evidence evidence,
    String source,
    Optional<String> detectedBy,
    Origin origin) {
  /** Copies the lists. */
  public Diagnostic {
    before = List.copyOf(before);
    fix = List.copyOf(fix);
    toolchains = List.copyOf(toolchains);
  }

  /** Whether it can happen to a target. */
  public boolean concerns(Target target) {
    return targets.map(some -> some.contains(target)).orElse(true);
  }

  /** Whether nothing is printed when it happens. */
  public boolean isSilent() {
    return pattern.isEmpty();
  }
}
