package io.github.rustcross.catalog;

import java.util.List;

/**
 * Some of the targets, in words: a triple, {@code @group}, or the word of an operating system
 * ({@code target_os}).
 *
 * @param words the words; none for no target at all
 */
public record TargetSet(List<String> words) {
  /** No target. */
  public static final TargetSet NONE = new TargetSet(List.of());

  /** Copies the list. */
  public TargetSet {
    words = List.copyOf(words);
  }

  /** Whether a target is one of them. */
  public boolean contains(Target target) {
    return words.stream().anyMatch(word -> means(word, target));
  }

  private static boolean means(String word, Target target) {
    return word.startsWith("@")
        ? target.groups().contains(word.substring(1))
        : word.equals(target.triple().value()) || word.equals(target.platform().os());
  }
}
