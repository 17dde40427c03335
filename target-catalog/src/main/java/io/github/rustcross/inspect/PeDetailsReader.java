package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what a PE image says of itself. */
final class PeDetailsReader {

  private static final Endianness LITTLE = Endianness.LITTLE;
  private static final int CERTIFICATE_TABLE = 4;
  private static final int DEBUG_DIRECTORY = 6;
  private static final int TLS_DIRECTORY = 9;
  private static final int DEBUG_ENTRY_BYTES = 28;
  private static final int IMAGE_DEBUG_TYPE_CODEVIEW = 2;
  private static final int RSDS_NAME_AT = 24;
  private static final int SYMBOL_BYTES = 18;

  private final ByteSource source;
  private final PeHeader header;
  private final PeAddresses addresses;

  private PeDetailsReader(ByteSource source, PeHeader header)
      throws IOException, MalformedBinaryException {
    this.source = source;
    this.header = header;
    this.addresses = PeAddresses.read(source, header);
  }

  static PeDetails read(ByteSource source, PeHeader header)
      throws IOException, MalformedBinaryException {
    PeDetailsReader reader = new PeDetailsReader(source, header);
    NameBudget budget = new NameBudget(source);
    PeExports exports = PeExports.read(header, reader.addresses, budget);
    List<FileRegion> regions = reader.regions();
    List<String> names = regions.stream().map(FileRegion::name).toList();
    return new PeDetails(
        header.machine(),
        header.characteristics(),
        header.library(),
        header.optional().u16(68, LITTLE),
        reader.version(40),
        reader.version(48),
        new PeHardening(header.optional().u16(70, LITTLE)),
        PeFunctions.read(header, reader.addresses, budget),
        exports.libraryName(),
        exports.exports(),
        names,
        header.directory(TLS_DIRECTORY) != 0,
        header.directory(CERTIFICATE_TABLE) != 0 && header.directorySize(CERTIFICATE_TABLE) != 0,
        reader.debugFile(),
        names.contains(".debug_info"),
        regions);
  }

  private BinaryVersion version(long at) throws IOException, MalformedBinaryException {
    return new BinaryVersion(
        header.optional().u16(at, LITTLE), header.optional().u16(at + 2, LITTLE), 0);
  }

  private List<FileRegion> regions() throws IOException, MalformedBinaryException {
    List<FileRegion> regions = new ArrayList<>();
    for (PeSection section : addresses.sections()) {
      // What has no bytes in the file may state any offset.
      ByteSource content =
          section.rawBytes() == 0 || section.rawOffset() == 0
              ? source.slice("PE section data", 0, 0)
              : addresses.content(section);
      regions.add(new FileRegion(name(section), content.offset(), content.size()));
    }
    return regions;
  }

  // GNU's linker writes long names in images, too: "/" and where they are in the string table,
  // which lies behind the symbols.
  private String name(PeSection section) throws IOException, MalformedBinaryException {
    if (header.symbolsOffset() == 0 || !section.name().matches("/[0-9]{1,7}")) {
      return section.name();
    }
    long strings = header.symbolsOffset() + header.symbolCount() * SYMBOL_BYTES;
    long at = strings + Long.parseLong(section.name().substring(1));
    return source.cString(at, Limits.NAME_BYTES);
  }

  private Optional<String> debugFile() throws IOException, MalformedBinaryException {
    long address = header.directory(DEBUG_DIRECTORY);
    long bytes = header.directorySize(DEBUG_DIRECTORY);
    if (address == 0 || bytes < DEBUG_ENTRY_BYTES) {
      return Optional.empty();
    }
    ByteSource table =
        addresses.at("PE debug directory", address).slice("PE debug directory", 0, bytes);
    for (long at = 0; bytes - at >= DEBUG_ENTRY_BYTES; at += DEBUG_ENTRY_BYTES) {
      if (table.u32(at + 12, LITTLE) == IMAGE_DEBUG_TYPE_CODEVIEW) {
        ByteSource record =
            source.slice("PE debug record", table.u32(at + 24, LITTLE), table.u32(at + 16, LITTLE));
        if (record.matches(0, 'R', 'S', 'D', 'S')) {
          return Optional.of(record.cString(RSDS_NAME_AT, Limits.NAME_BYTES));
        }
      }
    }
    return Optional.empty();
  }
}
