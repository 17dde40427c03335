package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The imported DLLs (PE Format, "Import Directory Table" and "Delay-Load Directory Table"). */
final class PeImports {

  private static final Endianness LITTLE = Endianness.LITTLE;
  private static final int IMPORT_DIRECTORY = 1;
  private static final int DELAY_IMPORT_DIRECTORY = 13;
  private static final int IMPORT_BYTES = 20;
  private static final int DELAY_IMPORT_BYTES = 32;

  private final PeHeader header;
  private final PeAddresses addresses;
  private final List<PeImportEntry> entries = new ArrayList<>();

  private PeImports(PeHeader header, PeAddresses addresses) {
    this.header = header;
    this.addresses = addresses;
  }

  static List<PeImportEntry> read(PeHeader header, PeAddresses addresses)
      throws IOException, MalformedBinaryException {
    PeImports imports = new PeImports(header, addresses);
    imports.imported();
    imports.delayed();
    return List.copyOf(imports.entries);
  }

  // Both tables end with an empty entry; the loader, too, looks for that and not at their sizes.
  private void imported() throws IOException, MalformedBinaryException {
    long address = header.directory(IMPORT_DIRECTORY);
    if (address == 0) {
      return;
    }
    ByteSource table = addresses.at("PE import directory", address);
    for (long at = 0; table.u32(at + 12, LITTLE) != 0; at += IMPORT_BYTES) {
      String name = name(table, at, table.u32(at + 12, LITTLE));
      // Some linkers only write the table that the loader changes.
      long lookup = table.u32(at, LITTLE);
      entries.add(
          new PeImportEntry(name, false, lookup == 0 ? table.u32(at + 16, LITTLE) : lookup, 0));
    }
  }

  private void delayed() throws IOException, MalformedBinaryException {
    long address = header.directory(DELAY_IMPORT_DIRECTORY);
    if (address == 0) {
      return;
    }
    ByteSource table = addresses.at("PE delay-load import directory", address);
    for (long at = 0; table.u32(at + 4, LITTLE) != 0; at += DELAY_IMPORT_BYTES) {
      // Attribute bit 0 says that addresses are relative; Visual C++ 6 wrote absolute ones.
      boolean relative = (table.u32(at, LITTLE) & 1) != 0;
      long base = relative ? 0 : header.imageBase();
      String name = name(table, at, table.u32(at + 4, LITTLE) - base);
      long functions = table.u32(at + 16, LITTLE);
      entries.add(new PeImportEntry(name, true, functions == 0 ? 0 : functions - base, base));
    }
  }

  private String name(ByteSource table, long at, long address)
      throws IOException, MalformedBinaryException {
    if (entries.size() == Limits.NAMES) {
      throw table.malformed(at, "more than " + Limits.NAMES + " imported DLLs");
    }
    ByteSource text = addresses.at("PE imported DLL name", address);
    String name = text.cString(0, Limits.NAME_BYTES);
    if (name.isEmpty()) {
      throw text.malformed(0, "is empty");
    }
    return name;
  }
}
