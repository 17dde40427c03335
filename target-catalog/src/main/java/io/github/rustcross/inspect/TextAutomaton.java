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

  // Set in a state where a text ends, so that one comparison with zero tells.
  private static final int FOUND = 0x8000_0000;
  private static final int STATE = 0x7fff_ffff;

  private final List<int[]> rows = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final boolean[] begins = new boolean[BYTES];
  private final int[] steps;

  /** An automaton of texts that are not empty. */
  TextAutomaton(List<byte[]> texts) {
    row();
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i), i);
    }
    link();
    steps = new int[rows.size() * BYTES];
    for (int state = 0; state < rows.size(); state++) {
      for (int value = 0; value < BYTES; value++) {
        int next = rows.get(state)[value];
        steps[state * BYTES + value] = next * BYTES | (ends.get(next) == NONE ? 0 : FOUND);
      }
    }
    for (int value = 0; value < BYTES; value++) {
      begins[value] = steps[value] != 0;
    }
    rows.clear();
  }

  /**
   * Goes on until a text ends.
   *
   * @param state where it stands, which changes
   * @param from the first of the bytes
   * @param to the end of the bytes
   * @return how far it went: behind the last byte of a text, or {@code to}
   */
  int run(State state, byte[] bytes, int from, int to) {
    int now = state.now;
    int at = from;
    while (at < to) {
      if (now == 0) {
        // Most bytes begin no text, and this loop need not wait for the table.
        while (at < to && !begins[Byte.toUnsignedInt(bytes[at])]) {
          at++;
        }
        if (at == to) {
          break;
        }
      }
      now = steps[(now & STATE) + Byte.toUnsignedInt(bytes[at++])];
      if (now < 0) {
        break;
      }
    }
    state.now = now;
    return at;
  }

  /** Which text ended, the longest of them; -1 if none did. */
  int found(State state) {
    return state.now < 0 ? ends.get((state.now & STATE) / BYTES) : NONE;
  }

  /** Where a search stands. */
  static final class State {
    private int now;
  }

  private int row() {
    int[] row = new int[BYTES];
    Arrays.fill(row, NONE);
    rows.add(row);
    ends.add(NONE);
    return rows.size() - 1;
  }

  private void add(byte[] text, int index) {
    int state = 0;
    for (byte value : text) {
      int at = Byte.toUnsignedInt(value);
      if (rows.get(state)[at] == NONE) {
        int made = row();
        rows.get(state)[at] = made;
      }
      state = rows.get(state)[at];
    }
    ends.set(state, index);
  }

  // A step that leads nowhere goes where the longest end of what was read would have gone.
  private void link() {
    int[] fallback = new int[rows.size()];
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int state = open.remove();
      if (ends.get(state) == NONE) {
        ends.set(state, ends.get(fallback[state]));
      }
      int[] row = rows.get(state);
      for (int value = 0; value < BYTES; value++) {
        int behind = state == 0 ? 0 : rows.get(fallback[state])[value];
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
