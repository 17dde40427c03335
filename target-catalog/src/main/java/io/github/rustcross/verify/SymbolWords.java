package io.github.rustcross.verify;

import java.util.List;

/** The symbols that a broken check of symbol versions is about. */
public final class SymbolWords {
  private SymbolWords() {}

  /** Their plain names, those of the newest versions first; none for checks of other rules. */
  public static List<String> of(Check check) {
    String names = check.words().getOrDefault(SymbolNeeds.NAMES, "");
    return names.isEmpty() ? List.of() : List.of(names.split(" "));
  }
}
