package io.github.rustcross.maven.verify.jni;

import java.util.List;

/** Parts of sentences. */
final class Words {
  private static final int SHOWN = 5;

  private Words() {}

  /** {@code 1 function}, {@code 2 functions}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The first few, and how many more there are. */
  static String some(List<String> names) {
    int more = names.size() - SHOWN;
    String shown = String.join(", ", names.stream().limit(SHOWN).toList());
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
