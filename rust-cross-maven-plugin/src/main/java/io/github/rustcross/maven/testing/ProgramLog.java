package io.github.rustcross.maven.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what a test program prints while it runs: what every passing test says only to those who
 * debug, everything else to all, up to a limit.
 */
final class ProgramLog {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramLog.class);

  /** Characters of one program: more than anybody reads, less than fills a disk. */
  private static final long LIMIT = 1 << 20;

  private static final int LONGEST_LINE = 2000;

  private static final Pattern USUAL =
      Pattern.compile(
          "|running \\d+ tests?|test .* \\.\\.\\. (ok|ignored)(,? .*)?|test result: .*"
              + "|all doctests ran in .*");

  private final Clock clock;
  private final Instant start;
  private final Duration interval;
  private Instant nextProgress;
  private long shown;
  private long tests;

  ProgramLog(Clock clock, Duration interval) {
    this.clock = clock;
    this.interval = interval;
    this.start = clock.instant();
    this.nextProgress = start.plus(interval);
  }

  /** Called by the threads of standard output and standard error. */
  synchronized void line(String line) {
    boolean test = line.startsWith("test ") && line.contains(" ... ");
    tests += test ? 1 : 0;
    if (USUAL.matcher(line).matches()) {
      LOG.debug("  {}", line);
    } else {
      show(line);
    }
    Instant now = clock.instant();
    if (!now.isBefore(nextProgress)) {
      nextProgress = now.plus(interval);
      Duration elapsed = Duration.between(start, now);
      LOG.info(
          "  {} tests, {}:{} min",
          tests,
          elapsed.toMinutes(),
          "%02d".formatted(elapsed.toSecondsPart()));
    }
  }

  private void show(String line) {
    if (shown > LIMIT) {
      return;
    }
    shown += line.length() + 1;
    if (shown > LIMIT) {
      LOG.warn("  (it prints more than {} characters: the rest is not shown)", LIMIT);
    } else {
      LOG.info(
          "  {}", line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…");
    }
  }
}
