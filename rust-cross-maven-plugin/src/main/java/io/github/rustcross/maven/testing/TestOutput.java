package io.github.rustcross.maven.testing;

import java.util.List;
import java.util.Optional;

/**
 * Reads what one test program prints while it runs, or what rustdoc prints when it runs a library's
 * documentation tests. It is fed line by line from as many threads as there are streams, and keeps
 * a bounded part of whatever comes. A last line without a line end is a line too: where one thread
 * runs all tests, it names the test that was running.
 *
 * <p>What is understood is what Rust's own test harness prints, ordinary or terse, coloured or not,
 * with captured output or without; where tests print between its lines, the summary and the list of
 * failed tests at its end correct what was misread. A program without that harness has one result,
 * its exit code.
 */
public final class TestOutput {
  private static final int TAIL = 64_000;
  private static final int LONGEST_LINE = 16_000;

  private final String part;
  private final LibtestReader reader;
  private final PanicLog panics = new PanicLog();
  private final BoundedText tail = new BoundedText(0, TAIL);

  /**
   * Before the first line.
   *
   * @param part which program it is, see {@link TestSuite#part()}
   */
  public TestOutput(String part) {
    this.part = part;
    this.reader = new LibtestReader(part.equals(TestSuite.DOCUMENTATION));
  }

  /** A line of standard output, without its line end. */
  public synchronized void standardOutput(String line) {
    String plain = LibtestLine.plain(line);
    tail.line(shortened(plain));
    reader.line(plain);
  }

  /** A line of standard error, without its line end. */
  public synchronized void standardError(String line) {
    String plain = shortened(LibtestLine.plain(line));
    tail.line(plain);
    panics.line(plain);
  }

  /** Whether this is what Rust's test harness prints: it has said how many tests it runs. */
  public synchronized boolean isLibtest() {
    return reader.isSeen();
  }

  /** How many tests were announced so far. */
  public synchronized long announced() {
    return reader.announced();
  }

  /** The summaries so far, added up. */
  public synchronized Totals totals() {
    return reader.totals();
  }

  /**
   * The test that was begun and has no result; known where one thread runs all tests, and only
   * after the line was ended, by the test itself or by the end of the output.
   */
  public synchronized Optional<String> begun() {
    return reader.begun();
  }

  /**
   * The tests that have ended so far, in that order. What a failed one printed is known only at the
   * end.
   */
  public synchronized List<TestCase> cases() {
    return new FinishedCases(reader, panics).list();
  }

  /** The end of what was printed, both streams as they came. */
  public synchronized String tail() {
    return tail.text();
  }

  /**
   * What came of the program, after the last line.
   *
   * @param ending how it ended
   */
  public synchronized Conclusion conclude(Ending ending) {
    reader.end();
    return new Concluder(part, reader, panics, tail.text(), ending).conclude();
  }

  private static String shortened(String line) {
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
  }
}
