package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The launcher of a toolchain as it is on this machine.
 *
 * @param program what is started
 * @param version its version, where the catalog says how to ask for it
 * @param image the image in which cargo runs; empty where the launcher has none
 */
public record FoundLauncher(Path program, Optional<String> version, Optional<String> image) {
  /** Program, version and image, for sentences. */
  String label() {
    return program.getFileName()
        + version.map(number -> " " + number).orElse("")
        + image.map(name -> ", image " + name).orElse("");
  }
}
