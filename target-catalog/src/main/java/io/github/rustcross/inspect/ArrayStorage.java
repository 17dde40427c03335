package io.github.rustcross.inspect;

/** Bytes in memory. */
final class ArrayStorage implements ByteStorage {

  private final byte[] bytes;

  ArrayStorage(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public byte at(long position) {
    return bytes[Math.toIntExact(position)];
  }

  @Override
  public void close() {
    // Memory needs no release.
  }
}
