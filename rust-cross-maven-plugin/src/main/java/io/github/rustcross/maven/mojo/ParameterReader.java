package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.FloorRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads parameters that are more than a text; what is wrong with them is kept and told later. */
final class ParameterReader {
  private final RustProperties given;
  private final Problems problems;

  ParameterReader(RustProperties given, Problems problems) {
    this.given = given;
    this.problems = problems;
  }

  /** One of some words, of which the first is the default. */
  <E> E word(String property, String fromPom, List<E> words, Function<E, String> id) {
    return optionalWord(property, fromPom, words, id).orElse(words.get(0));
  }

  /** One of some words, or nothing. */
  <E> Optional<E> optionalWord(
      String property, String fromPom, List<E> words, Function<E, String> id) {
    return given
        .text(property, fromPom)
        .flatMap(text -> problems.of(() -> Words.of(property, text, words, id)));
  }

  FloorRequest floor(String property, String fromPom) {
    return problems
        .of(() -> Words.floor(property, given.text(property, fromPom)))
        .orElse(new FloorRequest.Unspecified());
  }

  /** A number of seconds; 0 is one too. */
  OptionalInt seconds(String property, String fromPom) {
    return problems
        .of(() -> Words.seconds(property, given.text(property, fromPom)))
        .orElse(OptionalInt.empty());
  }

  OptionalInt count(String property, String fromPom) {
    return problems
        .of(() -> Words.count(property, given.text(property, fromPom)))
        .orElse(OptionalInt.empty());
  }
}
