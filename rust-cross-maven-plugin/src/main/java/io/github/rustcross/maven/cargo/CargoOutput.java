package io.github.rustcross.maven.cargo;

import io.github.rustcross.maven.problem.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands cargo's standard error on to the log: diagnostics unchanged at the level they have,
 * progress from time to time, everything else for those who debug.
 */
final class CargoOutput {
  private static final Logger LOG = LoggerFactory.getLogger(CargoOutput.class);

  /** {@code Building [=====> ] 34/56: ring, libsqlite3-sys(build)}. */
  private static final Pattern PROGRESS =
      Pattern.compile("\\s*Building \\[[=> ]*] (\\d+/\\d+)(?:: (.*))?");

  /** A verb that ends in column 12, as cargo aligns its status. */
  private static final Pattern STATUS = Pattern.compile(" *[A-Z][a-z]+(?<=^.{12}) .*");

  /** cargo's and rustc's own, and those of whatever starts cargo. */
  private static final Pattern ERROR =
      Pattern.compile("error.*|Error: .*|ERROR .*|[a-z]+: Error .*");

  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  /** Where somebody prints without end; what explains a failure is long before, in characters. */
  private static final int LONGEST = 4 << 20;

  private enum Level {
    DEBUG,
    WARN,
    ERROR
  }

  private final boolean quiet;
  private final Clock clock;
  private final Instant start;
  private final Duration interval;
  private final StringBuilder errors = new StringBuilder();
  private final StringBuilder messages = new StringBuilder();
  private Instant nextProgress;
  private Level level = Level.DEBUG;

  /**
   * A fresh reader.
   *
   * @param quiet whether everything goes to those who debug only
   */
  CargoOutput(boolean quiet, Clock clock, Duration interval) {
    this.quiet = quiet;
    this.clock = clock;
    this.interval = interval;
    this.start = clock.instant();
    this.nextProgress = start.plus(interval);
  }

  void line(String raw) {
    String line = Secrets.mask(ESCAPES.matcher(raw).replaceAll(""));
    Matcher progress = PROGRESS.matcher(line);
    if (progress.matches()) {
      progress(progress);
      return;
    }
    if (STATUS.matcher(line).matches()) {
      LOG.debug(line);
      level = Level.DEBUG;
      return;
    }
    if (ERROR.matcher(line).matches()) {
      level = Level.ERROR;
    } else if (line.startsWith("warning")) {
      level = Level.WARN;
    }
    if (level == Level.ERROR) {
      errors.append(line).append('\n');
    }
    if (messages.length() < LONGEST) {
      messages.append(line).append('\n');
    }
    log(line);
  }

  private void log(String line) {
    switch (quiet ? Level.DEBUG : level) {
      case ERROR -> LOG.error(line);
      case WARN -> LOG.warn(line);
      default -> LOG.debug(line);
    }
  }

  String errors() {
    return errors.toString();
  }

  /** Errors, warnings and whatever else is neither progress nor status. */
  String messages() {
    return messages.toString();
  }

  private void progress(Matcher progress) {
    Instant now = clock.instant();
    if (now.isBefore(nextProgress)) {
      return;
    }
    nextProgress = now.plus(interval);
    Duration elapsed = Duration.between(start, now);
    LOG.info(
        "  {} units, {}:{} min: {}",
        progress.group(1),
        elapsed.toMinutes(),
        "%02d".formatted(elapsed.toSecondsPart()),
        progress.group(2) == null ? "" : progress.group(2).strip());
  }
}
