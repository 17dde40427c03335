package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An archive of a tool")
class ArchivesTest {
  private static final int SYMLINK = 0120777;

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("unpacked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool.zip", "tool.whl", "tool.tar.xz"})
  @DisplayName("is unpacked with its folders, and what was executable stays so")
  @DisabledOnOs(OS.WINDOWS)
  void unpacked(String name) throws Exception {
    Path archive =
        archive(
            name,
            new Entry("tool/", "", 040755),
            new Entry("tool/bin/run", "#!/bin/sh\n", 0100755),
            new Entry("tool/lib/libc.a", "!<arch>\n", 0100644));

    Archives.unpack(archive, folder);

    assertThat(folder.resolve("tool/bin/run")).hasContent("#!/bin/sh\n").isExecutable();
    assertThat(folder.resolve("tool/lib/libc.a")).hasContent("!<arch>\n");
    assertThat(Files.isExecutable(folder.resolve("tool/lib/libc.a"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.zip", "evil.tar.xz"})
  @DisplayName("cannot write outside of its folder")
  void outside(String name) throws Exception {
    for (String path : new String[] {"../escaped", "a/../../escaped", "../unpacked2/escaped"}) {
      Path archive = archive(name, new Entry(path, "x", 0100644));

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> Archives.unpack(archive, folder))
          .withMessage("entry outside of the archive's folder: " + path);
    }
    assertThat(temporary.resolve("escaped")).doesNotExist();
    assertThat(temporary.resolve("unpacked2")).doesNotExist();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("cannot write to an absolute path")
  @DisabledOnOs(OS.WINDOWS)
  void absolute() throws Exception {
    Path target = temporary.resolve("absolute");
    Path archive = archive("evil.zip", new Entry(target.toString(), "x", 0100644));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Archives.unpack(archive, folder))
        .withMessageStartingWith("entry outside of the archive's folder: ");
    assertThat(target).doesNotExist();
  }

  @Test
  @DisplayName("is refused with a symbolic link in it: a zip")
  void symlinkInZip() throws Exception {
    Path archive = archive("evil.zip", new Entry("link", "/etc", SYMLINK));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Archives.unpack(archive, folder))
        .withMessage("symbolic link in " + archive + ": link");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO})
  @DisplayName("is refused with a link or a device in it: a tar")
  void linkInTar(byte kind) throws Exception {
    Path archive = temporary.resolve("evil.tar.xz");
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new XZCompressorOutputStream(file))) {
      TarArchiveEntry entry = new TarArchiveEntry("link", kind);
      entry.setLinkName("/etc/passwd");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Archives.unpack(archive, folder))
        .withMessage("neither file nor folder in " + archive + ": link");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("is unpacked into a folder whose path goes up and down again")
  void folderNotNormalized() throws Exception {
    Files.createDirectory(temporary.resolve("a"));
    Path archive = archive("tool.zip", new Entry("tool/run", "x", 0100644));

    Archives.unpack(archive, temporary.resolve("a/../unpacked"));

    assertThat(folder.resolve("tool/run")).hasContent("x");
  }

  @Test
  @DisplayName("is refused where it has a file twice")
  void twice() throws Exception {
    Path archive =
        archive("twice.tar.xz", new Entry("a", "1", 0100644), new Entry("a", "2", 0100644));

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> Archives.unpack(archive, folder));
    assertThat(folder.resolve("a")).hasContent("1");
  }

  @Test
  @DisplayName("is refused where it is of another kind, or damaged")
  void unknown() throws Exception {
    Path other = Files.writeString(temporary.resolve("tool.tar.gz"), "x");
    Path damaged = Files.writeString(temporary.resolve("tool.zip"), "x");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Archives.unpack(other, folder))
        .withMessage("tool.tar.gz is neither a zip nor a tar.xz archive");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> Archives.unpack(damaged, folder));
  }

  private record Entry(String path, String content, int mode) {
    byte[] bytes() {
      return content.getBytes(StandardCharsets.UTF_8);
    }
  }

  private Path archive(String name, Entry... entries) throws IOException {
    Path archive = temporary.resolve(name);
    if (name.endsWith(".tar.xz")) {
      tar(archive, entries);
    } else {
      zip(archive, entries);
    }
    return archive;
  }

  private static void zip(Path archive, Entry... entries) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive.toFile())) {
      for (Entry entry : entries) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.path());
        header.setUnixMode(entry.mode());
        zip.putArchiveEntry(header);
        zip.write(entry.bytes());
        zip.closeArchiveEntry();
      }
    }
  }

  private static void tar(Path archive, Entry... entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new XZCompressorOutputStream(file))) {
      for (Entry entry : entries) {
        TarArchiveEntry header = new TarArchiveEntry(entry.path(), true);
        header.setMode(entry.mode());
        header.setSize(entry.bytes().length);
        tar.putArchiveEntry(header);
        tar.write(entry.bytes());
        tar.closeArchiveEntry();
      }
    }
  }
}
