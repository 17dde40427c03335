package io.github.rustcross.maven.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what a test program printed and how it ended. */
final class Concluder {
  /** The thread that runs the tests where there are no others, as on wasm. */
  private static final String MAIN = "main";

  private final String part;
  private final LibtestReader reader;
  private final PanicLog panics;
  private final String tail;
  private final Ending ending;
  private final List<TestCase> cases = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Concluder(String part, LibtestReader reader, PanicLog panics, String tail, Ending ending) {
    this.part = part;
    this.reader = reader;
    this.panics = panics;
    this.tail = tail;
    this.ending = ending;
  }

  Conclusion conclude() {
    if (!reader.isSeen()) {
      cases.add(new TestCase(part, ofProgram()));
      return new Conclusion(cases, remarks);
    }
    cases.addAll(new FinishedCases(reader, panics).list());
    int read = cases.size();
    boolean failed = cases.stream().anyMatch(TestCase::isBad);
    if (reader.dropped() > 0) {
      remarks.add(
          "there are more tests than can be kept; "
              + reader.dropped()
              + " results are left out of the report");
    } else if (reader.areAllBlocksEnded()) {
      new Reconciliation(reader, cases, remarks).apply();
      failed = cases.stream().anyMatch(TestCase::isBad);
    } else {
      unfinished();
    }
    boolean expected = ending.isGood() || ending instanceof Ending.Exited && failed;
    if (reader.areAllBlocksEnded() && !expected) {
      broken(part, ending.sentence() + allHaveResults());
    } else if (!reader.areAllBlocksEnded() && cases.size() == read) {
      broken(part, "no summary: " + ending.sentence() + fatal() + allHaveResults());
    }
    return new Conclusion(cases, remarks);
  }

  /** A program without the harness. */
  private TestCase.Outcome ofProgram() {
    if (ending.isGood()) {
      return new TestCase.Passed();
    }
    return ending instanceof Ending.Exited && !part.equals(TestSuite.DOCUMENTATION)
        ? new TestCase.Failed(ending.sentence(), tail)
        : new TestCase.Broken("no result: " + ending.sentence() + fatal(), tail);
  }

  /** Tests were announced whose results are missing. */
  private void unfinished() {
    long missing = reader.announced() - cases.size();
    Optional<String> culprit = culprit();
    Set<String> named = new LinkedHashSet<>(culprit.map(Set::of).orElse(Set.of()));
    if (culprit.isEmpty() && ending instanceof Ending.TimedOut) {
      Set<String> ended =
          reader.found().stream().map(Found::name).collect(Collectors.toUnmodifiableSet());
      reader.slow().stream().filter(name -> !ended.contains(name)).forEach(named::add);
    }
    for (String name : named) {
      cases.add(new TestCase(name, interrupted(name)));
    }
    String why =
        culprit
            .map(name -> "never ran: " + ending.sentence() + " during " + name)
            .orElse("no result: " + ending.sentence() + fatal());
    long unnamed = Math.max(0, missing - named.size());
    if (unnamed > 0 && named.isEmpty()) {
      remarks.add(
          "which tests were running is not known, because several ran at once; with"
              + " --test-threads=1 among rust.test.args it is");
    }
    for (long number = 1; number <= unnamed && cases.size() < FoundTests.MOST; number++) {
      String name = Reconciliation.unnamed("without a result", number, unnamed);
      boolean first = number == 1 && named.isEmpty();
      cases.add(
          new TestCase(
              name,
              new TestCase.Broken(
                  why + (culprit.isPresent() ? "" : exitsEarly()), first ? tail : "")));
    }
  }

  /** The test that was running when the program ended, where one thread runs them all. */
  private Optional<String> culprit() {
    return panics
        .overflowed()
        .filter(thread -> !thread.equals(MAIN) && !thread.startsWith("<"))
        .or(reader::begun);
  }

  private TestCase.Outcome interrupted(String name) {
    Optional<String> panic =
        panics.of(name).or(() -> panics.of(MAIN)).filter(text -> panicsEndIt());
    return panic.isPresent()
        ? new TestCase.Failed(FailureMessage.of(name, panic.get()), tail)
        : new TestCase.Broken("no result: " + ending.sentence() + fatal() + exitsEarly(), tail);
  }

  private boolean panicsEndIt() {
    return ending instanceof Ending.Signalled
        || ending instanceof Ending.Exited exited && exited.code() != 0;
  }

  private String fatal() {
    return ending instanceof Ending.TimedOut
        ? ""
        : panics.fatal().map(text -> ": " + text).orElse("");
  }

  private String exitsEarly() {
    return ending.isGood() && panics.fatal().isEmpty()
        ? " before its tests were through: a test called exit"
        : "";
  }

  private String allHaveResults() {
    return cases.isEmpty() ? "" : "; all of its tests have results";
  }

  private void broken(String name, String message) {
    cases.add(new TestCase(name, new TestCase.Broken(message, tail)));
  }
}
