package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load commands ({@code mach-o/loader.h}) that say what is loaded. */
final class MachOCommands {

  static final int LC_LOAD_DYLIB = 0xc;
  static final int LC_LOAD_WEAK_DYLIB = 0x8000_0018;
  static final int LC_REEXPORT_DYLIB = 0x8000_001f;
  static final int LC_LAZY_LOAD_DYLIB = 0x20;
  static final int LC_LOAD_UPWARD_DYLIB = 0x8000_0023;

  private static final int SMALLEST_COMMAND = 8;
  private static final int LC_LOAD_DYLINKER = 0xe;

  private final Endianness endianness;
  private final List<String> dylibs = new ArrayList<>();
  private Optional<String> dylinker = Optional.empty();

  /** What is done with each command. */
  interface Visitor {

    /**
     * Takes a command.
     *
     * @param number {@code cmd}
     * @param command all of it, {@code cmdsize} bytes
     */
    void command(int number, ByteSource command) throws IOException, MalformedBinaryException;
  }

  private MachOCommands(Endianness endianness) {
    this.endianness = endianness;
  }

  static MachOCommands read(MachOHeader header) throws IOException, MalformedBinaryException {
    MachOCommands commands = new MachOCommands(header.endianness());
    each(header, commands::command);
    return commands;
  }

  /** Shows all commands in the file's order. */
  static void each(MachOHeader header, Visitor visitor)
      throws IOException, MalformedBinaryException {
    ByteSource table = header.commands();
    long at = 0;
    for (long i = 0; i < header.commandCount(); i++) {
      long size = table.u32(at + 4, header.endianness());
      if (size < SMALLEST_COMMAND) {
        throw table.malformed(
            at + 4, "cmdsize is " + size + ", less than the 8 bytes of every command");
      }
      ByteSource command = table.slice("Mach-O load command", at, size);
      visitor.command((int) command.u32(0, header.endianness()), command);
      at += size;
    }
  }

  List<String> dylibs() {
    return dylibs;
  }

  Optional<String> dylinker() {
    return dylinker;
  }

  private void command(int number, ByteSource command)
      throws IOException, MalformedBinaryException {
    switch (number) {
      case LC_LOAD_DYLIB,
          LC_LOAD_WEAK_DYLIB,
          LC_REEXPORT_DYLIB,
          LC_LAZY_LOAD_DYLIB,
          LC_LOAD_UPWARD_DYLIB ->
          dylibs.add(path(command, endianness));
      case LC_LOAD_DYLINKER -> dylinker = Optional.of(path(command, endianness));
      default -> {
        // The rest says nothing of what is loaded.
      }
    }
  }

  /** The path of a command that has one: an offset from its start, right behind cmdsize. */
  static String path(ByteSource command, Endianness endianness)
      throws IOException, MalformedBinaryException {
    long at = command.u32(SMALLEST_COMMAND, endianness);
    String path = command.cString(at, Limits.NAME_BYTES);
    if (path.isEmpty()) {
      throw command.malformed(at, "its path is empty");
    }
    return path;
  }
}
