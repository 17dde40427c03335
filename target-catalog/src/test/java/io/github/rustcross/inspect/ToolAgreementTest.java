package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The readers say the same as programs that others wrote: of the fixtures, of libraries that every
 * Debian machine has, and of the files in the list that the system property {@code inspect.files}
 * names, one path in a line.
 */
class ToolAgreementTest {

  private static final int SYSTEM_LIBRARIES = 25;
  private static final List<Path> LIBRARIES =
      List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/usr/lib/aarch64-linux-gnu"));

  @Test
  void readsElfAsReadelfDoes() throws Exception {
    Tool readelf = tool("readelf", ReadelfFields.ARGUMENTS);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Path file : files("elf-", systemLibraries())) {
      Optional<Inspection> inspection = inspect(file, BinaryFormat.ELF, differences);
      if (inspection.isPresent()) {
        compared++;
        ElfDetails details = (ElfDetails) BinaryInspector.details(file);
        ElfFields.of(inspection.get(), details)
            .differences(ReadelfFields.read(readelf.lines(file)))
            .forEach(difference -> differences.add(file + ": " + difference));
      }
    }

    assertThat(differences).as("of " + compared + " files").isEmpty();
    assertThat(compared).isPositive();
  }

  private static Tool tool(String name, String... arguments) {
    return Tool.find(name, arguments).orElseGet(() -> abort("no " + name + " on PATH"));
  }

  private static List<Path> files(String fixtures, Stream<Path> system) throws IOException {
    String list = System.getProperty("inspect.files");
    if (list != null) {
      return Files.readAllLines(Path.of(list)).stream().map(Path::of).toList();
    }
    Stream<Path> ours =
        Fixtures.NAMES.stream().filter(name -> name.startsWith(fixtures)).map(Fixtures::path);
    return Stream.concat(ours, system).toList();
  }

  private static Stream<Path> systemLibraries() throws IOException {
    for (Path folder : LIBRARIES) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          return files
              .filter(file -> file.getFileName().toString().contains(".so."))
              .filter(Files::isRegularFile)
              .sorted()
              .limit(SYSTEM_LIBRARIES)
              .toList()
              .stream();
        }
      }
    }
    return Stream.of();
  }

  private static Optional<Inspection> inspect(
      Path file, BinaryFormat format, List<String> differences) throws IOException {
    try {
      Inspection inspection = BinaryInspector.inspect(file);
      return inspection.format() == format ? Optional.of(inspection) : Optional.empty();
    } catch (MalformedBinaryException e) {
      differences.add(file + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
