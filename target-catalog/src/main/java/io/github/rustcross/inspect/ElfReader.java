package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.Optional;

/** Reads ELF files (System V gABI, chapters 4 and 5). */
final class ElfReader implements FormatReader {

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    return source.matches(0, 0x7f, 'E', 'L', 'F');
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    ElfHeader header = ElfHeader.read(source);
    return switch (header.type()) {
      case ElfHeader.ET_REL -> builder(header, FileKind.OBJECT).build();
      case ElfHeader.ET_EXEC, ElfHeader.ET_DYN -> linked(source, header);
      default ->
          throw source.malformed(
              16,
              "e_type is " + header.type() + ", neither ET_REL (1), ET_EXEC (2) nor ET_DYN (3)");
    };
  }

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    ElfHeader header = ElfHeader.read(source);
    FileKind kind = read(source, depth).kind();
    ElfType type =
        switch (header.type()) {
          case ElfHeader.ET_REL -> ElfType.RELOCATABLE;
          case ElfHeader.ET_EXEC -> ElfType.FIXED;
          default -> ElfType.DYNAMIC;
        };
    return ElfDetailsReader.read(source, header, type, kind);
  }

  private static Inspection linked(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    ElfSegments segments = ElfSegments.read(source, header);
    ElfDynamic dynamic = ElfDynamic.read(source, header, segments);
    Optional<String> interpreter = interpreter(segments);
    FileKind kind =
        header.type() == ElfHeader.ET_EXEC || isProgram(dynamic, interpreter)
            ? FileKind.EXECUTABLE
            : FileKind.SHARED_LIBRARY;
    return builder(header, kind)
        .interpreter(interpreter)
        .needed(dynamic.names(ElfDynamic.DT_NEEDED))
        .glibc(ElfVersionNeeds.highestGlibc(ElfVersionNeeds.read(dynamic, header.endianness())))
        .build();
  }

  // Older linkers do not set DF_1_PIE (lld: LLVM review D80872); what they made differs from a
  // library by its interpreter. libc.so.6 and the like have one too, for being run by hand, but
  // also the DT_SONAME that programs do not have.
  private static boolean isProgram(ElfDynamic dynamic, Optional<String> interpreter)
      throws IOException, MalformedBinaryException {
    long flags = dynamic.value(ElfDynamic.DT_FLAGS_1).orElse(0L);
    return (flags & ElfDynamic.DF_1_PIE) != 0
        || interpreter.isPresent() && dynamic.value(ElfDynamic.DT_SONAME).isEmpty();
  }

  private static Optional<String> interpreter(ElfSegments segments)
      throws IOException, MalformedBinaryException {
    Optional<ByteSource> segment = segments.first("PT_INTERP segment", ElfSegment.PT_INTERP);
    if (segment.isEmpty()) {
      return Optional.empty();
    }
    String path = segment.get().cString(0, Limits.NAME_BYTES);
    if (path.isEmpty()) {
      throw segment.get().malformed(0, "names no interpreter");
    }
    return Optional.of(path);
  }

  private static InspectionBuilder builder(ElfHeader header, FileKind kind) {
    return new InspectionBuilder(BinaryFormat.ELF, kind)
        .machine(ElfMachine.architecture(header), header.wide() ? 64 : 32, header.endianness());
  }
}
