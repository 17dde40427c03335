package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a Mach-O file is for, and nothing else. */
final class MachOPurposeReader {

  private static final int LC_VERSION_MIN_MACOSX = 0x24;
  private static final int LC_VERSION_MIN_IPHONEOS = 0x25;
  private static final int LC_VERSION_MIN_TVOS = 0x2f;
  private static final int LC_VERSION_MIN_WATCHOS = 0x30;
  private static final int LC_BUILD_VERSION = 0x32;
  private static final int PLATFORM_MACOS = 1;
  private static final int PLATFORM_IOS = 2;
  private static final int PLATFORM_TVOS = 3;
  private static final int PLATFORM_WATCHOS = 4;
  private static final long MH_DSYM = 10;

  private MachOPurposeReader() {}

  static MachOPurpose read(ByteSource source) throws IOException, MalformedBinaryException {
    boolean wide = MachOFatReader.isWide(source);
    ByteSource first =
        wide || MachOFatReader.isNarrow(source)
            ? MachOSlice.readAll(source, wide).get(0).bytes()
            : source;
    List<MachOPlatform> platforms = new ArrayList<>();
    if (!MachOHeader.recognises(first)) {
      return new MachOPurpose(platforms, false);
    }
    MachOHeader header = MachOHeader.read(first);
    MachOCommands.each(
        header,
        (number, command) ->
            platform(number, command, header.endianness()).ifPresent(platforms::add));
    return new MachOPurpose(platforms, header.fileType() == MH_DSYM);
  }

  /** The platform that a load command states; empty for the other commands. */
  static Optional<MachOPlatform> platform(int number, ByteSource command, Endianness order)
      throws IOException, MalformedBinaryException {
    return switch (number) {
      case LC_BUILD_VERSION -> Optional.of(platform(command.u32(8, order), command, 12, order));
      case LC_VERSION_MIN_MACOSX -> Optional.of(platform(PLATFORM_MACOS, command, 8, order));
      case LC_VERSION_MIN_IPHONEOS -> Optional.of(platform(PLATFORM_IOS, command, 8, order));
      case LC_VERSION_MIN_TVOS -> Optional.of(platform(PLATFORM_TVOS, command, 8, order));
      case LC_VERSION_MIN_WATCHOS -> Optional.of(platform(PLATFORM_WATCHOS, command, 8, order));
      default -> Optional.empty();
    };
  }

  private static MachOPlatform platform(long number, ByteSource command, long at, Endianness order)
      throws IOException, MalformedBinaryException {
    return new MachOPlatform(
        number,
        BinaryVersion.nibbles(command.u32(at, order)),
        BinaryVersion.nibbles(command.u32(at + 4, order)));
  }
}
