package io.github.rustcross.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArchiveFormat;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.maven.fixture.Binaries;
import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The archive of a platform's programs")
class ProgramArchiveTest {
  private static final Optional<Long> EPOCH = Optional.of(1_795_219_200L);

  @TempDir private Path folder;

  @Test
  @DisplayName("is a tar.gz with programs that can be executed and documents that cannot")
  void tar() throws Exception {
    Path archive =
        write(
            "a.tar.gz",
            ArchiveFormat.TAR_GZ,
            List.of(program("app", document("crate", "LICENSE"))));

    assertThat(tarEntries(archive))
        .extracting(TarArchiveEntry::getName)
        .containsExactly("app-1.0-linux-x86_64/LICENSE", "app-1.0-linux-x86_64/app");
    assertThat(tarEntries(archive))
        .extracting(entry -> entry.getMode() & 0777)
        .containsExactly(0644, 0755);
    assertThat(tarEntries(archive))
        .allSatisfy(
            entry -> {
              assertThat(entry.getLastModifiedTime().toMillis()).isEqualTo(EPOCH.get() * 1000);
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getUserName()).isEmpty();
            });
  }

  @Test
  @DisplayName("is a zip where the platform wants one")
  void zip() throws Exception {
    Path archive =
        write(
            "a.zip",
            ArchiveFormat.ZIP,
            List.of(program("app.exe", document("crate", "README.md"))));

    try (ZipFile file = ZipFile.builder().setPath(archive).get()) {
      List<ZipArchiveEntry> entries = Collections.list(file.getEntries());
      assertThat(entries)
          .extracting(ZipArchiveEntry::getName)
          .containsExactly("app-1.0-linux-x86_64/README.md", "app-1.0-linux-x86_64/app.exe");
      assertThat(entries)
          .extracting(entry -> entry.getUnixMode() & 0777)
          .containsExactly(0644, 0755);
      try (InputStream content = file.getInputStream(entries.get(1))) {
        assertThat(content).hasContent("content of app.exe");
      }
    }
  }

  @Test
  @DisplayName("has the same bytes for the same files, in any order and any time zone")
  void reproducible() throws Exception {
    for (ArchiveFormat format : ArchiveFormat.values()) {
      Path one = write("1", format, List.of(program("a"), program("b")));
      TimeZone before = TimeZone.getDefault();
      Path other;
      try {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        other = write("2", format, List.of(program("b"), program("a")));
      } finally {
        TimeZone.setDefault(before);
      }
      assertThat(other).hasSameBinaryContentAs(one);
    }
  }

  @Test
  @DisplayName("keeps the documents of each package of a workspace apart, and equal ones once")
  void documents() throws Exception {
    Path archive =
        write(
            "a.tar.gz",
            ArchiveFormat.TAR_GZ,
            List.of(
                program("left", same("left", "LICENSE"), document("left", "README.md")),
                program("right", same("right", "LICENSE"), document("right", "README.md"))));

    assertThat(tarEntries(archive))
        .extracting(entry -> entry.getName().replace("app-1.0-linux-x86_64/", ""))
        .containsExactlyInAnyOrder("left", "right", "LICENSE", "README.md", "README-right.md");
  }

  private Path write(String name, ArchiveFormat format, List<FinishedArtifact> programs)
      throws IOException {
    Path archive = folder.resolve(name);
    ProgramArchive.write(archive, format, "app-1.0-linux-x86_64", programs, EPOCH);
    return archive;
  }

  private static List<TarArchiveEntry> tarEntries(Path archive) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private Path document(String crate, String name) throws IOException {
    return file(crate, name, name + " of " + crate);
  }

  private Path same(String crate, String name) throws IOException {
    return file(crate, name, "the same for all");
  }

  private Path file(String crate, String name, String text) throws IOException {
    Path place = Files.createDirectories(folder.resolve("crates").resolve(crate)).resolve(name);
    return Files.writeString(place, text);
  }

  private FinishedArtifact program(String name, Path... documents) throws IOException {
    Path file = Files.writeString(folder.resolve("built-" + name), "content of " + name);
    return new FinishedArtifact(
        new ExpectedArtifact(
            "app",
            name,
            ArtifactKind.BIN,
            name,
            Delivery.ARCHIVE,
            "tar.gz",
            "linux-x86_64",
            "",
            List.of(documents)),
        file,
        "ab".repeat(32),
        Files.size(file),
        Binaries.verified(
            Binaries.dynamic(BinaryFormat.ELF, FileKind.EXECUTABLE, "x86_64", 64, "libc.so.6")));
  }
}
