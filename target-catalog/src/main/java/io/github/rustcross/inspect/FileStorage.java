package io.github.rustcross.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read through one small window, so that its size does not matter. */
final class FileStorage implements ByteStorage {

  private static final int WINDOW_BYTES = 8192;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
  private long windowStart;

  private FileStorage(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
  }

  static FileStorage open(Path file) throws IOException {
    // Opening a named pipe would wait for its writer, and a device has no size.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(file + " is not a regular file");
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileStorage(file, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public byte at(long position) throws IOException {
    long index = position - windowStart;
    if (index < 0 || index >= window.limit()) {
      fill(position);
      index = position - windowStart;
    }
    return window.get((int) index);
  }

  private void fill(long position) throws IOException {
    window.limit(0);
    windowStart = position - position % WINDOW_BYTES;
    window.clear();
    int end = 0;
    while (end >= 0 && window.hasRemaining()) {
      end = channel.read(window, windowStart + window.position());
    }
    window.flip();
    if (position - windowStart >= window.limit()) {
      throw new EOFException(file + " became shorter while it was read");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
