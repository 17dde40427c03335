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
  /** More programs than this are not started again for one that keeps ending early. */
  private static final int ROUNDS = 20;

  /** Less than the shortest command line that a system takes (Windows: 32767 characters). */
  private static final int CHARACTERS = 24_000;

  private final Program program;
  private final Conclusion first;
  private final Ending ending;
  private final long announced;

  /**
   * Nothing is run yet.
   *
   * @param first what came of the first run
   * @param ending how it ended
   * @param announced how many tests there were to be
   */
  UnfinishedTests(Program program, Conclusion first, Ending ending, long announced) {
    this.program = program;
    this.first = first;
    this.ending = ending;
    this.announced = announced;
  }

  /** A test program that can be started once more. */
  interface Program {
    /** The names of all tests that it would run. */
    List<String> names() throws IOException;

    /** Runs some of its tests, one after the other. */
    Round run(List<String> names) throws IOException;
  }

  /** What came of one more run. */
  record Round(Conclusion conclusion, Ending ending) {}

  /** The results of all tests. */
  List<TestCase> complete() throws IOException {
    boolean early = announced > 0 && first.cases().stream().anyMatch(UnfinishedTests::isBroken);
    if (!early || ending instanceof Ending.NotStarted) {
      return first.cases();
    }
    Map<String, TestCase> known = new LinkedHashMap<>();
    Set<String> missing = missing(known);
    if (missing.isEmpty()) {
      return first.cases();
    }
    int timeouts = ending instanceof Ending.TimedOut ? 1 : 0;
    // A single one that hangs would only hang again.
    boolean clear = timeouts > 0 && missing.size() == 1;
    for (int round = 0; round < ROUNDS && !missing.isEmpty() && !clear; round++) {
      Round next = program.run(some(missing));
      timeouts += next.ending() instanceof Ending.TimedOut ? 1 : 0;
      int before = missing.size();
      for (TestCase test : next.conclusion().cases()) {
        if (missing.remove(test.name())) {
          known.put(test.name(), test);
        }
      }
      clear = missing.size() == before || timeouts > 1;
    }
    missing.forEach(name -> known.put(name, new TestCase(name, unexplained())));
    return List.copyOf(known.values());
  }

  /**
   * The tests without a result of their own, and those that the program died of, whose message may
   * have died with it; the others are put aside.
   */
  private Set<String> missing(Map<String, TestCase> known) throws IOException {
    Set<String> missing = new LinkedHashSet<>(program.names());
    for (TestCase test : first.cases()) {
      boolean settled = !isBroken(test) || ending instanceof Ending.TimedOut;
      if (missing.contains(test.name()) && settled) {
        missing.remove(test.name());
        known.put(test.name(), test);
      }
    }
    return missing;
  }

  private static boolean isBroken(TestCase test) {
    return test.outcome() instanceof TestCase.Broken;
  }

  /** What is known of all that have no result. */
  private TestCase.Outcome unexplained() {
    return first.cases().stream()
        .filter(UnfinishedTests::isBroken)
        .map(TestCase::outcome)
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
