package io.github.rustcross.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** What a file claims to be. */
final class FirstBytes {

  private static final int PE_HEADER_OFFSET = 0x3c;

  /**
   * Linkers put the header right behind a small program for DOS; texts have higher numbers here.
   */
  private static final int MOST_PE_HEADER_OFFSET = 1 << 20;

  private FirstBytes() {}

  static Optional<BinaryFormat> claimed(byte[] start) {
    if (start.length < 8) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(start);
    BinaryFormat format =
        switch (bytes.getInt(0)) {
          case 0x7f454c46 -> BinaryFormat.ELF;
          case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabf -> BinaryFormat.MACH_O;
          case 0xcafebabe ->
              bytes.getInt(4) >= 1 && bytes.getInt(4) <= MachOSlice.MOST_SLICES
                  ? BinaryFormat.MACH_O
                  : null;
          case 0x0061736d -> BinaryFormat.WASM;
          case 0x213c6172 -> bytes.getInt(4) == 0x63683e0a ? BinaryFormat.ARCHIVE : null;
          default -> isPe(bytes) ? BinaryFormat.PE : null;
        };
    return Optional.ofNullable(format);
  }

  private static boolean isPe(ByteBuffer bytes) {
    if (bytes.get(0) != 'M' || bytes.get(1) != 'Z') {
      return false;
    }
    if (bytes.limit() < PE_HEADER_OFFSET + Integer.BYTES) {
      // Bytes in the last page of 512, of which a text would have more.
      return bytes.get(3) >= 0 && bytes.get(3) <= 1;
    }
    int offset = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(PE_HEADER_OFFSET);
    return offset > 0 && offset < MOST_PE_HEADER_OFFSET;
  }
}
