package io.github.rustcross.inspect;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A named stretch of bytes, in memory or in a file, whose every read is checked against its end.
 * Offsets count from the start of the stretch; the offsets in messages count from the start of the
 * file. A stretch of a file is read through one small window that all its slices share, so a file
 * of any size costs the same memory, and one source must be used by one thread at a time.
 *
 * <p>Lengths and offsets that come from a file can be passed as they are: negative ones, which are
 * what unsigned 64-bit values of 2<sup>63</sup> and more look like, fit no stretch and are refused
 * as such.
 */
public final class ByteSource implements Closeable {

  private final ByteStorage storage;
  private final String name;
  private final long base;
  private final long size;

  private ByteSource(ByteStorage storage, String name, long base, long size) {
    this.storage = storage;
    this.name = name;
    this.base = base;
    this.size = size;
  }

  /**
   * A source in memory.
   *
   * @param bytes the bytes, which are copied
   * @return a source that need not be closed
   */
  public static ByteSource of(byte[] bytes) {
    return lent(bytes.clone(), bytes.length);
  }

  /**
   * A source in memory that is not copied, for bytes of which there may be many.
   *
   * @param bytes the bytes, which must not change while the source is in use
   * @param length how many of them count, from the first on
   * @return a source that need not be closed
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public static ByteSource lent(byte[] bytes, int length) {
    Objects.checkFromIndexSize(0, length, bytes.length);
    return new ByteSource(new ArrayStorage(bytes, length), "file", 0, length);
  }

  /**
   * A source over a file.
   *
   * @param file a regular file, of any size
   * @return a source that holds the file open until it is closed
   * @throws IOException if the file is missing, is not a regular file or cannot be read
   */
  public static ByteSource open(Path file) throws IOException {
    FileStorage storage = FileStorage.open(file);
    return new ByteSource(storage, "file", 0, storage.size());
  }

  /**
   * The length of this stretch.
   *
   * @return the number of bytes, 0 and up
   */
  public long size() {
    return size;
  }

  /**
   * What this stretch is, for messages.
   *
   * @return e.g. {@code file} or {@code ELF header}
   */
  public String name() {
    return name;
  }

  /**
   * One byte.
   *
   * @param offset in bytes
   * @return 0 to 255
   * @throws MalformedBinaryException if the byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public int u8(long offset) throws IOException, MalformedBinaryException {
    return (int) number(offset, 1, Endianness.BIG);
  }

  /**
   * An unsigned number of two bytes.
   *
   * @param offset in bytes; need not be aligned
   * @param endianness the byte order
   * @return 0 to 65535
   * @throws MalformedBinaryException if a byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public int u16(long offset, Endianness endianness) throws IOException, MalformedBinaryException {
    return (int) number(offset, 2, endianness);
  }

  /**
   * An unsigned number of four bytes.
   *
   * @param offset in bytes; need not be aligned
   * @param endianness the byte order
   * @return 0 to 2<sup>32</sup> - 1
   * @throws MalformedBinaryException if a byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public long u32(long offset, Endianness endianness) throws IOException, MalformedBinaryException {
    return number(offset, 4, endianness);
  }

  /**
   * The 64 bits of an unsigned number of eight bytes.
   *
   * @param offset in bytes; need not be aligned
   * @param endianness the byte order
   * @return the bits; negative for 2<sup>63</sup> and more
   * @throws MalformedBinaryException if a byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public long u64(long offset, Endianness endianness) throws IOException, MalformedBinaryException {
    return number(offset, 8, endianness);
  }

  /**
   * Whether certain bytes are at an offset. Bytes beyond the end are a mismatch and not an error.
   *
   * @param offset in bytes
   * @param expected values from 0 to 255
   * @return whether all of them are there
   * @throws IOException if the file cannot be read
   */
  public boolean matches(long offset, int... expected) throws IOException {
    if (!fits(offset, expected.length)) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (Byte.toUnsignedInt(storage.at(base + offset + i)) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A copy of some bytes.
   *
   * @param offset in bytes
   * @param length the number of bytes
   * @return a new array, allocated only once the bytes are known to be there
   * @throws MalformedBinaryException if a byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public byte[] bytes(long offset, int length) throws IOException, MalformedBinaryException {
    require(offset, length);
    byte[] copy = new byte[length];
    storage.read(base + offset, copy, 0, length);
    return copy;
  }

  /**
   * Copies some bytes into an array of the caller's, so that much can be read with little memory.
   *
   * @param offset in bytes
   * @param into an array of at least that length
   * @param length the number of bytes, 0 to the array's length
   * @throws MalformedBinaryException if a byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public void read(long offset, byte[] into, int length)
      throws IOException, MalformedBinaryException {
    require(offset, length);
    storage.read(base + offset, into, 0, length);
  }

  /**
   * Where this stretch begins.
   *
   * @return in bytes from the start of the file
   */
  public long offset() {
    return base;
  }

  /**
   * Text of a known length. Bytes that are not UTF-8 become U+FFFD: formats give names no encoding.
   *
   * @param offset in bytes
   * @param length in bytes
   * @return the text
   * @throws MalformedBinaryException if a byte is not within this stretch
   * @throws IOException if the file cannot be read
   */
  public String text(long offset, int length) throws IOException, MalformedBinaryException {
    return new String(bytes(offset, length), StandardCharsets.UTF_8);
  }

  /**
   * Text that a zero byte ends. Bytes that are not UTF-8 become U+FFFD.
   *
   * @param offset of its first byte
   * @param limit the most bytes that it may have, the zero byte not counted
   * @return the text, without the zero byte
   * @throws MalformedBinaryException if there is no zero byte within the limit and this stretch
   * @throws IOException if the file cannot be read
   */
  public String cString(long offset, int limit) throws IOException, MalformedBinaryException {
    require(offset, 1);
    long available = Math.min(limit + 1L, size - offset);
    for (int length = 0; length < available; length++) {
      if (storage.at(base + offset + length) == 0) {
        return text(offset, length);
      }
    }
    throw malformed(
        offset, "text has no final zero byte within " + available + " bytes, limit " + limit);
  }

  /**
   * A part of this stretch, over the same bytes. Closing it closes the file as well.
   *
   * @param part what the part is, for messages
   * @param offset of its first byte
   * @param length in bytes
   * @return the part
   * @throws MalformedBinaryException if the part is not within this stretch
   */
  public ByteSource slice(String part, long offset, long length) throws MalformedBinaryException {
    Objects.requireNonNull(part, "part");
    if (!fits(offset, length)) {
      throw new MalformedBinaryException(part, base + offset, overrun(length));
    }
    return new ByteSource(storage, part, base + offset, length);
  }

  /** Closes the file, for all slices of it. */
  @Override
  public void close() throws IOException {
    storage.close();
  }

  MalformedBinaryException malformed(long offset, String problem) {
    return new MalformedBinaryException(name, base + offset, problem);
  }

  private long number(long offset, int length, Endianness endianness)
      throws IOException, MalformedBinaryException {
    require(offset, length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      int index = endianness == Endianness.BIG ? i : length - 1 - i;
      value = value << 8 | Byte.toUnsignedLong(storage.at(base + offset + index));
    }
    return value;
  }

  private void require(long offset, long length) throws MalformedBinaryException {
    if (!fits(offset, length)) {
      throw malformed(offset, overrun(length));
    }
  }

  private boolean fits(long offset, long length) {
    return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
  }

  private String overrun(long length) {
    return MalformedBinaryException.hex(length)
        + " bytes do not fit, "
        + name
        + " ends at "
        + MalformedBinaryException.hex(base + size);
  }
}
