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
    if (missing.size() == 1) {
      String culprit = missing.iterator().next();
      known.put(culprit, new TestCase(culprit, broken()));
      return List.copyOf(known.values());
    }
    int timeouts = ending instanceof Ending.TimedOut ? 1 : 0;
    for (int round = 0; round < ROUNDS && !missing.isEmpty() && timeouts < 2; round++) {
      Round next = program.run(some(missing));
      timeouts += next.ending() instanceof Ending.TimedOut ? 1 : 0;
      int before = missing.size();
      for (TestCase test : next.conclusion().cases()) {
        if (missing.remove(test.name())) {
          known.put(test.name(), test);
        }
      }
      if (missing.size() == before) {
        break;
      }
    }
    missing.forEach(name -> known.put(name, new TestCase(name, broken())));
    return List.copyOf(known.values());
  }

  /** The tests of the program that have no result of their own; those that have are put aside. */
  private Set<String> missing(Map<String, TestCase> known) throws IOException {
    if (first.cases().stream().noneMatch(test -> test.outcome() instanceof TestCase.Broken)) {
      return Set.of();
    }
    Set<String> missing = new LinkedHashSet<>(program.names());
    for (TestCase test : first.cases()) {
      if (missing.remove(test.name())) {
        known.put(test.name(), test);
      }
    }
    return missing;
  }

  private TestCase.Outcome broken() {
    String output =
        first.cases().stream()
            .map(TestCase::outcome)
            .filter(TestCase.Broken.class::isInstance)
            .map(outcome -> ((TestCase.Broken) outcome).output())
            .findFirst()
            .orElse("");
    return new TestCase.Broken("no result: " + ending.sentence(), output);
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
