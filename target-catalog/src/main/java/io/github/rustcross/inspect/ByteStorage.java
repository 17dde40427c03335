package io.github.rustcross.inspect;

import java.io.Closeable;
import java.io.IOException;

/** Where the bytes of a {@link ByteSource} lie. Callers check bounds; implementations need not. */
interface ByteStorage extends Closeable {

  long size();

  byte at(long position) throws IOException;

  @Override
  void close() throws IOException;
}
