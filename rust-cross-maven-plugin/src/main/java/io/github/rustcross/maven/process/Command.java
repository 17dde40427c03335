package io.github.rustcross.maven.process;

import io.github.rustcross.maven.problem.Secrets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process to start.
 *
 * @param arguments the program and its arguments
 * @param directory where it runs
 * @param environment all variables it sees; nothing else is passed on
 */
public record Command(List<String> arguments, Path directory, Map<String, String> environment) {
  /** Copies the collections. */
  public Command {
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /** The command as one could type it, for messages; passwords are masked. */
  public String display() {
    return Secrets.mask(
        String.join(
            " ",
            arguments.stream()
                .map(text -> text.matches("[A-Za-z0-9_./:=+,@%^-]+") ? text : "'" + text + "'")
                .toList()));
  }
}
