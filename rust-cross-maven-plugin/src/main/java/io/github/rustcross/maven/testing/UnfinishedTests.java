package io.github.rustcross.maven.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every test of a program a result of its own where one of them took the program with it: the
 * tests without a result are run again, one after the other, so that it shows which one it was and
 * the others get theirs.
 */
final class UnfinishedTests {
  /** A program that keeps ending early is not started more often than this. */
  private static final int EARLY_ENDS = 20;

  /** Nor one that keeps taking too long: each time costs all of its time. */
  private static final int TIMEOUTS = 3;

  /** Less than the shortest command line that a system takes (Windows: 32767 characters). */
  private static final int CHARACTERS = 24_000;

  private final Program program;
  private final String part;
  private final Conclusion first;
  private final Ending ending;
  private final long announced;
  private int timeouts;

  /**
   * Nothing is run yet.
   *
   * @param part what the program is called where something is wrong with it that is no test's fault
   * @param first what came of the first run
   * @param ending how it ended
   * @param announced how many tests there were to be
   */
  UnfinishedTests(Program program, String part, Conclusion first, Ending ending, long announced) {
    this.program = program;
    this.part = part;
    this.first = first;
    this.ending = ending;
    this.announced = announced;
  }

  /** A test program that can be started once more. */
  interface Program {
    /** The names of all tests that it would run; none if it does not say. */
    List<String> names() throws IOException;

    /** Runs some of its tests, one after the other. */
    Round run(List<String> names) throws IOException;
  }

  /** What came of one more run. */
  record Round(Conclusion conclusion, Ending ending) {}

  /** The results of all tests. */
  List<TestCase> complete() throws IOException {
    boolean early =
        ending instanceof Ending.Signalled
            || ending instanceof Ending.TimedOut
            || ending instanceof Ending.Exited
            || ending instanceof Ending.ParentKilled;
    if (!early || announced == 0) {
      return first.cases();
    }
    Map<String, TestCase> known = new LinkedHashMap<>();
    Set<String> missing = missing(known);
    if (missing.isEmpty()) {
      return first.cases();
    }
    // A single one that hangs would only hang again.
    boolean hangs = missing.size() == 1 && ending instanceof Ending.TimedOut;
    if (!hangs && !runAgain(missing, known) && missing.size() > 1) {
      return first.cases();
    }
    TestCase.Outcome unknown = hangs || timeouts == 0 ? unexplained() : notReached();
    missing.forEach(name -> known.put(name, new TestCase(name, unknown)));
    if (known.values().stream().noneMatch(TestCase::isBad)) {
      known.put(
          part,
          new TestCase(
              part,
              new TestCase.Broken(
                  "no result: "
                      + ending.sentence()
                      + "; one after the other, all of its tests are through",
                  unexplained().output())));
    }
    return List.copyOf(known.values());
  }

  /**
   * Runs those without a result, as long as that brings results.
   *
   * @return whether it brought any
   */
  private boolean runAgain(Set<String> missing, Map<String, TestCase> known) throws IOException {
    int all = missing.size();
    int early = 0;
    int before = Integer.MAX_VALUE;
    while (!missing.isEmpty()
        && missing.size() < before
        && timeouts < TIMEOUTS - (ending instanceof Ending.TimedOut ? 1 : 0)
        && early < EARLY_ENDS) {
      before = missing.size();
      List<String> some = some(missing);
      Round next = program.run(some);
      timeouts += next.ending() instanceof Ending.TimedOut ? 1 : 0;
      for (TestCase test : next.conclusion().cases()) {
        if (missing.remove(test.name())) {
          known.put(test.name(), test);
        }
      }
      early += missing.size() > before - some.size() ? 1 : 0;
    }
    return missing.size() < all;
  }

  /**
   * The tests without a result of their own, and those that the program seems to have died of:
   * their message may have died with it, and where several tests run at once it may have ended
   * while the harness wrote the line of one that has passed. The others are put aside.
   */
  private Set<String> missing(Map<String, TestCase> known) throws IOException {
    if (first.cases().stream().noneMatch(UnfinishedTests::isBroken)) {
      return Set.of();
    }
    Set<String> missing = new LinkedHashSet<>(program.names());
    if (missing.size() != announced) {
      // It lists others than it runs: what is missing is not known.
      return Set.of();
    }
    for (TestCase test : first.cases()) {
      boolean settled = !isBroken(test) || ending instanceof Ending.TimedOut;
      if (settled && missing.remove(test.name())) {
        known.put(test.name(), test);
      }
    }
    return missing;
  }

  private static boolean isBroken(TestCase test) {
    return test.outcome() instanceof TestCase.Broken;
  }

  /** What is said of tests that nobody waited for any more. */
  private TestCase.Broken notReached() {
    return new TestCase.Broken(
        "no result: it was not run again, because others took too long; leave those out, or raise"
            + " rust.test.timeout",
        unexplained().output());
  }

  /** What is known of all that have no result. */
  private TestCase.Broken unexplained() {
    return first.cases().stream()
        .map(TestCase::outcome)
        .filter(TestCase.Broken.class::isInstance)
        .map(TestCase.Broken.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> some(Set<String> names) {
    List<String> some = new ArrayList<>();
    int characters = 0;
    for (String name : names) {
      characters += name.length() + 1;
      if (characters > CHARACTERS && !some.isEmpty()) {
        break;
      }
      some.add(name);
    }
    return some;
  }
}
