package io.github.rustcross.maven.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lines of which the first and the last are kept, however many come. */
final class BoundedText {
  private final int head;
  private final int tail;
  private final StringBuilder first = new StringBuilder();
  private final Deque<String> last = new ArrayDeque<>();
  private int lastSize;
  private long cut;

  /**
   * Empty.
   *
   * @param head how many characters of the beginning are kept
   * @param tail how many characters of the end are kept
   */
  BoundedText(int head, int tail) {
    this.head = head;
    this.tail = tail;
  }

  /** Adds a line, given without its line end. */
  void line(String line) {
    if (last.isEmpty() && cut == 0 && first.length() + line.length() < head) {
      first.append(line).append('\n');
      return;
    }
    String kept = line;
    if (line.length() >= tail) {
      kept = line.substring(line.length() - tail + 1);
      cut += line.length() - kept.length();
    }
    last.addLast(kept);
    lastSize += kept.length() + 1;
    while (lastSize > tail) {
      int size = last.removeFirst().length() + 1;
      lastSize -= size;
      cut += size;
    }
  }

  /** How many characters it holds. */
  int size() {
    return first.length() + lastSize;
  }

  /** What is kept, each line with its end; where something was cut out, a line says how much. */
  String text() {
    StringBuilder text = new StringBuilder(first);
    if (cut > 0) {
      text.append("[").append(cut).append(" characters are left out here]\n");
    }
    last.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
