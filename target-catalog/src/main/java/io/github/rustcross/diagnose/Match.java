package io.github.rustcross.diagnose;

import io.github.rustcross.catalog.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an output that a diagnostic explains.
 *
 * @param diagnostic what explains it
 * @param place where, and with which groups
 */
record Match(Diagnostic diagnostic, MatchResult place) {
  /** The first cause in the order of a build; a warning only where there is no error. */
  static final Comparator<Match> FIRST_CAUSE =
      Comparator.<Match, Boolean>comparing(match -> match.diagnostic().warning())
          .thenComparing(match -> match.diagnostic().stage())
          .thenComparing(match -> match.place().start());

  /** The match of a diagnostic, if there is one. */
  static Optional<Match> of(Diagnostic diagnostic, String output) {
    Matcher matcher = Pattern.compile(diagnostic.pattern().orElseThrow()).matcher(output);
    return matcher.find() && !isOther(diagnostic, output)
        ? Optional.of(new Match(diagnostic, matcher.toMatchResult()))
        : Optional.empty();
  }

  private static boolean isOther(Diagnostic diagnostic, String output) {
    return diagnostic.unless().map(Pattern::compile).stream()
        .anyMatch(pattern -> pattern.matcher(output).find());
  }

  /** The groups that took part, in the pattern's order. */
  List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= place.groupCount(); i++) {
      Optional.ofNullable(place.group(i)).ifPresent(groups::add);
    }
    return groups;
  }
}
