package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The exports (PE Format, "The .edata Section"). */
final class PeExports {

  private static final Endianness LITTLE = Endianness.LITTLE;
  private static final int EXPORT_DIRECTORY = 0;
  private static final int DIRECTORY_BYTES = 40;

  private final PeAddresses addresses;
  private final NameBudget budget;
  private final long start;
  private final long size;
  private final List<PeExport> exports = new ArrayList<>();
  private Optional<String> libraryName = Optional.empty();

  private PeExports(PeAddresses addresses, NameBudget budget, long start, long size) {
    this.addresses = addresses;
    this.budget = budget;
    this.start = start;
    this.size = size;
  }

  static PeExports read(PeHeader header, PeAddresses addresses, NameBudget budget)
      throws IOException, MalformedBinaryException {
    long start = header.directory(EXPORT_DIRECTORY);
    long size = header.directorySize(EXPORT_DIRECTORY);
    PeExports exports = new PeExports(addresses, budget, start, size);
    if (start != 0) {
      exports.table();
    }
    return exports;
  }

  /** The DLL's own name. */
  Optional<String> libraryName() {
    return libraryName;
  }

  /** Those with names, in the order of the names, and then those without. */
  List<PeExport> exports() {
    return exports;
  }

  private void table() throws IOException, MalformedBinaryException {
    ByteSource directory =
        addresses.at("PE export directory", start).slice("PE export directory", 0, DIRECTORY_BYTES);
    long nameAt = directory.u32(12, LITTLE);
    if (nameAt != 0) {
      ByteSource name = addresses.at("PE export name", nameAt);
      libraryName = Optional.of(name.cString(0, Limits.NAME_BYTES));
    }
    long base = directory.u32(16, LITTLE);
    long functions = directory.u32(20, LITTLE);
    long names = directory.u32(24, LITTLE);
    if (functions > Limits.SYMBOLS || names > Limits.SYMBOLS) {
      throw directory.malformed(
          20, functions + " exports with " + names + " names, more than " + Limits.SYMBOLS);
    }
    ByteSource table = part("PE export address table", directory, 28, functions * 4);
    BitSet named = new BitSet();
    ByteSource pointers = part("PE export name pointers", directory, 32, names * 4);
    ByteSource ordinals = part("PE export ordinals", directory, 36, names * 2);
    for (long i = 0; i < names; i++) {
      int index = ordinals.u16(2 * i, LITTLE);
      ByteSource text = addresses.at("PE export name", pointers.u32(4 * i, LITTLE));
      String name = budget.take(pointers, 4 * i, text.cString(0, Limits.SYMBOL_BYTES));
      exports.add(new PeExport(Optional.of(name), base + index, forwarder(table, index)));
      named.set(index);
    }
    for (int i = 0; i < functions; i++) {
      if (!named.get(i) && table.u32(4L * i, LITTLE) != 0) {
        budget.take(table, 4L * i, "");
        exports.add(new PeExport(Optional.empty(), base + i, forwarder(table, i)));
      }
    }
  }

  private ByteSource part(String name, ByteSource directory, long at, long bytes)
      throws IOException, MalformedBinaryException {
    return bytes == 0
        ? directory.slice(name, 0, 0)
        : addresses.at(name, directory.u32(at, LITTLE)).slice(name, 0, bytes);
  }

  // An address within the export directory itself is that of a text.
  private Optional<String> forwarder(ByteSource table, int index)
      throws IOException, MalformedBinaryException {
    long address = table.u32(4L * index, LITTLE);
    if (address < start || address - start >= size) {
      return Optional.empty();
    }
    ByteSource text = addresses.at("PE export forwarder", address);
    return Optional.of(budget.take(table, 4L * index, text.cString(0, Limits.SYMBOL_BYTES)));
  }
}
