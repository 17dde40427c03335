package io.github.rustcross.bundle;

import io.github.rustcross.inspect.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Keeps the bytes of one entry after the other, in memory or, if there are many, in a temporary
 * file.
 */
final class EntryBytes implements Closeable {
  private static final int FIRST_BYTES = 1 << 16;

  private final Budget budget;
  private byte[] buffer = new byte[FIRST_BYTES];
  private Path file;

  EntryBytes(Budget budget) {
    this.budget = budget;
  }

  /**
   * Reads an entry to its end.
   *
   * @param start what was read of it already
   * @return its bytes, which count until the next call
   * @throws LimitException if there are too many
   */
  ByteSource read(byte[] start, InputStream rest) throws IOException {
    drop();
    int length = start.length;
    ByteBuffer.wrap(buffer).put(start);
    int most = budget.limits().memoryBytes();
    while (true) {
      if (length == buffer.length) {
        if (length >= most) {
          return spill(length, rest);
        }
        buffer = Arrays.copyOf(buffer, Math.min(most, 2 * length));
      }
      int count = rest.read(buffer, length, buffer.length - length);
      if (count < 0) {
        return ByteSource.lent(buffer, length);
      }
      length += count;
      budget.inflated(count, length);
    }
  }

  /** Reads the rest of an entry, which nobody wants. */
  void skip(InputStream rest) throws IOException {
    long length = 0;
    for (int count; (count = rest.read(buffer)) >= 0; ) {
      length += count;
      budget.inflated(count, length);
    }
  }

  private ByteSource spill(int kept, InputStream rest) throws IOException {
    file = Files.createTempFile("rust-cross-", ".entry");
    long length = kept;
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(buffer, 0, kept);
      for (int count; (count = rest.read(buffer)) >= 0; ) {
        length += count;
        budget.inflated(count, length);
        out.write(buffer, 0, count);
      }
    }
    return ByteSource.open(file);
  }

  private void drop() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
      file = null;
    }
  }

  @Override
  public void close() throws IOException {
    drop();
  }
}
