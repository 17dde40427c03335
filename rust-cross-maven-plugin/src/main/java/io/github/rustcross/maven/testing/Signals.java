package io.github.rustcross.maven.testing;

import static java.util.Map.entry;

import io.github.rustcross.maven.process.Supervisor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The signals that end programs, by their numbers on Linux (signal(7)) and macOS. */
final class Signals {
  /** What shells add to a signal's number (POSIX, Shell Command Language, 2.8.2). */
  private static final int OFFSET = 128;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          entry(1, "SIGHUP"),
          entry(2, "SIGINT"),
          entry(3, "SIGQUIT"),
          entry(4, "SIGILL"),
          entry(5, "SIGTRAP"),
          entry(6, "SIGABRT"),
          entry(7, "SIGBUS"),
          entry(8, "SIGFPE"),
          entry(9, "SIGKILL"),
          entry(10, "SIGUSR1, on macOS SIGBUS"),
          entry(11, "SIGSEGV"),
          entry(12, "SIGUSR2, on macOS SIGSYS"),
          entry(13, "SIGPIPE"),
          entry(14, "SIGALRM"),
          entry(15, "SIGTERM"),
          entry(24, "SIGXCPU"),
          entry(25, "SIGXFSZ"),
          entry(31, "SIGSYS"));

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
        .<Ending>map(name -> new Ending.Signalled(status - OFFSET, name))
        .orElseGet(() -> new Ending.Exited(status));
  }
}
