package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * Reads a WebAssembly section from front to back (Core Specification, 5.2 "Values"). Every read
 * moves on by at least one byte or fails, so loops over counts end with the section.
 */
final class WasmCursor {

  private final ByteSource source;
  private long position;

  WasmCursor(ByteSource source) {
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
}
