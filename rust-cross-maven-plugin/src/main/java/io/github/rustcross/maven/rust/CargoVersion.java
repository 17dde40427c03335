package io.github.rustcross.maven.rust;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of cargo's version, which is all that options depend on. */
record CargoVersion(int major, int minor) implements Comparable<CargoVersion> {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\..*");

  /** Reads what {@code cargo -vV} calls its release, such as {@code 1.85.0-nightly}. */
  static CargoVersion parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("cargo -vV printed no release but '" + text + "'");
    }
    return new CargoVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(CargoVersion other) {
    return Comparator.comparingInt(CargoVersion::major)
        .thenComparingInt(CargoVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
