package io.github.rustcross.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many texts in one pass (Aho and Corasick, "Efficient String Matching", 1975): each byte is
 * one step in a table, whatever the number of texts.
 */
final class TextAutomaton {

  private static final int BYTES = 256;
  private static final int NONE = -1;

  private final List<int[]> steps = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  /** An automaton of texts that are not empty. */
  TextAutomaton(List<byte[]> texts) {
    state();
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i), i);
    }
    link();
  }

  /** The state after one more byte; 0 is the first. */
  int next(int state, byte value) {
    return steps.get(state)[Byte.toUnsignedInt(value)];
  }

  /** Which text ends in a state, the longest of them; -1 if none does. */
  int found(int state) {
    return ends.get(state);
  }

  private int state() {
    int[] row = new int[BYTES];
    Arrays.fill(row, NONE);
    steps.add(row);
    ends.add(NONE);
    return steps.size() - 1;
  }

  private void add(byte[] text, int index) {
    int state = 0;
    for (byte value : text) {
      int at = Byte.toUnsignedInt(value);
      if (steps.get(state)[at] == NONE) {
        int made = state();
        steps.get(state)[at] = made;
      }
      state = steps.get(state)[at];
    }
    ends.set(state, index);
  }

  // A step that leads nowhere goes where the longest end of what was read would have gone.
  private void link() {
    int[] fallback = new int[steps.size()];
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int state = open.remove();
      if (ends.get(state) == NONE) {
        ends.set(state, ends.get(fallback[state]));
      }
      int[] row = steps.get(state);
      for (int value = 0; value < BYTES; value++) {
        int behind = state == 0 ? 0 : steps.get(fallback[state])[value];
        if (row[value] == NONE) {
          row[value] = behind;
        } else {
          fallback[row[value]] = behind;
          open.add(row[value]);
        }
      }
    }
  }
}
