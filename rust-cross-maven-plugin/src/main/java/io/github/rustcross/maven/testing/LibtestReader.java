package io.github.rustcross.maven.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the standard output of a test program. Tests may print what looks like results, and may run
 * other test programs whose output stands between the lines: blocks within a block are passed over.
 */
final class LibtestReader {
  private static final int DEEPEST = 16;
  private static final int MOST_SLOW = 1000;

  /** In which part of a block the next line stands. */
  private enum Where {
    OUTSIDE,
    TESTS,
    SUCCESSES,
    REPORTS,
    NAMES
  }

  private final boolean documentation;
  private final FoundTests found = new FoundTests();
  private final FailureReports reports = new FailureReports();
  private final Deque<Long> nested = new ArrayDeque<>();
  private final Set<String> failed = new LinkedHashSet<>();
  private final Set<String> slow = new LinkedHashSet<>();
  private Where where = Where.OUTSIDE;
  private boolean seen;
  private boolean terse;
  private boolean allBlocksEnded = true;
  private long announced;
  private long announcedInBlock;
  private Totals totals = Totals.NONE;
  private Optional<Totals> lastNested = Optional.empty();
  private Optional<String> begun = Optional.empty();
  private String behindBegun = "";

  /**
   * A reader.
   *
   * @param documentation whether it is rustdoc that prints: it has several blocks, one after the
   *     other, and one that was not ended does not contain the next
   */
  LibtestReader(boolean documentation) {
    this.documentation = documentation;
  }

  void line(String line) {
    OptionalLong announcement = LibtestLine.announcement(line);
    Optional<Totals> summary = LibtestLine.summary(line);
    if (announcement.isPresent()) {
      announcement(announcement.getAsLong(), line);
    } else if (summary.isPresent() && where != Where.OUTSIDE) {
      summary(summary.get(), line);
    } else if (!nested.isEmpty()) {
      inReport(line);
    } else {
      switch (where) {
        case TESTS -> test(line);
        case SUCCESSES -> success(line);
        case REPORTS -> report(line);
        case NAMES -> name(line);
        case OUTSIDE -> {}
      }
    }
  }

  /** All lines were read: decides what was left open. */
  void end() {
    boolean complete = found.inBlock() == announcedInBlock;
    if (where != Where.OUTSIDE
        && complete
        && lastNested.filter(last -> last.sum() == announcedInBlock).isPresent()) {
      endBlock(lastNested.get());
    }
    if (begun.isPresent()) {
      LibtestLine.resultBehind(behindBegun).ifPresent(this::result);
    }
    allBlocksEnded &= where == Where.OUTSIDE;
  }

  private void announcement(long tests, String line) {
    if (where != Where.OUTSIDE && !documentation) {
      if (nested.size() < DEEPEST) {
        nested.push(tests);
      }
      inReport(line);
      return;
    }
    allBlocksEnded &= where == Where.OUTSIDE;
    settle();
    found.startBlock();
    reports.close();
    failed.clear();
    seen = true;
    announced += tests;
    announcedInBlock = tests;
    lastNested = Optional.empty();
    where = Where.TESTS;
  }

  private void summary(Totals summary, String line) {
    boolean own = summary.sum() == announcedInBlock;
    if (nested.isEmpty() ? own : own && summary.sum() != nested.peek()) {
      endBlock(summary);
      return;
    }
    if (!nested.isEmpty()) {
      nested.pop();
      lastNested = Optional.of(summary);
    }
    inReport(line);
  }

  private void endBlock(Totals summary) {
    settle();
    found.correct(failed, failed.size() == summary.failed());
    totals = totals.plus(summary);
    reports.close();
    nested.clear();
    where = Where.OUTSIDE;
  }

  private void test(String line) {
    Optional<LibtestLine.Begun> test = LibtestLine.test(line);
    if (LibtestLine.isFailures(line)) {
      settle();
      where = Where.REPORTS;
    } else if (LibtestLine.isSuccesses(line)) {
      settle();
      where = Where.SUCCESSES;
    } else if (test.isPresent()) {
      settle();
      begun = Optional.of(test.get().name());
      continueBegun(test.get().rest());
    } else if (begun.isPresent()) {
      continueBegun(line);
    } else {
      other(line);
    }
  }

