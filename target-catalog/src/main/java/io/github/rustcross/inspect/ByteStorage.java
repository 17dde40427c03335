package io.github.rustcross.inspect;

import java.io.Closeable;
import java.io.IOException;

/** Where the bytes of a {@link ByteSource} lie. Callers check bounds; implementations need not. */
interface ByteStorage extends Closeable {

  long size();

  byte at(long position) throws IOException;

  /** Copies many bytes at once. */
  void read(long position, byte[] into, int offset, int length) throws IOException;

  @Override
  void close() throws IOException;
}
