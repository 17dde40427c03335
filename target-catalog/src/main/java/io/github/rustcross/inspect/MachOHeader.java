package io.github.rustcross.inspect;

import java.io.IOException;

/**
 * The {@code mach_header} or {@code mach_header_64} ({@code mach-o/loader.h}).
 *
 * @param wide whether addresses have 64 bits
 * @param commands the load commands, {@code sizeofcmds} bytes
 */
record MachOHeader(
    boolean wide,
    Endianness endianness,
    long cpuType,
    long cpuSubtype,
    long fileType,
    long commandCount,
    long flags,
    ByteSource commands) {

  static boolean recognises(ByteSource source) throws IOException {
    return isLittle(source) || isBig(source);
  }

  static MachOHeader read(ByteSource source) throws IOException, MalformedBinaryException {
    Endianness order = isBig(source) ? Endianness.BIG : Endianness.LITTLE;
    boolean wide = source.u8(order == Endianness.BIG ? 3 : 0) == 0xcf;
    ByteSource header = source.slice("Mach-O header", 0, wide ? 32 : 28);
    ByteSource commands =
        source.slice("Mach-O load commands", header.size(), header.u32(20, order));
    return new MachOHeader(
        wide,
        order,
        header.u32(4, order),
        header.u32(8, order),
        header.u32(12, order),
        header.u32(16, order),
        header.u32(24, order),
        commands);
  }

  private static boolean isLittle(ByteSource source) throws IOException {
    return source.matches(0, 0xce, 0xfa, 0xed, 0xfe) || source.matches(0, 0xcf, 0xfa, 0xed, 0xfe);
  }

  private static boolean isBig(ByteSource source) throws IOException {
    return source.matches(0, 0xfe, 0xed, 0xfa, 0xce) || source.matches(0, 0xfe, 0xed, 0xfa, 0xcf);
  }
}
