package io.github.rustcross.maven.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What testing takes besides what building takes.
 *
 * @param targetsNamed whether targets were named for testing, so that one that cannot be run here
 *     is an error; otherwise such targets are left out
 * @param runners the words of {@code rust.test.runner}; none for {@code auto}
 * @param filters the words of {@code rust.test.filter}: a test runs whose name contains one of them
 * @param arguments further arguments of the test programs
 * @param limit how long one test program may take; empty for as long as it likes
 */
public record TestOptions(
    boolean targetsNamed,
    List<String> runners,
    List<String> filters,
    List<String> arguments,
    Optional<Duration> limit) {
  /** Copies the lists. */
  public TestOptions {
    runners = List.copyOf(runners);
    filters = List.copyOf(filters);
    arguments = List.copyOf(arguments);
  }

  /** The arguments that every test program gets: filters first, as cargo has them. */
  public List<String> programArguments() {
    return Stream.concat(filters.stream(), arguments.stream()).toList();
  }
}
