package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What one walk over the section headers finds. */
final class ElfSectionFacts {

  private static final int EM_ARM = 40;
  private static final int EM_RISCV = 243;
  private static final String BUILD_ID = ".note.gnu.build-id";

  private final ElfSections sections;
  private final boolean hasAttributes;
  private final NameBudget budget;
  private final List<FileRegion> regions = new ArrayList<>();
  private Optional<ByteSource> attributes = Optional.empty();
  private Optional<ByteSource> buildIdNote = Optional.empty();
  private OptionalLong dynamicSymbols = OptionalLong.empty();
  private boolean symbolTable;
  private boolean debugInfo;
  private boolean tooMany;

  private ElfSectionFacts(ByteSource source, ElfSections sections, ElfHeader header) {
    this.sections = sections;
    this.budget = new NameBudget(source);
    this.hasAttributes = header.machine() == EM_ARM || header.machine() == EM_RISCV;
  }

  static ElfSectionFacts read(ByteSource source, ElfHeader header)
      throws IOException, MalformedBinaryException {
    ElfSections sections = ElfSections.read(source, header);
    ElfSectionFacts facts = new ElfSectionFacts(source, sections, header);
    for (long i = 1; i < sections.count(); i++) {
      facts.add(sections.get(i));
    }
    return facts;
  }

  private void add(ElfSection section) throws IOException, MalformedBinaryException {
    if (!section.stored()) {
      return;
    }
    String name = budget.take(sections.names(), section.nameOffset(), sections.name(section));
    boolean debug = name.startsWith(".debug") || name.startsWith(".zdebug");
    debugInfo |= name.equals(".debug_info") || name.equals(".zdebug_info");
    symbolTable |= section.type() == ElfSection.SHT_SYMTAB;
    if (name.equals(BUILD_ID)) {
      buildIdNote = Optional.of(sections.content("ELF note section", section));
    }
    if (section.type() == ElfSection.SHT_DYNSYM && section.entrySize() > 0) {
      dynamicSymbols = OptionalLong.of(section.size() / section.entrySize());
    }
    if (section.type() == ElfSection.SHT_ATTRIBUTES && hasAttributes) {
      attributes = Optional.of(sections.content("ELF attributes", section));
    }
    if (section.loaded() || debug) {
      tooMany |= regions.size() == Limits.NAMES;
      if (!tooMany) {
        ByteSource content = sections.content("ELF section", section);
        regions.add(new FileRegion(name, content.offset(), content.size()));
      }
    }
  }

  /** Where the build attributes of processors that have some are. */
  Optional<ByteSource> attributes() {
    return attributes;
  }

  /** The note with the build id. */
  Optional<ByteSource> buildIdNote() {
    return buildIdNote;
  }

  /** How many entries the dynamic symbol table has. */
  OptionalLong dynamicSymbols() {
    return dynamicSymbols;
  }

  boolean symbolTable() {
    return symbolTable;
  }

  boolean debugInfo() {
    return debugInfo;
  }

  /** Whether there are section headers at all. */
  boolean present() {
    return sections.count() > 0;
  }

  List<FileRegion> regions() {
    return tooMany ? List.of() : regions;
  }
}
