package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSourceTest {

  private static final byte[] EIGHT = {(byte) 0xf1, 2, 3, 4, 5, 6, 7, (byte) 0xf8};

  @TempDir private Path folder;

  @Test
  void readsBothByteOrdersUnsigned() throws Exception {
    ByteSource source = ByteSource.of(EIGHT);

    assertThat(source.u8(0)).isEqualTo(0xf1);
    assertThat(source.u16(0, Endianness.BIG)).isEqualTo(0xf102);
    assertThat(source.u16(0, Endianness.LITTLE)).isEqualTo(0x02f1);
    assertThat(source.u32(0, Endianness.BIG)).isEqualTo(0xf1020304L);
    assertThat(source.u32(4, Endianness.LITTLE)).isEqualTo(0xf8070605L);
    assertThat(source.u64(0, Endianness.BIG)).isEqualTo(0xf1020304050607f8L);
    assertThat(source.u64(0, Endianness.LITTLE)).isEqualTo(0xf8070605040302f1L);
  }

  @ParameterizedTest
  @CsvSource({"7, 2", "8, 1", "9, 1", "-1, 1", "0, 9", "4, 8", "9223372036854775807, 1"})
  void refusesReadsBeyondTheEnd(long offset, int length) {
    ByteSource source = ByteSource.of(EIGHT);

    assertThatThrownBy(() -> source.bytes(offset, length))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(
            "file at offset 0x%s: 0x%s bytes do not fit, file ends at 0x8",
            Long.toHexString(offset), Long.toHexString(length));
    assertThatThrownBy(() -> source.slice("part", offset, length))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageStartingWith("part at offset 0x" + Long.toHexString(offset));
  }

  @ParameterizedTest
  @CsvSource({"-1", "-9223372036854775808", "9223372036854775807"})
  void refusesAbsurdLengthsWithoutOverflow(long length) {
    ByteSource source = ByteSource.of(EIGHT);

    assertThatThrownBy(() -> source.slice("part", 4, length))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage(
            "part at offset 0x4: 0x%s bytes do not fit, file ends at 0x8",
            Long.toHexString(length));
  }

  @Test
  void slicesCountFromTheirStartAndReportFromTheFile() throws Exception {
    ByteSource slice = ByteSource.of(EIGHT).slice("outer", 2, 5).slice("inner part", 1, 3);

    assertThat(slice.size()).isEqualTo(3);
    assertThat(slice.name()).isEqualTo("inner part");
    assertThat(slice.u8(0)).isEqualTo(4);
    assertThatThrownBy(() -> slice.u16(2, Endianness.BIG))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage("inner part at offset 0x5: 0x2 bytes do not fit, inner part ends at 0x6");
  }

  @Test
  void readsTextUpToItsZeroByte() throws Exception {
    ByteSource source = ByteSource.of(new byte[] {'a', 'b', 0, (byte) 0xff, 0, 'c', 'd'});

    assertThat(source.cString(0, 2)).isEqualTo("ab");
    assertThat(source.cString(2, 9)).isEmpty();
    assertThat(source.cString(3, 9)).isEqualTo("\ufffd");
    assertThat(source.text(5, 2)).isEqualTo("cd");
    assertThatThrownBy(() -> source.cString(0, 1))
        .hasMessage("file at offset 0x0: text has no final zero byte within 2 bytes, limit 1");
    assertThatThrownBy(() -> source.cString(5, 9))
        .hasMessage("file at offset 0x5: text has no final zero byte within 2 bytes, limit 9");
    assertThatThrownBy(() -> source.cString(7, 9))
        .hasMessage("file at offset 0x7: 0x1 bytes do not fit, file ends at 0x7");
  }

  @Test
  void comparesWithoutFailing() throws Exception {
    ByteSource source = ByteSource.of(EIGHT);

    assertThat(source.matches(0, 0xf1, 2)).isTrue();
    assertThat(source.matches(6, 7, 0xf8)).isTrue();
    assertThat(source.matches(6, 7, 0xf8, 0)).isFalse();
    assertThat(source.matches(-1, 1)).isFalse();
    assertThat(source.matches(1, 3)).isFalse();
  }

  @Test
  void isIndependentOfTheArrayThatItWasMadeOf() throws Exception {
    byte[] bytes = EIGHT.clone();
    ByteSource source = ByteSource.of(bytes);

    bytes[1] = 99;

    assertThat(source.u8(1)).isEqualTo(2);
  }

  @Test
  void readsFilesInAnyOrderThroughItsWindow() throws Exception {
    byte[] bytes = new byte[50_000];
    Random random = new Random(1);
    random.nextBytes(bytes);
    Path file = Files.write(folder.resolve("random"), bytes);
    ByteBuffer expected = ByteBuffer.wrap(bytes);

    try (ByteSource source = ByteSource.open(file)) {
      assertThat(source.size()).isEqualTo(bytes.length);
      for (int i = 0; i < 2_000; i++) {
        int offset = random.nextInt(bytes.length - 8);
        assertThat(source.u64(offset, Endianness.BIG)).isEqualTo(expected.getLong(offset));
      }
      assertThat(source.u64(8188, Endianness.BIG)).isEqualTo(expected.getLong(8188));
      assertThat(source.bytes(0, bytes.length)).isEqualTo(bytes);
      assertThatThrownBy(() -> source.u8(bytes.length))
          .hasMessage("file at offset 0xc350: 0x1 bytes do not fit, file ends at 0xc350");
    }
  }

  @Test
  void readsBeyondTwoGibibytes() throws Exception {
    Path file = folder.resolve("huge");
    long far = 3L << 30;
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.position(far).write(ByteBuffer.wrap(EIGHT));
    }

    try (ByteSource source = ByteSource.open(file)) {
      assertThat(source.size()).isEqualTo(far + 8);
      assertThat(source.u64(far, Endianness.BIG)).isEqualTo(0xf1020304050607f8L);
      assertThat(source.slice("end", far, 8).u8(7)).isEqualTo(0xf8);
    }
  }

  @Test
  void reportsAFileThatShrinks() throws Exception {
    Path file = Files.write(folder.resolve("shrinks"), new byte[20_000]);

    try (ByteSource source = ByteSource.open(file)) {
      assertThat(source.u8(0)).isZero();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(10);
      }
      assertThatThrownBy(() -> source.u8(19_000))
          .isInstanceOf(EOFException.class)
          .hasMessage(file + " became shorter while it was read");
    }
  }

  @Test
  void opensNothingButFiles() {
    assertThatThrownBy(() -> ByteSource.open(folder.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ByteSource.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " is not a regular file");
  }
}
