package io.github.rustcross.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the catalog's format. A file of another major version cannot be read. One of a newer
 * minor version can: it may have keys that are not known here, and can do without them.
 *
 * @param major changes when what was valid before is not, or means something else
 * @param minor changes when there are further keys or words
 */
public record SchemaVersion(int major, int minor) {
  private static final Pattern FORM =
      Pattern.compile("(0|[1-9][0-9]{0,8})(?:\\.(0|[1-9][0-9]{0,8}))?");

  /** The version in a text like {@code 1.2} or {@code 1}; empty where it is none. */
  public static Optional<SchemaVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SchemaVersion(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
