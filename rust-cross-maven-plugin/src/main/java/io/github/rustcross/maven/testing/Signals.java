package io.github.rustcross.maven.testing;

import io.github.rustcross.maven.process.Supervisor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The signals that end programs, by their numbers on Linux (signal(7)) and macOS. */
final class Signals {
  /** What shells add to a signal's number (POSIX, Shell Command Language, 2.8.2). */
  private static final int OFFSET = 128;

  private static final Map<Integer, String> NAMES =
      Map.of(
          1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 5, "SIGTRAP", 6, "SIGABRT", 8, "SIGFPE", 9,
          "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

  private static final Map<Integer, String> OTHERS =
      Map.of(3, "SIGQUIT", 7, "SIGBUS", 10, "SIGBUS", 14, "SIGALRM", 31, "SIGSYS");

  private Signals() {}

  static Ending ending(Supervisor.Ended ended, Optional<Duration> limit) {
    if (ended.timedOut()) {
      return new Ending.TimedOut(limit.orElseThrow());
    }
    if (ended.status().isEmpty()) {
      return new Ending.ParentKilled("its parent process");
    }
    int status = ended.status().getAsInt();
    return Optional.ofNullable(NAMES.get(status - OFFSET))
        .or(() -> Optional.ofNullable(OTHERS.get(status - OFFSET)))
        .<Ending>map(name -> new Ending.Signalled(status - OFFSET, name))
        .orElseGet(() -> new Ending.Exited(status));
  }
}
