package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Puts together what a thin Mach-O file says of itself. */
final class MachODetailsReader {

  private static final int LC_SEGMENT = 0x1;
  private static final int LC_SYMTAB = 0x2;
  private static final int LC_ID_DYLIB = 0xd;
  private static final int LC_SEGMENT_64 = 0x19;
  private static final int LC_UUID = 0x1b;
  private static final int LC_RPATH = 0x8000_001c;
  private static final int LC_CODE_SIGNATURE = 0x1d;
  private static final int LC_DYLD_INFO = 0x22;
  private static final int LC_DYLD_INFO_ONLY = 0x8000_0022;
  private static final int LC_DYLD_EXPORTS_TRIE = 0x8000_0033;

  private static final int SEGMENT_NAME_BYTES = 16;
  private static final int UUID_BYTES = 16;

  private final ByteSource source;
  private final MachOHeader header;
  private final Endianness order;
  private final NameBudget budget;
  private final List<MachOPlatform> platforms = new ArrayList<>();
  private final List<MachODylib> dylibs = new ArrayList<>();
  private final List<String> runPaths = new ArrayList<>();
  private final List<FileRegion> regions = new ArrayList<>();
  private List<String> table = List.of();
  private List<String> trie = List.of();
  private boolean hasTable;
  private boolean hasTrie;
  private boolean debugInfo;
  private Optional<String> installName = Optional.empty();
  private Optional<String> uuid = Optional.empty();
  private Optional<MachOSignature> signature = Optional.empty();

  private MachODetailsReader(ByteSource source, MachOHeader header) {
    this.source = source;
    this.header = header;
    this.order = header.endianness();
    this.budget = new NameBudget(source);
  }

  static MachODetails read(ByteSource source) throws IOException, MalformedBinaryException {
    MachOHeader header = MachOHeader.read(source);
    MachODetailsReader reader = new MachODetailsReader(source, header);
    MachOCommands.each(header, reader::command);
    return new MachODetails(
        header.cpuType(),
        (int) (header.cpuSubtype() & 0xff_ffff),
        (int) (header.cpuSubtype() >> 24),
        header.fileType(),
        header.flags(),
        reader.platforms,
        reader.dylibs,
        reader.installName,
        reader.runPaths,
        reader.uuid,
        reader.signature,
        new MachOSymbols(reader.table, reader.trie, reader.hasTrie),
        reader.debugInfo,
        reader.regions);
  }

  private void command(int number, ByteSource command)
      throws IOException, MalformedBinaryException {
    switch (number) {
      case MachOCommands.LC_LOAD_DYLIB -> dylib(MachODylib.Kind.LOAD, command);
      case MachOCommands.LC_LOAD_WEAK_DYLIB -> dylib(MachODylib.Kind.WEAK, command);
      case MachOCommands.LC_REEXPORT_DYLIB -> dylib(MachODylib.Kind.REEXPORT, command);
      case MachOCommands.LC_LAZY_LOAD_DYLIB -> dylib(MachODylib.Kind.LAZY, command);
      case MachOCommands.LC_LOAD_UPWARD_DYLIB -> dylib(MachODylib.Kind.UPWARD, command);
      case LC_ID_DYLIB -> installName = Optional.of(MachOCommands.path(command, order));
      case LC_RPATH -> runPaths.add(MachOCommands.path(command, order));
      case LC_UUID -> uuid = Optional.of(HexFormat.of().formatHex(command.bytes(8, UUID_BYTES)));
      case LC_SEGMENT -> segment(command, command.u32(32, order), command.u32(36, order));
      case LC_SEGMENT_64 -> segment(command, command.u64(40, order), command.u64(48, order));
      case LC_SYMTAB -> {
        once(command, hasTable);
        hasTable = true;
        table = MachOSymbolTable.read(source, header, command, budget);
      }
      case LC_DYLD_INFO, LC_DYLD_INFO_ONLY ->
          trie(command, command.u32(40, order), command.u32(44, order));
      case LC_DYLD_EXPORTS_TRIE -> trie(command, command.u32(8, order), command.u32(12, order));
      case LC_CODE_SIGNATURE -> {
        once(command, signature.isPresent());
        signature =
            Optional.of(
                MachOSignatureReader.read(source, command.u32(8, order), command.u32(12, order)));
      }
      default -> MachOPurposeReader.platform(number, command, order).ifPresent(platforms::add);
    }
  }

  private void dylib(MachODylib.Kind kind, ByteSource command)
      throws IOException, MalformedBinaryException {
    dylibs.add(
        new MachODylib(
            kind,
            MachOCommands.path(command, order),
            BinaryVersion.nibbles(command.u32(16, order)),
            BinaryVersion.nibbles(command.u32(20, order))));
  }

  // In objects all sections are in one segment without a name.
  private void segment(ByteSource command, long offset, long size)
      throws IOException, MalformedBinaryException {
    String padded = command.text(8, SEGMENT_NAME_BYTES);
    int end = padded.indexOf('\0');
    String name = end < 0 ? padded : padded.substring(0, end);
    debugInfo |= name.equals("__DWARF");
    if (size != 0) {
      ByteSource content = source.slice("Mach-O segment " + name, offset, size);
      regions.add(new FileRegion(name, content.offset(), content.size()));
    }
  }

  private void trie(ByteSource command, long offset, long size)
      throws IOException, MalformedBinaryException {
    if (size == 0) {
      return;
    }
    once(command, hasTrie);
    hasTrie = true;
    trie = MachOTrie.read(source.slice("Mach-O export trie", offset, size), budget);
  }

  // The same table under many commands would be read as many times.
  private static void once(ByteSource command, boolean before) throws MalformedBinaryException {
    if (before) {
      throw command.malformed(0, "is there twice");
    }
  }
}
