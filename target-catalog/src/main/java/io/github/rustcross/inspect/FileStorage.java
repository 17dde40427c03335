package io.github.rustcross.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file read through a few small windows, so that its size does not matter. There are several
 * because symbols are read from three tables in turn.
 */
final class FileStorage implements ByteStorage {

  private static final int WINDOW_BYTES = 8192;
  private static final int WINDOWS = 8;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final Window[] windows = new Window[WINDOWS];
  private Window current = new Window();
  private int oldest = 1;

  private static final class Window {
    private final ByteBuffer bytes = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
    private long start;
  }

  private FileStorage(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
    windows[0] = current;
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
    long index = position - current.start;
    if (index < 0 || index >= current.bytes.limit()) {
      choose(position - position % WINDOW_BYTES);
      index = position - current.start;
      if (index >= current.bytes.limit()) {
        throw shorter();
      }
    }
    return current.bytes.get((int) index);
  }

  @Override
  public void read(long position, byte[] into, int offset, int length) throws IOException {
    if (length < WINDOW_BYTES) {
      for (int i = 0; i < length; i++) {
        into[offset + i] = at(position + i);
      }
      return;
    }
    ByteBuffer target = ByteBuffer.wrap(into, offset, length);
    if (fill(target, position) < length) {
      throw shorter();
    }
  }

  private void choose(long start) throws IOException {
    for (Window window : windows) {
      if (window != null && window.start == start && window.bytes.limit() > 0) {
        current = window;
        return;
      }
    }
    // The first read finds the first window empty; the others are made when they are needed.
    if (current.bytes.limit() > 0) {
      if (windows[oldest] == null) {
        windows[oldest] = new Window();
      }
      current = windows[oldest];
      oldest = (oldest + 1) % WINDOWS;
    }
    current.bytes.clear();
    current.start = start;
    try {
      fill(current.bytes, start);
    } finally {
      current.bytes.flip();
    }
  }

  private int fill(ByteBuffer target, long position) throws IOException {
    int first = target.position();
    int end = 0;
    while (end >= 0 && target.hasRemaining()) {
      end = channel.read(target, position + target.position() - first);
    }
    return target.position() - first;
  }

  private EOFException shorter() {
    return new EOFException(file + " became shorter while it was read");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
