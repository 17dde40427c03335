package io.github.rustcross.maven.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the results that were read agree with the summary, whose numbers are right. */
final class Reconciliation {
  private static final String FAILED =
      "failed; its name could not be read, because something was printed over it";

  private final LibtestReader reader;
  private final List<TestCase> cases;
  private final List<String> remarks;
  private long unread;
  private long surplus;

  Reconciliation(LibtestReader reader, List<TestCase> cases, List<String> remarks) {
    this.reader = reader;
    this.cases = cases;
    this.remarks = remarks;
  }

  /** What a test is called whose name is not known. */
  static String unnamed(String what, long number, long of) {
    return "test " + what + ", " + number + " of " + of;
  }

  void apply() {
    Totals totals = reader.totals();
    match(totals.failed(), "that failed", new TestCase.Failed(FAILED, ""));
    match(totals.passed(), "that passed", new TestCase.Passed());
    match(totals.ignored(), "that was ignored", new TestCase.Ignored(Optional.empty()));
    if (unread > 0) {
      remarks.add(
          (unread == 1 ? "1 result has no name: " : unread + " results have no name: ")
              + (reader.isTerse()
                  ? "the program printed its terse form, without names"
                  : "something was printed over the lines of the tests"));
    }
    if (surplus > 0) {
      remarks.add(
          (surplus == 1 ? "1 line that looks" : surplus + " lines that look")
              + " like a result is left out: the summary counts fewer");
    }
  }

  private void match(long expected, String what, TestCase.Outcome outcome) {
    List<Integer> read = new ArrayList<>();
    for (int index = 0; index < cases.size(); index++) {
      if (cases.get(index).outcome().getClass() == outcome.getClass()) {
        read.add(index);
      }
    }
    for (int last = read.size() - 1; last >= expected; last--) {
      cases.remove((int) read.get(last));
      surplus++;
    }
    long missing = expected - read.size();
    for (long number = 1; number <= missing && cases.size() < FoundTests.MOST; number++) {
      cases.add(new TestCase(unnamed(what, number, missing), outcome));
      unread++;
    }
  }
}
