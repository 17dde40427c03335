package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Launcher;
import java.util.LinkedHashSet;

/** Reads {@code launcher:} of a toolchain. */
final class LauncherReader {
  private LauncherReader() {}

  static Launcher read(Fields fields) {
    Launcher launcher =
        new Launcher(
            RunnerReader.program(fields.mapping("program")),
            fields.optionalMapping("version").map(RunnerReader::version),
            fields.optionalMapping("image").map(LauncherReader::image),
            fields.texts("command"),
            RunnerReader.scripts(fields),
            fields.texts("variables"),
            new LinkedHashSet<>(fields.texts("hostRust")),
            fields.origin());
    fields.done();
    if (launcher.command().isEmpty()) {
      throw fields.problem("command", fields.origin(), "is missing or empty");
    }
    if (launcher.program().otherwise().isPresent()) {
      throw fields.problem(
          "program.else", fields.origin(), "has no meaning here: a launcher is never fetched");
    }
    return launcher;
  }

  private static Launcher.Image image(Fields fields) {
    Launcher.Image image =
        new Launcher.Image(
            ToolchainReader.candidates(fields), fields.texts("here"), fields.texts("fetch"));
    fields.done();
    if (image.names().isEmpty() || image.here().isEmpty() || image.fetch().isEmpty()) {
      throw fields.problem("", fields.origin(), "needs all of 'find', 'here' and 'fetch'");
    }
    return image;
  }
}
