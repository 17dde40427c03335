package io.github.rustcross.maven.debian;

import java.util.Arrays;
import java.util.Optional;

/** How a version has to compare (Debian Policy 7.1). */
public enum Relation {
  /** Strictly earlier. */
  EARLIER("<<"),
  /** Earlier or equal. */
  AT_MOST("<="),
  /** Exactly equal. */
  EXACTLY("="),
  /** Later or equal. */
  AT_LEAST(">="),
  /** Strictly later. */
  LATER(">>");

  private final String symbol;

  Relation(String symbol) {
    this.symbol = symbol;
  }

  /** The relation of that symbol; {@code <} and {@code >} are old words for those with equal. */
  static Optional<Relation> of(String symbol) {
    String current = symbol.equals("<") || symbol.equals(">") ? symbol + "=" : symbol;
    return Arrays.stream(values()).filter(relation -> relation.symbol.equals(current)).findFirst();
  }

  /** Whether a version stands in this relation to another. */
  public boolean holds(DebianVersion version, DebianVersion other) {
    int order = version.compareTo(other);
    return switch (this) {
      case EARLIER -> order < 0;
      case AT_MOST -> order <= 0;
      case EXACTLY -> order == 0;
      case AT_LEAST -> order >= 0;
      case LATER -> order > 0;
    };
  }

  @Override
  public String toString() {
    return symbol;
  }
}
