package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load commands ({@code mach-o/loader.h}). */
final class MachOCommands {

  private static final int SMALLEST_COMMAND = 8;
  private static final int LC_LOAD_DYLIB = 0xc;
  private static final int LC_LOAD_DYLINKER = 0xe;
  private static final int LC_LOAD_WEAK_DYLIB = 0x8000_0018;
  private static final int LC_REEXPORT_DYLIB = 0x8000_001f;
  private static final int LC_LAZY_LOAD_DYLIB = 0x20;
  private static final int LC_LOAD_UPWARD_DYLIB = 0x8000_0023;

  private final Endianness endianness;
  private final List<String> dylibs = new ArrayList<>();
  private Optional<String> dylinker = Optional.empty();

  private MachOCommands(Endianness endianness) {
    this.endianness = endianness;
  }

  static MachOCommands read(MachOHeader header) throws IOException, MalformedBinaryException {
    MachOCommands commands = new MachOCommands(header.endianness());
    ByteSource table = header.commands();
    long at = 0;
    for (long i = 0; i < header.commandCount(); i++) {
      long size = table.u32(at + 4, header.endianness());
      if (size < SMALLEST_COMMAND) {
        throw table.malformed(
            at + 4, "cmdsize is " + size + ", less than the 8 bytes of every command");
      }
      commands.command(table.slice("Mach-O load command", at, size));
      at += size;
    }
    return commands;
  }

  List<String> dylibs() {
    return dylibs;
  }

  Optional<String> dylinker() {
    return dylinker;
  }

  private void command(ByteSource command) throws IOException, MalformedBinaryException {
    switch ((int) command.u32(0, endianness)) {
      case LC_LOAD_DYLIB,
          LC_LOAD_WEAK_DYLIB,
          LC_REEXPORT_DYLIB,
          LC_LAZY_LOAD_DYLIB,
          LC_LOAD_UPWARD_DYLIB ->
          dylibs.add(name(command));
      case LC_LOAD_DYLINKER -> dylinker = Optional.of(name(command));
      default -> {
        // The rest says nothing of what is loaded.
      }
    }
  }

  // An lc_str is an offset from the start of its command, right behind cmd and cmdsize.
  private String name(ByteSource command) throws IOException, MalformedBinaryException {
    long at = command.u32(SMALLEST_COMMAND, endianness);
    String name = command.cString(at, Limits.NAME_BYTES);
    if (name.isEmpty()) {
      throw command.malformed(at, "its path is empty");
    }
    return name;
  }
}
