package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts together what an ELF file says of itself. */
final class ElfDetailsReader {

  private static final int EM_RISCV = 243;
  private static final long DT_RPATH = 15;
  private static final long DT_TEXTREL = 22;
  private static final long DT_BIND_NOW = 24;
  private static final long DT_RUNPATH = 29;
  private static final long DT_FLAGS = 30;
  private static final long DF_TEXTREL = 4;
  private static final long DF_BIND_NOW = 8;
  private static final long DF_STATIC_TLS = 0x10;
  private static final long DF_1_NOW = 1;

  private final ElfHeader header;
  private final ElfSegments segments;
  private final ElfDynamic dynamic;
  private final ElfSectionFacts sections;

  private ElfDetailsReader(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    this.header = header;
    this.segments = ElfSegments.read(source, header);
    this.dynamic = ElfDynamic.read(source, header, segments);
    this.sections = ElfSectionFacts.read(source, header);
  }

  static ElfDetails read(ByteSource source, ElfHeader header, ElfType type, FileKind kind)
      throws IOException, MalformedBinaryException {
    ElfDetailsReader reader = new ElfDetailsReader(source, header);
    return new ElfDetails(
        reader.identity(type, kind),
        reader.dynamic.names(ElfDynamic.DT_SONAME).stream().findFirst(),
        reader.folders(DT_RPATH),
        reader.folders(DT_RUNPATH),
        reader.hardening(),
        reader.threadStorage(),
        ElfSymbolReader.read(source, header, reader.dynamic, reader.sections.dynamicSymbols()),
        ElfNotes.buildId(reader.segments, reader.sections.buildIdNote(), header.endianness()),
        reader.sections.symbolTable(),
        reader.sections.debugInfo(),
        reader.regions());
  }

  private ElfIdentity identity(ElfType type, FileKind kind)
      throws IOException, MalformedBinaryException {
    Optional<ByteSource> attributes = sections.attributes();
    if (attributes.isEmpty() && header.machine() == EM_RISCV) {
      attributes = segments.first("ELF attributes", ElfSegment.PT_ATTRIBUTES);
    }
    return new ElfIdentity(
        type,
        type == ElfType.DYNAMIC && kind == FileKind.EXECUTABLE,
        header.osAbi(),
        header.abiVersion(),
        header.machine(),
        ElfFlagsReader.read(header),
        attributes.isEmpty()
            ? Optional.empty()
            : ElfAttributesReader.read(attributes.get(), header.endianness()));
  }

  private List<String> folders(long tag) throws IOException, MalformedBinaryException {
    List<String> folders = new ArrayList<>();
    for (String path : dynamic.names(tag)) {
      folders.addAll(List.of(path.split(":", -1)));
      if (folders.size() > Limits.NAMES) {
        throw dynamic.strings().malformed(0, "has more than " + Limits.NAMES + " folders");
      }
    }
    return folders;
  }

  private ElfHardening hardening() {
    boolean now =
        dynamic.value(DT_BIND_NOW).isPresent()
            || has(DT_FLAGS, DF_BIND_NOW)
            || has(ElfDynamic.DT_FLAGS_1, DF_1_NOW);
    return new ElfHardening(
        segments.first(ElfSegment.PT_GNU_RELRO).isPresent(),
        now,
        dynamic.value(DT_TEXTREL).isPresent() || has(DT_FLAGS, DF_TEXTREL),
        segments.all(ElfSegment.PT_LOAD).stream()
            .anyMatch(segment -> segment.writable() && segment.executable()),
        segments
            .first(ElfSegment.PT_GNU_STACK)
            .map(stack -> stack.executable() ? ElfStack.EXECUTABLE : ElfStack.NOT_EXECUTABLE)
            .orElse(ElfStack.UNSPECIFIED));
  }

  private ElfThreadStorage threadStorage() {
    Optional<ElfSegment> segment = segments.first(ElfSegment.PT_TLS);
    return new ElfThreadStorage(
        segment.isPresent() ? OptionalLong.of(segment.get().memorySize()) : OptionalLong.empty(),
        segment.map(ElfSegment::alignment).orElse(0L),
        has(DT_FLAGS, DF_STATIC_TLS));
  }

  private List<FileRegion> regions() throws MalformedBinaryException {
    if (sections.present()) {
      return sections.regions();
    }
    List<FileRegion> regions = new ArrayList<>();
    for (ElfSegment segment : segments.all(ElfSegment.PT_LOAD)) {
      ByteSource content = segments.content("PT_LOAD segment", segment);
      regions.add(new FileRegion("PT_LOAD", content.offset(), content.size()));
    }
    return regions;
  }

  private boolean has(long tag, long flag) {
    return (dynamic.value(tag).orElse(0L) & flag) != 0;
  }
}
