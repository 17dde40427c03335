package io.github.rustcross.inspect;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the GNU C library, as it stands behind {@code GLIBC_} in symbol versions: {@code
 * 2.17}, {@code 2.2.5}. Natural order is by age, oldest first, and agrees with {@code equals}.
 *
 * @param major the first number, 0 and up; every released symbol version has 2
 * @param minor the second number, 0 and up
 * @param patch the third number, 0 when the version has two parts; glibc never named one {@code
 *     x.y.0}, so the two cannot be confused
 */
public record GlibcVersion(int major, int minor, int patch) implements Comparable<GlibcVersion> {

  private static final Pattern SYNTAX =
      Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})(?:\\.(0|[1-9]\\d{0,5}))?");

  private static final Comparator<GlibcVersion> BY_AGE =
      Comparator.comparingInt(GlibcVersion::major)
          .thenComparingInt(GlibcVersion::minor)
          .thenComparingInt(GlibcVersion::patch);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public GlibcVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException(
          "glibc version " + major + "." + minor + "." + patch + " has a negative part");
    }
  }

  /**
   * A version of two parts.
   *
   * @param major the first number, 0 and up
   * @param minor the second number, 0 and up
   * @throws IllegalArgumentException if a number is negative
   */
  public GlibcVersion(int major, int minor) {
    this(major, minor, 0);
  }

  /**
   * Reads a version without its {@code GLIBC_} prefix.
   *
   * @param text two or three decimal numbers with dots between, of at most six digits each and
   *     without leading zeros
   * @return the version, or empty for any other text, such as {@code PRIVATE} or {@code
   *     ABI_DT_RELR}
   */
  public static Optional<GlibcVersion> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int patch = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    return Optional.of(
        new GlibcVersion(
            Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), patch));
  }

  @Override
  public int compareTo(GlibcVersion other) {
    return BY_AGE.compare(this, other);
  }

  /**
   * The version as {@link #parse} reads it.
   *
   * @return e.g. {@code 2.17} or {@code 2.2.5}
   */
  @Override
  public String toString() {
    return major + "." + minor + (patch == 0 ? "" : "." + patch);
  }
}
