package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.testing.FailurePatterns;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestSuite;
import io.github.rustcross.maven.text.Lines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The end of a test run: a row for each target, then each failing test once, then what is worth
 * knowing besides.
 */
public final class TestTable {
  private static final int WIDTH = 80;
  private static final int MOST_FAILURES = 50;
  private static final int LONG_TIME = 100;
  private static final int FIRST_NUMBER = 2;
  private static final List<String> HEADER =
      List.of("target", "runner", "passed", "failed", "ignored", "time");

  private TestTable() {}

  /**
   * The lines, the header first.
   *
   * @param suites all results
   * @param targets the targets that were tested
   */
  public static List<String> lines(List<TestSuite> suites, Collection<Target> targets) {
    List<String> lines = new ArrayList<>(table(suites));
    failures(suites, targets, lines);
    remarks(suites, lines);
    return lines;
  }

  private static List<String> table(List<TestSuite> suites) {
    Map<TargetTriple, List<TestSuite>> byTarget =
        suites.stream()
            .collect(
                Collectors.groupingBy(
                    TestSuite::target, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    byTarget.forEach((target, ofTarget) -> rows.add(row(target, ofTarget)));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(TargetTriple target, List<TestSuite> suites) {
    String runners =
        suites.stream().map(TestSuite::runner).distinct().collect(Collectors.joining(", "));
    Duration time = suites.stream().map(TestSuite::duration).reduce(Duration.ZERO, Duration::plus);
    return List.of(
        target.value(),
        runners,
        count(suites, TestCase.Passed.class),
        String.valueOf(
            suites.stream()
                .mapToLong(
                    suite ->
                        suite.count(TestCase.Failed.class) + suite.count(TestCase.Broken.class))
                .sum()),
        count(suites, TestCase.Ignored.class),
        seconds(time));
  }

  private static String count(List<TestSuite> suites, Class<? extends TestCase.Outcome> kind) {
    return String.valueOf(suites.stream().mapToLong(suite -> suite.count(kind)).sum());
  }

  private static String seconds(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    return String.format(Locale.ROOT, seconds < LONG_TIME ? "%.1f s" : "%.0f s", seconds);
  }

  /** Names to the left, numbers to the right. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String gap = " ".repeat(widths[column] - row.get(column).length());
      line.append(column == 0 ? "" : "  ");
      line.append(column < FIRST_NUMBER ? row.get(column) + gap : gap + row.get(column));
    }
    return line.toString().stripTrailing();
  }

  private static void failures(
      List<TestSuite> suites, Collection<Target> targets, List<String> lines) {
    List<FailedTest> failed = FailedTest.all(suites, FailurePatterns.of(suites, targets));
    for (FailedTest test : failed.subList(0, Math.min(failed.size(), MOST_FAILURES))) {
      lines.add("");
      lines.addAll(Lines.wrapped("failed: " + test.title(), "", "  ", WIDTH));
      test.details().forEach(detail -> lines.addAll(Lines.wrapped(detail, "  ", "    ", WIDTH)));
    }
    if (failed.size() > MOST_FAILURES) {
      lines.add("");
      lines.add("and " + (failed.size() - MOST_FAILURES) + " more; the XML files have them all");
    }
  }

  private static void remarks(List<TestSuite> suites, List<String> lines) {
    Map<String, Set<String>> remarks = new LinkedHashMap<>();
    for (TestSuite suite : suites) {
      for (String remark : suite.remarks()) {
        remarks
            .computeIfAbsent(
                suite.crate() + " " + suite.part() + ": " + remark, text -> new LinkedHashSet<>())
            .add(suite.target().value());
      }
    }
    if (!remarks.isEmpty()) {
      lines.add("");
    }
    remarks.forEach(
        (text, where) ->
            lines.addAll(
                Lines.wrapped(
                    "note: " + text + " (" + String.join(", ", where) + ")", "", "  ", WIDTH)));
  }
}
