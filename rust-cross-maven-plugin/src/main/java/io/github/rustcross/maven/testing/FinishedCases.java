package io.github.rustcross.maven.testing;

import java.util.List;
import java.util.Optional;

/** Tests whose results were read, with what is known of why they failed. */
final class FinishedCases {
  private static final String NO_OUTPUT =
      "failed; what it printed was not captured and is in the program's output";

  private final LibtestReader reader;
  private final PanicLog panics;

  FinishedCases(LibtestReader reader, PanicLog panics) {
    this.reader = reader;
    this.panics = panics;
  }

  List<TestCase> list() {
    return reader.found().stream().map(this::test).toList();
  }

  private TestCase test(Found test) {
    return new TestCase(
        test.name(),
        switch (test.kind()) {
          case PASSED -> new TestCase.Passed();
          case IGNORED -> new TestCase.Ignored(test.result().reason());
          case FAILED -> failed(test);
        });
  }

  private TestCase.Failed failed(Found test) {
    Optional<String> output = reader.reportOf(test).or(() -> panics.of(test.name()));
    return output
        .map(text -> new TestCase.Failed(FailureMessage.of(test.name(), text), text))
        .orElseGet(() -> new TestCase.Failed(NO_OUTPUT, ""));
  }
}
