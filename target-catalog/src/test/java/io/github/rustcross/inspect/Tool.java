package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of others that reads binaries. */
record Tool(Path program, List<String> arguments) {

  /** The program on PATH; the test that asks for one that is not there is aborted. */
  static Tool required(String name, String... arguments) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Tool(program, List.of(arguments)))
        .orElseGet(() -> missing(name + " is not on PATH: apt-get install -y binutils llvm file"));
  }

  /** Where CI says that nothing may be left out, what is missing is a failure. */
  static <T> T missing(String what) {
    assertThat(System.getenv("RUST_CROSS_NO_SKIPS")).as(what).isNotEqualTo("true");
    return abort(what);
  }

  /** The lines it prints of a file; what it complains of is left out. */
  List<String> lines(Path file) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
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
