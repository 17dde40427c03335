package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of the files and folders that a path with stars stands for the one that is meant: that with the
 * highest version in the place of the stars.
 */
sealed interface NewestMatch {
  /** There is one, or one is newer than all others. */
  record One(Path path) implements NewestMatch {}

  /** Nothing is there. */
  record None() implements NewestMatch {}

  /** There are several, and the stars tell of none that it is the newest. */
  record Several(List<Path> paths) implements NewestMatch {
    /** What they are, for messages. */
    String names() {
      return paths.stream().map(Path::toString).sorted().collect(Collectors.joining(" and "));
    }
  }

  /** What a pattern means on a machine. */
  static NewestMatch of(HostSearch search, String pattern) {
    return of(pattern, search.matches(pattern));
  }

  /** What a pattern means where these are there. */
  static NewestMatch of(String pattern, Collection<Path> matches) {
    if (matches.size() < 2) {
      return matches.isEmpty() ? new None() : new One(matches.iterator().next());
    }
    Pattern stars = stars(pattern);
    List<Path> newest = new ArrayList<>();
    for (Path match : matches) {
      int order = newest.isEmpty() ? 1 : compare(stars, match, newest.get(0));
      if (order > 0) {
        newest.clear();
      }
      if (order >= 0) {
        newest.add(match);
      }
    }
    return newest.size() == 1 ? new One(newest.get(0)) : new Several(newest);
  }

  private static int compare(Pattern stars, Path one, Path other) {
    List<String> mine = parts(stars, one);
    List<String> others = parts(stars, other);
    for (int i = 0; i < mine.size(); i++) {
      int order = VersionOrder.compare(mine.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<String> parts(Pattern stars, Path path) {
    Matcher matcher = stars.matcher(path.toString());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(path + " does not fit " + stars);
    }
    List<String> parts = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      parts.add(matcher.group(group));
    }
    return parts;
  }

  /** Windows writes paths with other separators than the catalog. */
  private static Pattern stars(String pattern) {
    return Pattern.compile(
        Stream.of(pattern.split("\\*", -1))
            .map(
                text ->
                    Stream.of(text.split("[/\\\\]+", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[/\\\\]")))
            .collect(Collectors.joining("([^/\\\\]*)")));
  }
}
