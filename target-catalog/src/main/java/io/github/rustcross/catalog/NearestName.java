package io.github.rustcross.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that somebody may have meant. */
final class NearestName {
  private static final int SHOWN = 3;

  private NearestName() {}

  static List<String> of(String name, Collection<String> candidates) {
    int tolerated = Math.max(2, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> leavesOut(name, candidate) || distance(name, candidate) <= tolerated)
        .sorted(
            Comparator.comparing((String candidate) -> !leavesOut(name, candidate))
                .thenComparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  /** Whether the name lacks parts only, as {@code x86_64-linux-gnu} lacks the vendor. */
  private static boolean leavesOut(String name, String candidate) {
    List<String> parts = List.of(name.split("-"));
    int found = 0;
    for (String part : candidate.split("-")) {
      if (found < parts.size() && part.equals(parts.get(found))) {
        found++;
      }
    }
    return parts.size() > 1 && found == parts.size();
  }

  /** The Levenshtein distance. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int changed = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + changed,
                Math.min(previous[column], current[column - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
