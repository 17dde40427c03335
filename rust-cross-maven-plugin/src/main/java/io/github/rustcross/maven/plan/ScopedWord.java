package io.github.rustcross.maven.plan;

import java.util.Optional;

/**
 * A word that names something of the catalog for all targets or for some: {@code name}, {@code
 * name:argument}, {@code x=name}, {@code x=name:argument}.
 *
 * @param scope a triple, {@code host} or a group with its {@code @}; empty for all targets
 * @param name what is named
 * @param argument what is written behind the name
 */
record ScopedWord(Optional<String> scope, String name, Optional<String> argument) {
  /** Reads a word. */
  static ScopedWord of(String word) {
    // An argument may have such characters as well: they count before the first colon only.
    int colon = word.indexOf(':') < 0 ? word.length() : word.indexOf(':');
    int equals = word.substring(0, colon).indexOf('=');
    return new ScopedWord(
        equals < 0 ? Optional.empty() : Optional.of(word.substring(0, equals)),
        word.substring(equals + 1, colon),
        colon == word.length() ? Optional.empty() : Optional.of(word.substring(colon + 1)));
  }

  /** What is said, without for whom. */
  String value() {
    return argument.map(text -> name + ":" + text).orElse(name);
  }
}
