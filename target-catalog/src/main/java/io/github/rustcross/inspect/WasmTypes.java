package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.OptionalLong;

/** Skips types (Core Specification, 5.3 "Types"), which is how one gets from import to import. */
final class WasmTypes {

  private static final int HAS_MAXIMUM = 1;
  private static final int IS_SHARED = 2;
  private static final int IS_WIDE = 4;
  private static final int HAS_PAGE_SIZE = 8;
  private static final int ALL_FLAGS = 0xf;
  private static final int PAGE_BITS = 16;

  private WasmTypes() {}

  /** Skips an external type and says whether it is a memory with 64-bit addresses. */
  static boolean skipExternal(ByteCursor cursor, int kind)
      throws IOException, MalformedBinaryException {
    switch (kind) {
      case 0x00, 0x20 -> cursor.u32(); // a function's type, inexact or exact
      case 0x01 -> {
        skipValueType(cursor);
        skipLimits(cursor); // a table, whose width says nothing of addresses
      }
      case 0x02 -> {
        return skipLimits(cursor);
      }
      case 0x03 -> {
        skipValueType(cursor);
        cursor.u8(); // a global, mutable or not
      }
      case 0x04 -> {
        cursor.u8();
        cursor.u32(); // a tag: attribute and type
      }
      default -> throw cursor.unexpected("import kind", kind);
    }
    return false;
  }

  /** Skips a memory's or table's limits and says whether they are those of 64-bit addresses. */
  static boolean skipLimits(ByteCursor cursor) throws IOException, MalformedBinaryException {
    int flags = cursor.u8();
    if (flags > ALL_FLAGS) {
      throw cursor.unexpected("limits flags", flags);
    }
    cursor.skipNumber();
    if ((flags & HAS_MAXIMUM) != 0) {
      cursor.skipNumber();
    }
    if ((flags & HAS_PAGE_SIZE) != 0) {
      cursor.u32();
    }
    return (flags & IS_WIDE) != 0;
  }

  /** A memory's limits ({@code memtype}; with the threads, memory64 and page size proposals). */
  static WasmMemory memory(ByteCursor cursor, boolean imported)
      throws IOException, MalformedBinaryException {
    int flags = cursor.u8();
    if (flags > ALL_FLAGS) {
      throw cursor.unexpected("limits flags", flags);
    }
    long minimum = cursor.u64();
    OptionalLong maximum =
        (flags & HAS_MAXIMUM) == 0 ? OptionalLong.empty() : OptionalLong.of(cursor.u64());
    long pageBits = (flags & HAS_PAGE_SIZE) == 0 ? PAGE_BITS : cursor.u32();
    if (pageBits > PAGE_BITS) {
      throw cursor.unexpected("page size", (int) pageBits);
    }
    return new WasmMemory(
        minimum,
        maximum,
        (flags & IS_SHARED) != 0,
        (flags & IS_WIDE) != 0,
        1 << pageBits,
        imported);
  }

  private static void skipValueType(ByteCursor cursor)
      throws IOException, MalformedBinaryException {
    int type = cursor.u8();
    if (type == 0x63 || type == 0x64) {
      cursor.skipNumber(); // a reference, nullable or not, to the heap type that follows
    }
  }
}
