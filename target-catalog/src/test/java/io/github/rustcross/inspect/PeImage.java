package io.github.rustcross.inspect;

/** Builds small PE images with one section, which is loaded at {@link #ADDRESS}. */
public final class PeImage {

  static final int PE_AT = 0x80;
  public static final int OPTIONAL_AT = PE_AT + 24;
  static final int SECTION_AT = 0x200;
  static final int SIZE = 0x1000;
  static final int ADDRESS = 0x1000;
  static final int IMPORTS_AT = 0x400;
  static final int DELAYED_AT = 0x600;
  static final int NAMES_AT = 0x800;

  private final boolean wide;
  private final Image image = Image.little();
  private int imports;
  private int delayed;
  private int names;

  public PeImage(boolean wide, int machine) {
    this.wide = wide;
    int optionalBytes = wide ? 240 : 224;
    image.u8(0, 'M', 'Z').u32(0x3c, PE_AT).u8(PE_AT, 'P', 'E', 0, 0);
    image.u16(PE_AT + 4, machine).u16(PE_AT + 6, 1).u16(PE_AT + 20, optionalBytes);
    image.u16(PE_AT + 22, 0x2).u16(OPTIONAL_AT, wide ? 0x20b : 0x10b);
    image.u32(OPTIONAL_AT + 60, SECTION_AT).u32(OPTIONAL_AT + (wide ? 108 : 92), 16);
    if (wide) {
      image.u64(OPTIONAL_AT + 24, 0x1_4000_0000L);
    } else {
      image.u32(OPTIONAL_AT + 28, 0x40_0000);
    }
    image.text(sectionHeader(), ".data");
    image.u32(sectionHeader() + 12, ADDRESS).u32(sectionHeader() + 16, SIZE - SECTION_AT);
    image.u32(sectionHeader() + 20, SECTION_AT).u8(SIZE - 1, 0);
  }

  int sectionHeader() {
    return OPTIONAL_AT + (wide ? 240 : 224);
  }

  int directory(int index) {
    return OPTIONAL_AT + (wide ? 112 : 96) + 8 * index;
  }

  public PeImage dll() {
    image.u16(PE_AT + 22, 0x2002);
    return this;
  }

  public PeImage imports(String name) {
    image.u32(directory(1), address(IMPORTS_AT));
    image.u32(IMPORTS_AT + imports + 12, name(name));
    imports += 20;
    return this;
  }

  PeImage delayImports(String name, int attributes, long addressBase) {
    image.u32(directory(13), address(DELAYED_AT));
    image.u32(DELAYED_AT + delayed, attributes);
    image.u32(DELAYED_AT + delayed + 4, addressBase + name(name));
    delayed += 32;
    return this;
  }

  public Image image() {
    return image;
  }

  static int address(int offset) {
    return offset - SECTION_AT + ADDRESS;
  }

  private int name(String name) {
    int at = NAMES_AT + names;
    image.text(at, name + "\0");
    names += name.length() + 1;
    return address(at);
  }
}
