package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The readers say the same as programs that others wrote: of the fixtures, of libraries that every
 * Debian machine has, or of the files in the list that the system property {@code inspect.files}
 * names, one path in a line.
 */
class ToolAgreementTest {

  private static final int SYSTEM_LIBRARIES = 25;
  private static final List<Path> LIBRARIES =
      List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/usr/lib/aarch64-linux-gnu"));

  @TempDir private Path folder;

  private final List<String> differences = new ArrayList<>();
  private int compared;

  @Test
  void readsElfAsReadelfDoes() throws Exception {
    compare(BinaryFormat.ELF, files("elf-", systemLibraries()));
  }

  @Test
  void readsPeAsLlvmDoes() throws Exception {
    compare(BinaryFormat.PE, files("pe-", Stream.of()));
  }

  @Test
  void readsMachOAsLlvmDoes() throws Exception {
    compare(BinaryFormat.MACH_O, files("macho-", Stream.of()));
  }

  @Test
  void readsWasmAsLlvmDoes() throws Exception {
    compare(BinaryFormat.WASM, files("wasm", Stream.of()));
  }

  @Test
  void readsArchivesAsLlvmDoes() throws Exception {
    compare(BinaryFormat.ARCHIVE, files("ar-", Stream.of()));
  }

  @Test
  void recognisesWhatFileDoes() throws Exception {
    for (Path file : files("", systemLibraries())) {
      try {
        add(
            file,
            agreement()
                .recognition(file, BinaryInspector.inspect(file), BinaryInspector.details(file)));
      } catch (MalformedBinaryException e) {
        differences.add(file + ": " + e.getMessage());
      }
    }
    assertAgreement();
  }

  private void compare(BinaryFormat format, List<Path> files) throws IOException {
    for (Path file : files) {
      try {
        Inspection inspection = BinaryInspector.inspect(file);
        if (inspection.format() == format) {
          add(file, agreement().differences(file, inspection, BinaryInspector.details(file)));
        }
      } catch (MalformedBinaryException e) {
        differences.add(file + ": " + e.getMessage());
      }
    }
    assertAgreement();
  }

  private Agreement agreement() {
    return new Agreement(folder);
  }

  private void add(Path file, List<String> found) {
    compared++;
    found.forEach(difference -> differences.add(file + ": " + difference));
  }

  private void assertAgreement() {
    assertThat(differences).as("of " + compared + " files").isEmpty();
    if (System.getProperty("inspect.files") == null) {
      assertThat(compared).isPositive();
    }
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
}
