package io.github.rustcross.inspect;

import java.util.ArrayList;
import java.util.List;

/** Builds small ELF files with a dynamic segment, of either class and byte order. */
public final class ElfImage {

  static final int INTERPRETER_AT = 0x180;
  static final int DYNAMIC_AT = 0x200;
  static final int STRINGS_AT = 0x400;
  static final int NEEDS_AT = 0x800;
  static final int SIZE = 0xc00;
  static final long ADDRESS = 0x10000;

  private static final int TABLE_AT = 0x40;

  private final boolean wide;
  private final Image image;
  private final List<long[]> dynamic = new ArrayList<>();
  private int strings = 1;
  private int needs;
  private int lastNeed = -1;
  private int segments;

  public ElfImage(boolean wide, Endianness endianness) {
    this.wide = wide;
    this.image = endianness == Endianness.BIG ? Image.big() : Image.little();
    image.u8(0, 0x7f, 'E', 'L', 'F', wide ? 2 : 1, endianness == Endianness.BIG ? 2 : 1, 1);
    word(wide ? 32 : 28, TABLE_AT);
    image.u16(wide ? 54 : 42, wide ? 56 : 32);
    image.u8(SIZE - 1, 0);
    type(ElfHeader.ET_DYN).machine(62, 0);
    segment(ElfSegment.PT_LOAD, 0, ADDRESS, SIZE);
    segment(ElfSegment.PT_DYNAMIC, DYNAMIC_AT, ADDRESS + DYNAMIC_AT, STRINGS_AT - DYNAMIC_AT);
    entry(5, ADDRESS + STRINGS_AT).entry(10, NEEDS_AT - STRINGS_AT);
  }

  public ElfImage() {
    this(true, Endianness.LITTLE);
  }

  public ElfImage type(int type) {
    image.u16(16, type);
    return this;
  }

  public ElfImage machine(int machine, long flags) {
    image.u16(18, machine).u32(wide ? 48 : 36, flags);
    return this;
  }

  public ElfImage segment(long type, long offset, long address, long size) {
    int at = TABLE_AT + segments++ * (wide ? 56 : 32);
    image.u32(at, type).u16(wide ? 56 : 44, segments);
    word(at + (wide ? 8 : 4), offset);
    word(at + (wide ? 16 : 8), address);
    word(at + (wide ? 32 : 16), size);
    return this;
  }

  public ElfImage entry(long tag, long value) {
    dynamic.add(new long[] {tag, value});
    return this;
  }

  public ElfImage needed(String name) {
    return entry(ElfDynamic.DT_NEEDED, string(name));
  }

  ElfImage soname(String name) {
    return entry(ElfDynamic.DT_SONAME, string(name));
  }

  public ElfImage text(long tag, String text) {
    return entry(tag, string(text));
  }

  /** The flags and sizes of the last segment. */
  public ElfImage segmentFlags(int flags, long memorySize, long alignment) {
    int at = TABLE_AT + (segments - 1) * (wide ? 56 : 32);
    image.u32(at + (wide ? 4 : 24), flags);
    word(at + (wide ? 40 : 20), memorySize);
    word(at + (wide ? 48 : 28), alignment);
    return this;
  }

  public ElfImage interpreter(String path) {
    image.text(INTERPRETER_AT, path);
    return segment(
        ElfSegment.PT_INTERP, INTERPRETER_AT, ADDRESS + INTERPRETER_AT, path.length() + 1);
  }

  /** Adds a library with the versions needed of it; the first call adds the dynamic entries. */
  public ElfImage versions(String library, String... versions) {
    int at = NEEDS_AT + needs;
    if (lastNeed < 0) {
      entry(ElfDynamic.DT_VERNEED, ADDRESS + at);
    } else {
      image.u32(lastNeed + 12, at - lastNeed);
    }
    lastNeed = at;
    image.u16(at, 1).u16(at + 2, versions.length).u32(at + 4, string(library)).u32(at + 8, 16);
    for (int i = 0; i < versions.length; i++) {
      int aux = at + 16 * (i + 1);
      image.u32(aux + 8, string(versions[i])).u32(aux + 12, i + 1 < versions.length ? 16 : 0);
    }
    needs += 16 * (versions.length + 1);
    return this;
  }

  public Image image() {
    for (int i = 0; i < dynamic.size(); i++) {
      int word = wide ? 8 : 4;
      word(DYNAMIC_AT + 2 * i * word, dynamic.get(i)[0]);
      word(DYNAMIC_AT + (2 * i + 1) * word, dynamic.get(i)[1]);
    }
    return image;
  }

  ElfDetails details() throws Exception {
    return (ElfDetails) BinaryInspector.details(image().source());
  }

  Inspection inspect() throws Exception {
    return image().inspect();
  }

  private int string(String text) {
    int at = strings;
    image.text(STRINGS_AT + at, text + "\0");
    strings += text.length() + 1;
    return at;
  }

  private void word(int at, long value) {
    if (wide) {
      image.u64(at, value);
    } else {
      image.u32(at, value);
    }
  }
}
