package io.github.rustcross.inspect;

import java.nio.ByteBuffer;

/** Bytes in memory. */
final class ArrayStorage implements ByteStorage {

  private final byte[] bytes;
  private final int length;

  ArrayStorage(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public byte at(long position) {
    return bytes[Math.toIntExact(position)];
  }

  @Override
  public void read(long position, byte[] into, int offset, int length) {
    ByteBuffer.wrap(bytes).get(Math.toIntExact(position), into, offset, length);
  }

  @Override
  public void close() {
    // Memory needs no release.
  }
}
