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
    Tool readelf = tool("readelf", ReadelfFields.ARGUMENTS);
    for (Path file : files("elf-", systemLibraries())) {
      Optional<Inspection> inspection = inspect(file, BinaryFormat.ELF);
      if (inspection.isPresent()) {
        ElfDetails details = (ElfDetails) BinaryInspector.details(file);
        compare(
            file, ElfFields.of(inspection.get(), details), ReadelfFields.read(readelf.lines(file)));
      }
    }
    assertAgreement();
  }

  @Test
  void readsPeAsLlvmDoes() throws Exception {
    Tool readobj = tool("llvm-readobj", PeFields.ARGUMENTS);
    Tool objdump = tool("objdump", "-p");
    for (Path file : files("pe-", Stream.of())) {
      Optional<Inspection> inspection = inspect(file, BinaryFormat.PE);
      if (inspection.isPresent() && BinaryInspector.details(file) instanceof PeDetails details) {
        compare(
            file,
            PeFields.of(inspection.get(), details),
            PeFields.read(readobj.lines(file), objdump.lines(file)));
      }
    }
    assertAgreement();
  }

  @Test
  void readsMachOAsLlvmDoes() throws Exception {
    Tool objdump = tool("llvm-objdump", MachOFields.ARGUMENTS);
    Tool nm = tool("llvm-nm", "-gUj");
    for (Path file : files("macho-", Stream.of())) {
      if (inspect(file, BinaryFormat.MACH_O).isPresent()) {
        machO(objdump, nm, file, BinaryInspector.details(file));
      }
    }
    assertAgreement();
  }

  @Test
  void readsWasmAsLlvmDoes() throws Exception {
    Tool obj2yaml = tool("obj2yaml");
    for (Path file : files("wasm", Stream.of())) {
      if (inspect(file, BinaryFormat.WASM).isPresent()) {
        WasmDetails details = (WasmDetails) BinaryInspector.details(file);
        if (!details.component()) {
          compare(file, WasmFields.of(details), WasmFields.read(obj2yaml.lines(file)));
        }
      }
    }
    assertAgreement();
  }

  @Test
  void readsArchivesAsLlvmDoes() throws Exception {
    Tool readobj = tool("llvm-readobj", "--file-headers");
    for (Path file : files("ar-", Stream.of())) {
      if (inspect(file, BinaryFormat.ARCHIVE).isPresent()) {
        ArchiveDetails details = (ArchiveDetails) BinaryInspector.details(file);
        compare(file, ArchiveFields.of(details), ArchiveFields.read(readobj.lines(file)));
      }
    }
    assertAgreement();
  }

  @Test
  void recognisesWhatFileDoes() throws Exception {
    Tool program = tool("file", "-bL");
    for (Path file : files("", systemLibraries())) {
      try {
        Fields ours = FileFields.of(BinaryInspector.inspect(file), BinaryInspector.details(file));
        compare(file, ours, FileFields.read(program.lines(file)));
      } catch (MalformedBinaryException e) {
        differences.add(file + ": " + e.getMessage());
      }
    }
    assertAgreement();
  }

  private void machO(Tool objdump, Tool nm, Path file, BinaryDetails details) throws Exception {
    if (details instanceof MachODetails thin) {
      compare(file, MachOFields.of(thin), MachOFields.read(objdump.lines(file), nm.lines(file)));
    } else if (details instanceof UniversalDetails universal) {
      try (ByteSource source = ByteSource.open(file)) {
        for (UniversalSlice slice : universal.slices()) {
          Path part = folder.resolve(file.getFileName() + "-" + slice.cpuType());
          Files.write(part, source.bytes(slice.offset(), Math.toIntExact(slice.size())));
          machO(objdump, nm, part, slice.details());
        }
      }
    }
  }

  private void compare(Path file, Fields ours, Fields theirs) {
    compared++;
    ours.differences(theirs).forEach(difference -> differences.add(file + ": " + difference));
  }

  private void assertAgreement() {
    assertThat(differences).as("of " + compared + " files").isEmpty();
    if (System.getProperty("inspect.files") == null) {
      assertThat(compared).isPositive();
    }
  }

  /** Where CI says that nothing may be left out, what is missing is a failure. */
  private static Tool tool(String name, String... arguments) {
    return Tool.find(name, arguments).orElseGet(() -> missing(name));
  }

  private static Tool missing(String name) {
    String what = name + " is not on PATH: apt-get install -y binutils llvm file";
    assertThat(System.getenv("RUST_CROSS_NO_SKIPS")).as(what).isNotEqualTo("true");
    return abort(what);
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

  private Optional<Inspection> inspect(Path file, BinaryFormat format) throws IOException {
    try {
      Inspection inspection = BinaryInspector.inspect(file);
      return inspection.format() == format ? Optional.of(inspection) : Optional.empty();
    } catch (MalformedBinaryException e) {
      differences.add(file + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
