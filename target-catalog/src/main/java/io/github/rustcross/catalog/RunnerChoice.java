package io.github.rustcross.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * What runs a target's programs on a host that is not that target.
 *
 * @param name {@code qemu-user}, {@code wine}, {@code wasmtime}, …
 * @param program the program's name on PATH
 * @param sysroot the folder with the target's loader and libraries, for dynamic programs
 * @param environment variables that the runner needs
 */
public record RunnerChoice(
    String name, String program, Optional<String> sysroot, Map<String, String> environment) {

  /** Copies the map. */
  public RunnerChoice {
    environment = Map.copyOf(environment);
  }
}
