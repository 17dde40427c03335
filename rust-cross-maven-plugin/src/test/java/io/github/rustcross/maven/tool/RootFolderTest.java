package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The content of a package")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "packages have symbolic links")
class RootFolderTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @TempDir private Path temporary;
  private Path folder;
  private TarArchiveOutputStream tar;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(temporary.resolve("root"));
    tar = new TarArchiveOutputStream(bytes);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  @Test
  @DisplayName("takes an absolute name as one inside of the folder")
  void absolute() throws Exception {
    file("/usr/lib/x", "here");

    unpack();

    assertThat(folder.resolve("usr/lib/x")).hasContent("here");
  }

  @Test
  @DisplayName("goes through links inside of the folder, as where /lib is /usr/lib")
  void throughLinks() throws Exception {
    file("./usr/lib/x", "x");
    link("./lib", "usr/lib");
    file("./lib/y", "y");

    unpack();

    assertThat(folder.resolve("usr/lib/y")).hasContent("y");
    assertThat(Files.isSymbolicLink(folder.resolve("lib"))).isTrue();
  }

  @Test
  @DisplayName("cannot be written outside by its name")
  void outsideByName() throws Exception {
    file("./a/../../escaped", "x");

    assertRefused("entry outside of the archive's folder: ./a/../../escaped");
  }

  @Test
  @DisplayName("cannot have a link that leads outside")
  void outsideByLink() throws Exception {
    link("usr/x", "../../escaped");

    assertRefused("entry outside of the archive's folder: ../../escaped");
  }

  @Test
  @DisplayName("stays inside through a chain of links that leads outside")
  void outsideByChain() throws Exception {
    file("a/b/x", "x");
    link("a/b/up", "../..");
    // By its text a/b, in truth the folder above the root.
    link("climb", "a/b/up/..");
    file("climb/escaped", "x");

    unpack();

    assertThat(folder.resolve("a/b/escaped")).hasContent("x");
    assertThat(temporary.resolve("escaped")).doesNotExist();
  }

  @Test
  @DisplayName("cannot have a hard link to a file outside")
  void outsideByHardLink() throws Exception {
    Files.writeString(temporary.resolve("secret"), "x");
    TarArchiveEntry entry = new TarArchiveEntry("x", TarConstants.LF_LINK);
    entry.setLinkName("../secret");
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();

    assertRefused("entry outside of the archive's folder: ../secret");
  }

  @Test
  @DisplayName("keeps a hard link to a link inside")
  void hardLinkToLink() throws Exception {
    file("a/b/x", "x");
    link("a/b/c", "../../a/b/x");
    hardLink("y", "a/b/c");

    unpack();

    assertThat(Files.readSymbolicLink(folder.resolve("y"))).isEqualTo(Path.of("a/b/x"));
  }

  @Test
  @DisplayName("is merged into /usr as on systems of today, with links that still lead there")
  void merged() throws Exception {
    file("./lib/arch/libz.so.1", "z");
    link("./usr/lib/arch/libz.so", "/lib/arch/libz.so.1");
    link("./usr/lib/arch/libz.so.2", "../../../lib/arch/libz.so.1");
    link("./lib/arch/data", "../../usr/share/data");
    link("./lib", "usr/lib");
    file("./usr/share/data", "data");
    link("./lib64/ld.so", "/lib/arch/libz.so.1");
    tar.close();
    RootFolder root = RootFolder.merged(folder);

    root.unpack(new ByteArrayInputStream(bytes.toByteArray()), "x.deb", any -> true);
    root.finish();

    Path libraries = folder.resolve("usr/lib/arch");
    assertThat(libraries.resolve("libz.so.1")).hasContent("z");
    assertThat(Files.readSymbolicLink(libraries.resolve("libz.so")))
        .isEqualTo(Path.of("libz.so.1"));
    assertThat(libraries.resolve("libz.so.2")).hasContent("z");
    assertThat(libraries.resolve("data")).hasContent("data");
    assertThat(folder.resolve("lib64/ld.so")).hasContent("z");
    assertThat(Files.readSymbolicLink(folder.resolve("lib"))).isEqualTo(Path.of("usr/lib"));
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  @DisplayName("cannot have a device")
  void device() throws Exception {
    tar.putArchiveEntry(new TarArchiveEntry("dev/null", TarConstants.LF_CHR));
    tar.closeArchiveEntry();

    assertRefused("neither file nor folder nor link in evil.deb: dev/null");
  }

  private void file(String name, String content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
    entry.setSize(content.length());
    tar.putArchiveEntry(entry);
    tar.write(content.getBytes(StandardCharsets.UTF_8));
    tar.closeArchiveEntry();
  }

  private void hardLink(String name, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private void link(String name, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private void unpack() throws IOException {
    tar.close();
    new RootFolder(folder)
        .unpack(new ByteArrayInputStream(bytes.toByteArray()), "evil.deb", any -> true);
  }

  private void assertRefused(String message) throws IOException {
    assertThatExceptionOfType(IOException.class).isThrownBy(this::unpack).withMessage(message);
    assertThat(temporary.resolve("escaped")).doesNotExist();
    assertThat(temporary.resolve("root/escaped")).doesNotExist();
  }
}
