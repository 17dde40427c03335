package io.github.rustcross.maven.debian;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a package, ordered as Debian Policy 5.6.12 says. Two that are written differently
 * may be of the same order ({@code 1.0} and {@code 1.0-0}) without being equal.
 *
 * @param text as it is written
 * @param epoch the number before the first colon; 0 without one
 * @param upstream the part between
 * @param revision the part behind the last hyphen; empty without one
 */
public record DebianVersion(String text, int epoch, String upstream, String revision)
    implements Comparable<DebianVersion> {
  private static final Pattern FORM =
      Pattern.compile("(?:([0-9]{1,9}):)?([A-Za-z0-9.+:~-]+?)(?:-([A-Za-z0-9.+~]*))?");

  /**
   * Reads a version.
   *
   * @throws MalformedArchiveException if it has other characters than versions have
   */
  public static DebianVersion parse(String text) throws MalformedArchiveException {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new MalformedArchiveException("'%s' is no version of a package".formatted(text));
    }
    return new DebianVersion(
        text,
        form.group(1) == null ? 0 : Integer.parseInt(form.group(1)),
        form.group(2),
        form.group(3) == null ? "" : form.group(3));
  }

  @Override
  public int compareTo(DebianVersion other) {
    if (epoch != other.epoch) {
      return Integer.compare(epoch, other.epoch);
    }
    int order = compare(upstream, other.upstream);
    return order != 0 ? order : compare(revision, other.revision);
  }

  /** Parts without digits and numbers take turns; numbers may have any length. */
  private static int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() || j < right.length()) {
      while (isOther(left, i) || isOther(right, j)) {
        int order = Integer.compare(weight(left, i), weight(right, j));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
      int leftEnd = endOfDigits(left, i);
      int rightEnd = endOfDigits(right, j);
      int order = compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
      if (order != 0) {
        return order;
      }
      i = leftEnd;
      j = rightEnd;
    }
    return 0;
  }

  private static boolean isOther(String text, int index) {
    return index < text.length() && !isDigit(text.charAt(index));
  }

  /** A tilde comes before the end, the end before letters, letters before all else. */
  private static int weight(String text, int index) {
    if (!isOther(text, index)) {
      return 0;
    }
    char character = text.charAt(index);
    if (character == '~') {
      return -1;
    }
    return Character.isLetter(character) ? character : character + Character.MAX_VALUE;
  }

  private static int endOfDigits(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String left, String right) {
    String one = withoutZeros(left);
    String two = withoutZeros(right);
    return one.length() != two.length()
        ? Integer.compare(one.length(), two.length())
        : one.compareTo(two);
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  @Override
  public String toString() {
    return text;
  }
}
