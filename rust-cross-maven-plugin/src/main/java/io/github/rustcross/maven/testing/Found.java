package io.github.rustcross.maven.testing;

import java.util.Optional;

/** A test with its result, as its line says it. */
record Found(String name, Result result) {
  /** What such a line can say. */
  enum Kind {
    PASSED,
    FAILED,
    IGNORED
  }

  /** A result; the reason is that of an ignored test. */
  record Result(Kind kind, Optional<String> reason) {}

  Kind kind() {
    return result.kind();
  }

  Found as(Kind kind) {
    return new Found(name, new Result(kind, Optional.empty()));
  }
}
