package io.github.rustcross.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes under construction: grows as it is written to, and what is never written is zero. */
public final class Image {

  private final ByteOrder order;
  private byte[] bytes;

  private Image(ByteOrder order, byte[] bytes) {
    this.order = order;
    this.bytes = bytes;
  }

  public static Image little(byte... bytes) {
    return new Image(ByteOrder.LITTLE_ENDIAN, bytes.clone());
  }

  public static Image big(byte... bytes) {
    return new Image(ByteOrder.BIG_ENDIAN, bytes.clone());
  }

  int size() {
    return bytes.length;
  }

  public Image u8(int offset, int... values) {
    ByteBuffer buffer = at(offset, values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return this;
  }

  public Image u16(int offset, int value) {
    at(offset, 2).putShort((short) value);
    return this;
  }

  public Image u32(int offset, long value) {
    at(offset, 4).putInt((int) value);
    return this;
  }

  Image u64(int offset, long value) {
    at(offset, 8).putLong(value);
    return this;
  }

  Image text(int offset, String text) {
    return raw(offset, text.getBytes(StandardCharsets.UTF_8));
  }

  Image raw(int offset, byte[] values) {
    at(offset, values.length).put(values);
    return this;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public ByteSource source() {
    return ByteSource.of(bytes);
  }

  Inspection inspect() throws Exception {
    return BinaryInspector.inspect(source());
  }

  private ByteBuffer at(int offset, int length) {
    if (offset + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, offset + length);
    }
    return ByteBuffer.wrap(bytes).order(order).position(offset);
  }
}
