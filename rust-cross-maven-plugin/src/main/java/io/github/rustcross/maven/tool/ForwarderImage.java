package io.github.rustcross.maven.tool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Windows library whose functions are all other libraries': one section with an export directory,
 * whose addresses point at texts such as {@code advapi32.SystemFunction036} (PE Format, "Export
 * Address Table", "Forwarder RVA"). It has no code, so there is nothing that a linker could do.
 */
final class ForwarderImage {
  private static final int HEADERS = 0x200;
  private static final int PAGE = 0x1000;
  private static final int DIRECTORY = 40;
  private static final int DIRECTORIES = 16;
  private static final int DATA_OF_FILE = 0x40000040;
  private static final int PE_OFFSET = 0x40;
  private static final int EXECUTABLE_LIBRARY = 0x2002;
  private static final int LARGE_ADDRESSES = 0x20;
  private static final int NARROW = 0x100;
  private static final short RELOCATABLE_NO_CODE_IN_DATA = 0x140;

  private final String name;
  private final int machine;
  private final boolean wide;
  private final TreeMap<String, String> functions;

  private ForwarderImage(
      String name, int machine, boolean wide, TreeMap<String, String> functions) {
    this.name = name;
    this.machine = machine;
    this.wide = wide;
    this.functions = functions;
  }

  /**
   * The library's bytes.
   *
   * @param name its file name
   * @param machine {@code x64}, {@code x86} or {@code arm64}
   * @param functions for each function who does the work, as {@code library.function}
   * @throws IllegalArgumentException if the machine is another
   */
  static byte[] of(String name, String machine, Map<String, String> functions) {
    // Windows looks names up by halves: they have to be in the order of their bytes.
    TreeMap<String, String> sorted = new TreeMap<>(functions);
    return switch (machine) {
      case "x64" -> new ForwarderImage(name, 0x8664, true, sorted).bytes();
      case "arm64" -> new ForwarderImage(name, 0xaa64, true, sorted).bytes();
      case "x86" -> new ForwarderImage(name, 0x14c, false, sorted).bytes();
      default -> throw new IllegalArgumentException("no machine " + machine);
    };
  }

  private byte[] bytes() {
    ByteBuffer exports = exports();
    ByteBuffer image = little(HEADERS + align(exports.limit(), HEADERS));
    image.put((byte) 'M').put((byte) 'Z').putInt(PE_OFFSET - Integer.BYTES, PE_OFFSET);
    image.position(PE_OFFSET);
    image.put((byte) 'P').put((byte) 'E').putShort((short) 0);
    fileHeader(image);
    optionalHeader(image, exports.limit());
    section(image, exports.limit());
    image.position(HEADERS);
    image.put(exports);
    return image.array();
  }

  private void fileHeader(ByteBuffer image) {
    image.putShort((short) machine).putShort((short) 1);
    image.putInt(0).putInt(0).putInt(0);
    image.putShort((short) ((wide ? 112 : 96) + DIRECTORIES * Long.BYTES));
    image.putShort((short) (EXECUTABLE_LIBRARY | (wide ? LARGE_ADDRESSES : NARROW)));
  }

  private void optionalHeader(ByteBuffer image, int size) {
    image.putShort((short) (wide ? 0x20b : 0x10b)).putShort((short) 0);
    image.putInt(0).putInt(align(size, HEADERS)).putInt(0).putInt(0).putInt(PAGE);
    if (wide) {
      image.putLong(0x180000000L);
    } else {
      image.putInt(PAGE).putInt(0x10000000);
    }
    image.putInt(PAGE).putInt(HEADERS);
    // Versions of the system, of the image and of the subsystem: those of Windows Vista.
    image.putShort((short) 6).putShort((short) 0).putInt(0).putShort((short) 6).putShort((short) 0);
    image.putInt(0).putInt(PAGE + align(size, PAGE)).putInt(HEADERS).putInt(0);
    image.putShort((short) 3).putShort(RELOCATABLE_NO_CODE_IN_DATA);
    for (int reserve : new int[] {0x100000, PAGE, 0x100000, PAGE}) {
      if (wide) {
        image.putLong(reserve);
      } else {
        image.putInt(reserve);
      }
    }
    image.putInt(0).putInt(DIRECTORIES).putInt(PAGE).putInt(size);
    image.position(image.position() + (DIRECTORIES - 1) * Long.BYTES);
  }

  private static void section(ByteBuffer image, int size) {
    image.put(".edata\0\0".getBytes(StandardCharsets.US_ASCII));
    image.putInt(size).putInt(PAGE).putInt(align(size, HEADERS)).putInt(HEADERS);
    image.putLong(0).putInt(0).putInt(DATA_OF_FILE);
  }

  /** The directory, the tables of addresses, names and ordinals, then the texts. */
  private ByteBuffer exports() {
    int count = functions.size();
    int addresses = DIRECTORY;
    int names = addresses + count * Integer.BYTES;
    int ordinals = names + count * Integer.BYTES;
    int texts = ordinals + count * Short.BYTES;
    int length = texts + name.length() + 1;
    for (Map.Entry<String, String> function : functions.entrySet()) {
      length += function.getKey().length() + function.getValue().length() + 2;
    }
    ByteBuffer data = little(length);
    data.position(texts);
    int nameAt = text(data, name);
    short ordinal = 0;
    for (Map.Entry<String, String> function : functions.entrySet()) {
      data.putInt(names + ordinal * Integer.BYTES, text(data, function.getKey()));
      data.putInt(addresses + ordinal * Integer.BYTES, text(data, function.getValue()));
      data.putShort(ordinals + ordinal * Short.BYTES, ordinal);
      ordinal++;
    }
    data.position(0);
    data.putInt(0).putInt(0).putInt(0).putInt(nameAt).putInt(1).putInt(count).putInt(count);
    data.putInt(PAGE + addresses).putInt(PAGE + names).putInt(PAGE + ordinals);
    data.position(0);
    return data;
  }

  /** Writes a text and tells its address. */
  private static int text(ByteBuffer data, String text) {
    int address = PAGE + data.position();
    data.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    return address;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int align(int size, int to) {
    return (size + to - 1) / to * to;
  }
}
