package io.github.rustcross.maven.runner;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.it.Exec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A script of the bundled catalog's runners, run by its real interpreter.
 *
 * @param interpreter what runs it
 * @param file where it was written
 */
record BundledScript(Path interpreter, Path file) {
  static BundledScript of(String runner, String name, Path interpreter, Path folder)
      throws IOException {
    String text = TargetCatalog.bundled().runners().get(runner).scripts().get(name).content();
    return new BundledScript(interpreter, Files.writeString(folder.resolve(name), text));
  }

  List<String> command(Object... arguments) {
    List<String> line = new ArrayList<>(List.of(interpreter.toString(), file.toString()));
    Stream.of(arguments).map(String::valueOf).forEach(line::add);
    return line;
  }

  Exec.Result run(Path directory, Map<String, String> variables, Object... arguments)
      throws Exception {
    return Exec.run(directory, variables, command(arguments));
  }
}
