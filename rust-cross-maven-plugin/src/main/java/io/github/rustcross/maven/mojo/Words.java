package io.github.rustcross.maven.mojo;

import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.FloorRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Turns the texts of parameters into values, or says which texts would do. */
final class Words {
  private Words() {}

  /** One word of an enumeration. */
  static <E> E of(String property, String text, List<E> words, Function<E, String> id)
      throws ProblemException {
    return words.stream()
        .filter(word -> id.apply(word).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    property,
                    text,
                    "Allowed are: " + String.join(", ", words.stream().map(id).toList())));
  }

  static OptionalInt count(String property, Optional<String> text) throws ProblemException {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("[1-9][0-9]{0,3}")) {
      throw invalid(property, text.get(), "It takes a number from 1 to 9999.");
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }

  static OptionalInt seconds(String property, Optional<String> text) throws ProblemException {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("[0-9]{1,6}")) {
      throw invalid(
          property, text.get(), "It takes a number of seconds from 0, for no limit, to 999999.");
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }

  static FloorRequest floor(String property, Optional<String> text) throws ProblemException {
    if (text.isEmpty()) {
      return new FloorRequest.Unspecified();
    }
    if (text.get().equals("none")) {
      return new FloorRequest.None();
    }
    return new FloorRequest.AtMost(
        GlibcVersion.parse(text.get())
            .filter(version -> version.patch() == 0)
            .orElseThrow(
                () -> invalid(property, text.get(), "It takes a version like 2.17, or none.")));
  }

  /** Seconds or an ISO 8601 time, as {@code project.build.outputTimestamp} has them. */
  static Optional<Long> epoch(Optional<String> text) throws ProblemException {
    if (text.isEmpty() || text.get().length() < 2) {
      // One character switches reproducible output off (Maven, "Configuring for reproducible
      // builds").
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.get().matches("\\d+")
              ? Long.parseLong(text.get())
              : OffsetDateTime.parse(text.get()).toEpochSecond());
    } catch (DateTimeException | NumberFormatException e) {
      throw invalid(
          "project.build.outputTimestamp",
          text.get(),
          "It takes a time like 2026-11-21T00:00:00Z.");
    }
  }

  private static ProblemException invalid(String property, String text, String suggestion) {
    return new ProblemException(
        Problem.of(
            ProblemCode.PARAMETER_INVALID,
            "%s cannot be '%s'".formatted(property, text),
            suggestion));
  }
}
