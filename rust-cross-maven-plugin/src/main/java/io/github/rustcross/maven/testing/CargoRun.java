package io.github.rustcross.maven.testing;

import io.github.rustcross.catalog.TargetTriple;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code cargo test} would run: a test program, or rustdoc with a library's documentation
 * tests.
 *
 * @param kind which of both
 * @param target the target
 * @param command the program, or for rustdoc nothing but its arguments; then the arguments
 * @param directory where it runs
 * @param environment all its variables
 */
public record CargoRun(
    Kind kind,
    TargetTriple target,
    List<String> command,
    Path directory,
    Map<String, String> environment) {
  /** Copies the collections and keeps their order. */
  public CargoRun {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /**
   * The same on this machine, where cargo was not: what cargo says stays, and all else is as it is
   * here.
   *
   * @param variables those of this machine
   */
  public CargoRun here(Map<String, String> variables) {
    Map<String, String> both = new LinkedHashMap<>(environment);
    variables.forEach(
        (name, value) -> {
          if (!name.startsWith("CARGO") && !name.equals("LD_LIBRARY_PATH")) {
            both.put(name, value);
          }
        });
    return new CargoRun(kind, target, command, directory, both);
  }

  /** Who runs. */
  public enum Kind {
    /** A test program. */
    PROGRAM,
    /** rustdoc. */
    DOCUMENTATION
  }

  /** The test program; without meaning where rustdoc runs. */
  Path program() {
    return directory.resolve(command.get(0));
  }

  /** The name of the package whose tests these are, as cargo tells it to them. */
  public String crate() {
    return environment.getOrDefault("CARGO_PKG_NAME", "crate");
  }
}
