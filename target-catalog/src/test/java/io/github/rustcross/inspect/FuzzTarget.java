package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** All that the readers do with a file, as one function of its bytes. */
final class FuzzTarget {

  private static final TextSearch PATHS = new TextSearch(List.of("/home/", "/usr/", "C:\\"));

  private FuzzTarget() {}

  /** Reads everything; what is malformed must be told in the one way that there is. */
  static void read(byte[] bytes) {
    read(ByteSource.of(bytes));
  }

  /** The same of a part of some bytes. */
  static void read(ByteSource source) {
    try {
      readAll(source);
    } catch (MalformedBinaryException e) {
      if (!e.getMessage().contains(" at offset 0x")) {
        throw new AssertionError("message without place", e);
      }
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be read", e);
    }
  }

  private static void readAll(ByteSource source) throws IOException, MalformedBinaryException {
    Inspection inspection = BinaryInspector.inspect(source);
    BinaryDetails details = BinaryInspector.details(source);
    boolean agree =
        switch (inspection.format()) {
          case ELF -> details instanceof ElfDetails;
          case PE -> details instanceof PeDetails || details instanceof CoffDetails;
          case MACH_O -> details instanceof MachODetails || details instanceof UniversalDetails;
          case WASM -> details instanceof WasmDetails;
          case ARCHIVE -> details instanceof ArchiveDetails;
        };
    if (!agree) {
      throw new AssertionError(inspection.format() + " has " + details.getClass());
    }
    for (FileRegion region : details.regions()) {
      source.slice(region.name(), region.offset(), region.size());
    }
    BinaryInspector.pageChecks(source, details);
    PATHS.in(source, details, 10);
  }

  /** The fixtures whose names begin alike. */
  static Stream<byte[]> seeds(String... beginnings) {
    return Fixtures.NAMES.stream()
        .filter(name -> Stream.of(beginnings).anyMatch(name::startsWith))
        .map(Fixtures::bytes);
  }
}
