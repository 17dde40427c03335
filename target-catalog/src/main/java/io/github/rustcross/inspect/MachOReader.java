package io.github.rustcross.inspect;

import java.io.IOException;

/** Reads thin Mach-O files ({@code mach-o/loader.h}). */
final class MachOReader implements FormatReader {

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    return MachOHeader.recognises(source);
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    MachOHeader header = MachOHeader.read(source);
    MachOCommands commands = MachOCommands.read(header);
    return new InspectionBuilder(BinaryFormat.MACH_O, kind(source, header))
        .machine(
            MachOCpu.architecture(header.cpuType()), header.wide() ? 64 : 32, header.endianness())
        .interpreter(commands.dylinker())
        .needed(commands.dylibs())
        .build();
  }

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    return MachODetailsReader.read(source);
  }

  private static FileKind kind(ByteSource source, MachOHeader header)
      throws MalformedBinaryException {
    long type = header.fileType();
    return switch ((int) type) {
      case 1 -> FileKind.OBJECT; // MH_OBJECT
      case 2, 5 -> FileKind.EXECUTABLE; // MH_EXECUTE, MH_PRELOAD
      case 6, 8, 9 -> FileKind.SHARED_LIBRARY; // MH_DYLIB, MH_BUNDLE, MH_DYLIB_STUB
      default ->
          throw source.malformed(
              12,
              "Mach-O filetype is "
                  + MalformedBinaryException.hex(type)
                  + ", neither an object, a program nor a library");
    };
  }
}
