package io.github.rustcross.maven.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Joins Mach-O files of several architectures (mach-o/fat.h): a big-endian header, then for each
 * slice cpu type, cpu subtype, offset, size and alignment, then the slices themselves.
 */
final class UniversalBinary {
  private static final int FAT_MAGIC = 0xcafebabe;
  private static final int MH_MAGIC_64 = 0xfeedfacf;
  private static final int HEADER = 8;
  private static final int ENTRY = 20;

  /** As an exponent of two: the page size of arm64, which suits all. */
  private static final int ALIGNMENT = 14;

  private UniversalBinary() {}

  static void write(List<Path> slices, Path target) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER + ENTRY * slices.size());
    header.putInt(FAT_MAGIC).putInt(slices.size());
    long offset = aligned(header.capacity());
    for (Path slice : slices) {
      ByteBuffer start = start(slice);
      long size = Files.size(slice);
      if (offset + size > 0xffffffffL) {
        throw new IOException("a universal binary has at most 4 GiB; " + target + " has more");
      }
      header.putInt(start.getInt(4)).putInt(start.getInt(8));
      header.putInt((int) offset).putInt((int) size).putInt(ALIGNMENT);
      offset = aligned(offset + size);
    }
    copy(header.flip(), slices, target);
    if (!target.toFile().setExecutable(Files.isExecutable(slices.get(0)), false)) {
      throw new IOException(target + " cannot be made executable");
    }
  }

  private static void copy(ByteBuffer header, List<Path> slices, Path target) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(header);
      for (Path slice : slices) {
        out.position(aligned(out.position()));
        try (FileChannel in = FileChannel.open(slice)) {
          long done = 0;
          while (done < in.size()) {
            done += in.transferTo(done, in.size() - done, out);
          }
        }
      }
    }
  }

  private static ByteBuffer start(Path slice) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel in = FileChannel.open(slice)) {
      in.read(start, 0);
    }
    if (start.position() < start.capacity() || start.getInt(0) != MH_MAGIC_64) {
      throw new IOException(slice + " is no 64-bit Mach-O file and cannot be joined");
    }
    return start;
  }

  private static long aligned(long offset) {
    long mask = (1L << ALIGNMENT) - 1;
    return (offset + mask) & ~mask;
  }
}
