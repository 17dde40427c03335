package io.github.rustcross.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some versions of a crate, in cargo's notation (The Cargo Book, "Specifying Dependencies"): {@code
 * 0.12}, {@code >=0.9, <0.10}, {@code =1.2.3}, {@code *}. A version without an operator means all
 * that are compatible with it.
 *
 * @param text as it is written
 */
public record VersionRequirement(String text) {
  private static final Pattern COMPARATOR =
      Pattern.compile("(\\^|>=|<=|>|<|=)?\\s*(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is not cargo's notation
   */
  public VersionRequirement {
    if (!text.equals("*")) {
      for (String part : text.split(",", -1)) {
        if (!COMPARATOR.matcher(part.strip()).matches()) {
          throw new IllegalArgumentException(
              "'%s' is not a requirement like \">=0.9, <0.10\"".formatted(part.strip()));
        }
      }
    }
  }

  /**
   * Whether a version is one of them. What comes behind its three numbers does not count.
   *
   * @param version a crate's version, such as {@code 1.2.3} or {@code 2.0.1+zstd.1.5.2}
   */
  public boolean contains(String version) {
    int[] numbers = numbers(version);
    return text.equals("*")
        || Arrays.stream(text.split(",")).allMatch(part -> allows(part.strip(), numbers));
  }

  private static boolean allows(String part, int[] version) {
    Matcher matcher = COMPARATOR.matcher(part);
    if (!matcher.matches()) {
      return false;
    }
    List<Integer> given = new ArrayList<>();
    for (int group = 2; group <= 4 && matcher.group(group) != null; group++) {
      given.add(Integer.parseInt(matcher.group(group)));
    }
    int[] lowest = padded(given);
    int order = Arrays.compare(version, lowest);
    String operator = matcher.group(1) == null ? "^" : matcher.group(1);
    return switch (operator) {
      case ">=" -> order >= 0;
      case ">" -> Arrays.compare(version, after(given)) >= 0;
      case "<" -> order < 0;
      case "<=" -> Arrays.compare(version, after(given)) < 0;
      case "=" -> order >= 0 && Arrays.compare(version, after(given)) < 0;
      default -> order >= 0 && Arrays.compare(version, incompatible(given)) < 0;
    };
  }

  /** The first version that does not begin with these numbers. */
  private static int[] after(List<Integer> given) {
    List<Integer> next = new ArrayList<>(given);
    next.set(next.size() - 1, next.get(next.size() - 1) + 1);
    return padded(next);
  }

  /** The first version in which the leftmost number that is not zero has changed. */
  private static int[] incompatible(List<Integer> given) {
    int first = 0;
    while (first < given.size() - 1 && given.get(first) == 0) {
      first++;
    }
    return after(given.subList(0, first + 1));
  }

  private static int[] padded(List<Integer> numbers) {
    int[] padded = new int[3];
    for (int index = 0; index < numbers.size(); index++) {
      padded[index] = numbers.get(index);
    }
    return padded;
  }

  private static int[] numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : version.split("[-+]", 2)[0].split("\\.")) {
      numbers.add(part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0);
    }
    return padded(numbers.subList(0, Math.min(3, numbers.size())));
  }
}
