package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * Reads bytes from front to back, with the LEB128 numbers that WebAssembly (Core Specification, 5.2
 * "Values"), build attributes and export tries have. Every read moves on by at least one byte or
 * fails, so loops over counts end with the bytes.
 */
final class ByteCursor {

  private final ByteSource source;
  private long position;

  ByteCursor(ByteSource source) {
    this.source = source;
  }

  boolean atEnd() {
    return position == source.size();
  }

  int u8() throws IOException, MalformedBinaryException {
    return source.u8(position++);
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  long u32() throws IOException, MalformedBinaryException {
    long start = position;
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = u8();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        if (value > 0xffff_ffffL) {
          throw source.malformed(start, "LEB128 number " + value + " exceeds the 32 bits allowed");
        }
        return value;
      }
    }
    throw source.malformed(start, "LEB128 number is longer than the 5 bytes allowed");
  }

  /** The 64 bits of an unsigned LEB128 number. */
  long u64() throws IOException, MalformedBinaryException {
    long start = position;
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = u8();
      if (shift == 63 && next > 1) {
        throw source.malformed(start, "LEB128 number exceeds the 64 bits allowed");
      }
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw source.malformed(start, "LEB128 number is longer than the 10 bytes allowed");
  }

  /** Text that a zero byte ends. */
  String cString() throws IOException, MalformedBinaryException {
    long start = position;
    while (u8() != 0) {
      if (position - start > Limits.NAME_BYTES) {
        throw source.malformed(start, "text has more than " + Limits.NAME_BYTES + " bytes");
      }
    }
    return source.text(start, (int) (position - start - 1));
  }

  /** Skips one LEB128 number of at most 64 bits, signed or not. */
  void skipNumber() throws IOException, MalformedBinaryException {
    long start = position;
    for (int i = 0; i < 10; i++) {
      if (u8() < 0x80) {
        return;
      }
    }
    throw source.malformed(start, "LEB128 number is longer than the 10 bytes allowed");
  }

  /** A name: its length in bytes, and UTF-8. */
  String name() throws IOException, MalformedBinaryException {
    long start = position;
    long length = u32();
    if (length > Limits.NAME_BYTES) {
      throw source.malformed(start, "name has " + length + " bytes, limit " + Limits.NAME_BYTES);
    }
    String name = source.text(position, (int) length);
    position += length;
    return name;
  }

  /** A name of any length that a budget allows. */
  String name(NameBudget budget) throws IOException, MalformedBinaryException {
    long start = position;
    long length = u32();
    if (length > Limits.SYMBOL_BYTES) {
      throw source.malformed(start, "name has " + length + " bytes, limit " + Limits.SYMBOL_BYTES);
    }
    String name = source.text(position, (int) length);
    position += length;
    return budget.take(source, start, name);
  }

  /** Skips a name of any length and returns its length in bytes. */
  long skipName() throws IOException, MalformedBinaryException {
    long length = u32();
    slice("name", length);
    return length;
  }

  /** Skips a name of any length and says whether it is a certain ASCII one. */
  boolean nameIs(String expected) throws IOException, MalformedBinaryException {
    ByteSource name = slice("name", u32());
    return name.size() == expected.length() && name.matches(0, expected.chars().toArray());
  }

  /** The next bytes, which are skipped. */
  ByteSource slice(String name, long length) throws MalformedBinaryException {
    ByteSource slice = source.slice(name, position, length);
    position += length;
    return slice;
  }

  /** The failure of the byte read last. */
  MalformedBinaryException unexpected(String what, int value) {
    return source.malformed(
        position - 1, "unexpected " + what + " " + MalformedBinaryException.hex(value));
  }

  /** A failure at the present place. */
  MalformedBinaryException malformed(String problem) {
    return source.malformed(position, problem);
  }
}