  private void other(String line) {
    Optional<String> failure = LibtestLine.terseFailure(line);
    Optional<Found> glued = LibtestLine.glued(line);
    terse |= failure.isPresent() || LibtestLine.isDots(line);
    if (failure.isPresent()) {
      found.add(failure.get(), LibtestLine.result("FAILED").orElseThrow());
    } else if (glued.isPresent()) {
      found.add(glued.get().name(), glued.get().result());
    } else if (slow.size() < MOST_SLOW) {
      LibtestLine.slow(line).ifPresent(slow::add);
    }
  }

  /** A line, or the rest of one, that stands behind the name of a test without a result. */
  private void continueBegun(String text) {
    Optional<Found.Result> result = LibtestLine.result(text);
    if (result.isPresent()) {
      result(result.get());
    } else if (!text.isBlank()) {
      behindBegun = text;
    }
  }

  /** The test that was begun has ended, because something follows that is not its output. */
  private void settle() {
    if (begun.isPresent()) {
      LibtestLine.resultBehind(behindBegun).ifPresent(this::result);
    }
    begun = Optional.empty();
    behindBegun = "";
  }

  private void result(Found.Result result) {
    found.add(begun.orElseThrow(), result);
    begun = Optional.empty();
    behindBegun = "";
  }

  private void success(String line) {
    if (LibtestLine.isFailures(line)) {
      where = Where.REPORTS;
    }
  }

  private void report(String line) {
    Optional<String> name = reportOfFailed(line);
    if (name.isPresent()) {
      reports.open(name.get());
    } else if (LibtestLine.isFailures(line)) {
      where = Where.NAMES;
    } else if (!reports.isOpen() && line.startsWith("    ")) {
      where = Where.NAMES;
      name(line);
    } else if (!reports.isOpen() && LibtestLine.test(line).isPresent() && !isThrough()) {
      where = Where.TESTS;
      test(line);
    } else {
      reports.line(line);
    }
  }

  private void name(String line) {
    Optional<String> name = reportOfFailed(line);
    if (line.startsWith("    ") && failed.size() < FoundTests.MOST) {
      failed.add(line.strip());
    } else if (LibtestLine.isFailures(line)) {
      reports.close();
      where = Where.REPORTS;
    } else if (name.isPresent() || !line.isBlank()) {
      failed.clear();
      where = Where.REPORTS;
      report(line);
    }
  }

  private Optional<String> reportOfFailed(String line) {
    return LibtestLine.report(line).filter(name -> found.hasFailed(name) || terse);
  }

  private void inReport(String line) {
    if (where == Where.REPORTS || where == Where.NAMES) {
      reports.line(line);
    } else if (begun.isPresent()) {
      behindBegun = "";
    }
  }

  private boolean isThrough() {
    return found.inBlock() >= announcedInBlock;
  }

  /** Whether the harness announced its tests. */
  boolean isSeen() {
    return seen;
  }

  /** Whether it printed its terse form, without names. */
  boolean isTerse() {
    return terse;
  }

  /** Whether each announcement is followed by its summary; known after {@link #end}. */
  boolean areAllBlocksEnded() {
    return allBlocksEnded;
  }

  long announced() {
    return announced;
  }

  Totals totals() {
    return totals;
  }

  /** The test whose name was printed and whose result was not. */
  Optional<String> begun() {
    return begun;
  }

  /** Tests that took long, whether they have ended since or not. */
  Set<String> slow() {
    return slow;
  }

  List<Found> found() {
    return found.tests();
  }

  /** How many results were too many to be kept. */
  long dropped() {
    return found.dropped();
  }

  /** What the harness shows that a failed test printed. */
  Optional<String> reportOf(Found test) {
    return reports.of(test.name());
  }
}
