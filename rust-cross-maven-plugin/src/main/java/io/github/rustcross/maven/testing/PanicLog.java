package io.github.rustcross.maven.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads standard error, where panics appear that the harness did not catch: of a program that is
 * aborted by a panic, as on wasm, and of all tests with {@code --nocapture}. A panic names its
 * thread, and a test's thread has the test's name wherever there are threads.
 */
final class PanicLog {
  private static final int MOST = 1000;
  private static final int LONGEST = 2000;
  private static final int MOST_LINES = 40;

  private static final Pattern OVERFLOW =
      Pattern.compile("thread '(.+)'(?: \\(\\d+\\))? has overflowed its stack");
  private static final Pattern FATAL =
      Pattern.compile(
          "fatal runtime error: .*|memory allocation of \\d+ bytes failed.*"
              + "|thread caused non-unwinding panic\\..*|thread panicked while .*aborting\\.");

  private final Map<String, BoundedText> panics =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BoundedText> eldest) {
          return size() > MOST;
        }
      };
  private BoundedText open = new BoundedText(LONGEST, LONGEST);
  private int openLines = MOST_LINES;
  private Optional<String> fatal = Optional.empty();
  private Optional<String> overflowed = Optional.empty();

  void line(String line) {
    Optional<String> thread = FailureMessage.panickedThread(line);
    if (thread.isPresent()) {
      open = new BoundedText(LONGEST, LONGEST);
      openLines = 0;
      panics.remove(thread.get());
      panics.put(thread.get(), open);
    }
    if (openLines < MOST_LINES) {
      openLines++;
      open.line(line);
    }
    Matcher overflow = OVERFLOW.matcher(line);
    if (overflow.matches()) {
      overflowed = Optional.of(overflow.group(1));
      fatal = Optional.of(line);
    } else if (FATAL.matcher(line).matches() && fatal.isEmpty()) {
      fatal = Optional.of(line);
    }
  }

  /** The last panic of a thread. */
  Optional<String> of(String thread) {
    return Optional.ofNullable(panics.get(thread)).map(BoundedText::text);
  }

  /** What the runtime said before it gave up. */
  Optional<String> fatal() {
    return fatal;
  }

  /** The thread whose stack was too small. */
  Optional<String> overflowed() {
    return overflowed;
  }
}
