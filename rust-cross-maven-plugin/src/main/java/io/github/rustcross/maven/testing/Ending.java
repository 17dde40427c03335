package io.github.rustcross.maven.testing;

import java.time.Duration;

/** How a test program ended, or why it never ran. */
public sealed interface Ending {
  /**
   * It ended by itself.
   *
   * @param code its exit code; test programs end with 0 if all passed and with 101 if a test failed
   */
  record Exited(int code) implements Ending {
    @Override
    public String sentence() {
      return "the program ended with exit code " + code;
    }

    @Override
    public boolean isGood() {
      return code == 0;
    }
  }

  /**
   * A signal ended it, its own fault or somebody else's.
   *
   * @param number the signal
   * @param name its name, such as {@code SIGSEGV}
   */
  record Signalled(int number, String name) implements Ending {
    @Override
    public String sentence() {
      return "the program was ended by signal " + number + " (" + name + ")";
    }
  }

  /**
   * It was ended because it took too long.
   *
   * @param limit how long it was allowed to take
   */
  record TimedOut(Duration limit) implements Ending {
    @Override
    public String sentence() {
      return "the program did not end within " + Seconds.of(limit) + " s; raise rust.test.timeout";
    }
  }

  /**
   * What ran it was ended by somebody else, such as a test that kills its parent, so that nobody
   * knows the program's own exit code.
   *
   * @param who what was ended, such as {@code cargo}
   */
  record ParentKilled(String who) implements Ending {
    @Override
    public String sentence() {
      return who + ", which ran the program, was ended before it";
    }
  }

  /**
   * It never ran.
   *
   * @param reason why, such as {@code its header says x86_64, the target is aarch64}
   */
  record NotStarted(String reason) implements Ending {
    @Override
    public String sentence() {
      return "the program was not started: " + reason;
    }
  }

  /** What happened, as a clause without a full stop. */
  String sentence();

  /** Whether it says that all went well. */
  default boolean isGood() {
    return false;
  }
}
