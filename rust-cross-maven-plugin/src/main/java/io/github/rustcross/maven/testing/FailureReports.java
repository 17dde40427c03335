package io.github.rustcross.maven.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each failing test printed, as the harness shows it at the end; bounded in all. */
final class FailureReports {
  private static final int MOST = 10_000;
  private static final int BUDGET = 8_000_000;
  private static final int HEAD = 16_000;
  private static final int TAIL = 16_000;
  private static final int SHORT = 300;

  private final Map<String, BoundedText> reports = new HashMap<>();
  private BoundedText open = new BoundedText(0, 1);
  private boolean isOpen;
  private int used;

  /** A test's report begins. */
  void open(String name) {
    close();
    boolean rich = used < BUDGET;
    open = rich ? new BoundedText(HEAD, TAIL) : new BoundedText(SHORT, SHORT);
    isOpen = true;
    if (reports.size() < MOST) {
      reports.putIfAbsent(name, open);
    }
  }

  /** A line of the report that is open; without one it is forgotten. */
  void line(String line) {
    if (isOpen) {
      open.line(line);
    }
  }

  boolean isOpen() {
    return isOpen;
  }

  void close() {
    used += isOpen ? open.size() : 0;
    isOpen = false;
  }

  Optional<String> of(String name) {
    return Optional.ofNullable(reports.get(name)).map(BoundedText::text);
  }
}
