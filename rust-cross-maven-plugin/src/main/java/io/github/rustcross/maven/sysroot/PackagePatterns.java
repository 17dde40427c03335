package io.github.rustcross.maven.sysroot;

import java.util.List;

/** Names of packages with {@code *} for any part. */
final class PackagePatterns {
  private PackagePatterns() {}

  static boolean match(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, 0, name, 0));
  }

  private static boolean matches(String pattern, int from, String name, int start) {
    int star = pattern.indexOf('*', from);
    if (star < 0) {
      return name.substring(start).equals(pattern.substring(from));
    }
    String part = pattern.substring(from, star);
    if (!name.startsWith(part, start)) {
      return false;
    }
    for (int next = start + part.length(); next <= name.length(); next++) {
      if (matches(pattern, star + 1, name, next)) {
        return true;
      }
    }
    return false;
  }
}
