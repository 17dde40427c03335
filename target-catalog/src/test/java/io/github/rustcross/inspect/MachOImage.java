package io.github.rustcross.inspect;

/** Builds small thin Mach-O files, of either width and byte order, and universal ones of them. */
public final class MachOImage {

  private final boolean wide;
  private final Image image;
  private int commands;

  public MachOImage(boolean wide, Endianness endianness, long cpuType, int fileType) {
    this.wide = wide;
    this.image = endianness == Endianness.BIG ? Image.big() : Image.little();
    image.u32(0, wide ? 0xfeed_facfL : 0xfeed_faceL).u32(4, cpuType).u32(12, fileType);
    image.u32(wide ? 28 : 24, 0);
  }

  /** Adds a command whose path lies right behind its first words. */
  public MachOImage path(long command, int wordBytes, String path) {
    int at = image.size();
    int size = (wordBytes + path.length() + 8) / 8 * 8;
    image.u32(at, command).u32(at + 4, size).u32(at + 8, wordBytes).u8(at + size - 1, 0);
    image.text(at + wordBytes, path);
    return counted();
  }

  public MachOImage dylib(long command, String path) {
    return path(command, 24, path);
  }

  /** Adds a command of words. */
  public MachOImage command(long command, long... words) {
    int at = image.size();
    image.u32(at, command).u32(at + 4, 8 + 4L * words.length);
    for (int i = 0; i < words.length; i++) {
      image.u32(at + 8 + 4 * i, words[i]);
    }
    return counted();
  }

  public Image image() {
    return image;
  }

  public byte[] bytes() {
    return image.bytes();
  }

  public static Image universal(boolean wide, long[] cpuTypes, byte[]... slices) {
    Image image = Image.big().u32(0, wide ? 0xcafe_babfL : 0xcafe_babeL).u32(4, slices.length);
    int start = 0x200;
    for (int i = 0; i < slices.length; i++) {
      int at = 8 + i * (wide ? 32 : 20);
      image.u32(at, cpuTypes[i]);
      if (wide) {
        image.u64(at + 8, start).u64(at + 16, slices[i].length);
      } else {
        image.u32(at + 8, start).u32(at + 12, slices[i].length);
      }
      image.raw(start, slices[i]);
      start = (image.size() + 0xfff) / 0x1000 * 0x1000;
    }
    return image;
  }

  private MachOImage counted() {
    image.u32(16, ++commands).u32(20, image.size() - (wide ? 32 : 28));
    return this;
  }
}
