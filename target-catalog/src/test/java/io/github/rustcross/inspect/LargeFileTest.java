package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of more than 2 GiB, most of which are holes, so that they take no room and no time. */
@Timeout(20)
class LargeFileTest {

  private static final long FAR = 3L << 30;

  @TempDir private Path folder;

  @Test
  void readsElfSectionsFarBehindTheRest() throws Exception {
    byte[] library = Fixtures.bytes("elf-x86_64-jni.so");
    ByteSource source = ByteSource.of(library);
    long sections = source.u64(40, Endianness.LITTLE);
    int count = source.u16(60, Endianness.LITTLE);
    Image changed = Image.little(library).u64(40, FAR).u16(60, count + 1);
    Image table = Image.little(source.bytes(sections, count * 64));
    // One more section: 2 GiB of debug information, named by the second byte of ".debug…".
    int names = (int) source.u64(sections + 64L * (count - 1) + 24, Endianness.LITTLE);
    changed.text(names + 1, ".debug_info\0");
    table.u32(count * 64, 1).u32(count * 64 + 4, 1).u64(count * 64 + 24, 1L << 20);
    table.u64(count * 64 + 32, 2L << 30).u64(count * 64 + 56, 0);
    Path file = file(changed.bytes(), FAR, table.bytes());

    ElfDetails details = (ElfDetails) BinaryInspector.details(file);

    assertThat(details.debugInfo()).isTrue();
    assertThat(details.regions()).contains(new FileRegion(".debug_info", 1L << 20, 2L << 30));
    assertThat(details.symbols().exports())
        .containsExactly("JNI_OnLoad", "Java_org_example_Native_count");
  }

  @Test
  void checksTheSignatureOfASliceBeyondTwoGigabytes() throws Exception {
    byte[] slice = Fixtures.bytes("macho-arm64.dylib");
    Image header = Image.big().u32(0, 0xcafe_babfL).u32(4, 1).u32(8, 0x0100_000cL).u64(16, FAR);
    header.u64(24, slice.length).u64(32, 0);
    Path file = file(header.bytes(), FAR, slice);

    try (ByteSource source = ByteSource.open(file)) {
      BinaryDetails details = BinaryInspector.details(source);

      assertThat(details.regions().get(0)).isEqualTo(new FileRegion("__TEXT", FAR, 16384));
      assertThat(BinaryInspector.pageChecks(source, details))
          .extracting(MachOPageCheck::outcome)
          .containsExactly(MachOPageCheck.Outcome.RIGHT);
      assertThat(new TextSearch(List.of("@rpath/")).in(source, details, 9))
          .singleElement()
          .satisfies(found -> assertThat(found.offset()).isGreaterThan(FAR));
    }
  }

  @Test
  void readsMembersOfArchivesBeyondTwoGigabytes() throws Exception {
    byte[] object = Fixtures.bytes("elf-s390x-glibc-no-pie");
    byte[] start = new Archive().header("filler/", Long.toString(FAR - 68)).bytes();
    byte[] end = new Archive().member("far.o/", object).bytes();
    Path file = file(start, FAR - 8, end);
    // The second archive's magic number belongs to the filler.
    ArchiveDetails details = (ArchiveDetails) BinaryInspector.details(file);

    assertThat(details.members()).extracting(ArchiveEntry::name).containsExactly("filler", "far.o");
    assertThat(details.members().get(1).offset()).isEqualTo(FAR + 60);
    assertThat(details.members().get(1).binary().orElseThrow().architecture()).isEqualTo("s390x");
  }

  private Path file(byte[] start, long offset, byte[] end) throws IOException {
    Path file = folder.resolve("large");
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(start));
      channel.position(offset).write(ByteBuffer.wrap(end));
    }
    return file;
  }
}
