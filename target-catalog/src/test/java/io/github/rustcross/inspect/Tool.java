package io.github.rustcross.inspect;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of others that reads binaries, if it is on PATH. */
record Tool(String name, List<String> arguments) {

  static Optional<Tool> find(String name, String... arguments) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> Files.isExecutable(Path.of(folder, name)))
        .findFirst()
        .map(folder -> new Tool(name, List.of(arguments)));
  }

  /** The lines it prints of a file; what it complains of is left out. */
  List<String> lines(Path file) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(name);
    command.addAll(arguments);
    command.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
