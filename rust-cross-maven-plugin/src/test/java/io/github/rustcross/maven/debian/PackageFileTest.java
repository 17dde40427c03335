package io.github.rustcross.maven.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A package")
class PackageFileTest {
  private static final int MEBIBYTE = 1 << 20;

  private final List<String> seen = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"", ".gz", ".xz", ".zst"})
  @DisplayName("is read, however its files are compressed:")
  void compressions(String suffix) throws Exception {
    read(new Deb("lib", "1:2-3", "arm64").compressed(suffix).file("./usr/x", "hello").bytes());

    assertThat(seen).containsExactly("lib 1:2-3 arm64", "./usr/x hello");
  }

  @Test
  @DisplayName("with another compression is refused")
  void otherCompression() {
    refused(
        new Deb("lib", "1", "arm64").with("data.tar.lzma", new byte[9]),
        "lib.deb is compressed as .lzma, which is none of gz, xz and zst");
  }

  @Test
  @DisplayName("that is none is refused")
  void notAnArchive() {
    refused("<html>404</html>".repeat(9).getBytes(StandardCharsets.UTF_8), "lib.deb is damaged: ");
    refused(new byte[0], "lib.deb is damaged: ");
    refused("!<arch>\n".getBytes(StandardCharsets.UTF_8), "lib.deb is no package of Debian");
  }

  @Test
  @DisplayName("without files is refused")
  void withoutFiles() {
    refused(new Deb("lib", "1", "arm64").with("", new byte[0]), "lib.deb has no data.tar");
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".xz", ".zst"})
  @DisplayName("that is cut off anywhere is refused, compressed as")
  void truncated(String suffix) {
    byte[] random = new byte[3 * 4096];
    new java.util.Random(1).nextBytes(random);
    byte[] whole = new Deb("lib", "1", "arm64").compressed(suffix).file("./usr/x", random).bytes();

    for (int length = whole.length - 2048; length > 0; length -= 1021) {
      refused(Arrays.copyOf(whole, length), "lib.deb ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".xz", ".zst"})
  @DisplayName("that would fill the disk is refused, compressed as")
  void bomb(String suffix) throws Exception {
    byte[] bomb = new Deb("lib", "1", "arm64").with("data.tar" + suffix, zeros(suffix, 80));

    assertThat(bomb.length).isLessThan(MEBIBYTE);
    refused(bomb, "lib.deb unpacks to more than 64 MiB");
  }

  /** A file of zeros in an archive, so that reading its entries gets to all of them. */
  private static byte[] zeros(String suffix, int mebibytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = Deb.compressing(suffix, out)) {
      TarArchiveEntry entry = new TarArchiveEntry("./usr/zeros");
      entry.setSize((long) mebibytes * MEBIBYTE);
      byte[] header = new byte[512];
      entry.writeEntryHeader(header);
      stream.write(header);
      for (int i = 0; i < mebibytes; i++) {
        stream.write(new byte[MEBIBYTE]);
      }
    }
    return out.toByteArray();
  }

  @Test
  @DisplayName("may unpack to what its size makes likely, and to no more than any has")
  void limits() {
    assertThat(UnpackLimits.USUAL.of(1)).isEqualTo(64L * MEBIBYTE);
    assertThat(UnpackLimits.USUAL.of(MEBIBYTE)).isEqualTo(200L * MEBIBYTE);
    assertThat(UnpackLimits.USUAL.of(1L << 40)).isEqualTo(8192L * MEBIBYTE);
  }

  private void read(byte[] deb) throws IOException {
    PackageFile.read(
        new ByteArrayInputStream(deb), deb.length, "lib.deb", UnpackLimits.USUAL, new Seen());
  }

  private void refused(byte[] deb, String message) {
    assertThatExceptionOfType(MalformedArchiveException.class)
        .isThrownBy(() -> read(deb))
        .withMessageStartingWith(message);
  }

  private final class Seen implements PackageFile.Content {
    @Override
    public void control(PackageParagraph control) {
      seen.add(control.name() + " " + control.version() + " " + control.architecture());
    }

    @Override
    public void files(InputStream stream, String compression) throws IOException {
      TarArchiveInputStream tar = new TarArchiveInputStream(stream);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        seen.add(entry.getName() + " " + new String(tar.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }
}
