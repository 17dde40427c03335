package io.github.rustcross.maven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.maven.fixture.Binaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The jar of a platform's libraries")
class NativeJarTest {
  private static final long EPOCH = 1_795_219_200L;
  private static final Map<String, String> ATTRIBUTES =
      Map.of("Rust-Target", "x86_64-unknown-linux-gnu", "Rust-Glibc-Minimum", "2.17");

  @TempDir private Path folder;

  @Test
  @DisplayName("has each library at its place, behind a manifest that says what they are for")
  void content() throws Exception {
    Path file = write("a.jar", List.of(library("libb.so"), library("liba.so")), Optional.of(EPOCH));

    try (JarFile jar = new JarFile(file.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .containsExactly(
              "META-INF/MANIFEST.MF",
              "META-INF/native/linux-x86_64/liba.so",
              "META-INF/native/linux-x86_64/libb.so");
      assertThat(jar.getManifest().getMainAttributes().getValue("Rust-Target"))
          .isEqualTo("x86_64-unknown-linux-gnu");
      assertThat(jar.getManifest().getMainAttributes().getValue("Rust-Glibc-Minimum"))
          .isEqualTo("2.17");
      assertThat(
              new String(
                  jar.getInputStream(jar.getEntry("META-INF/native/linux-x86_64/liba.so"))
                      .readAllBytes(),
                  StandardCharsets.UTF_8))
          .isEqualTo("content of liba.so");
    }
  }

  @Test
  @DisplayName("says of each library what its digest and size are, in a section for its entry")
  void sections() throws Exception {
    Path file = write("a.jar", List.of(library("libb.so"), library("liba.so")), Optional.empty());

    try (JarFile jar = new JarFile(file.toFile())) {
      Map<String, Attributes> sections = jar.getManifest().getEntries();
      assertThat(sections)
          .containsOnlyKeys(
              "META-INF/native/linux-x86_64/liba.so", "META-INF/native/linux-x86_64/libb.so");
      Attributes section = sections.get("META-INF/native/linux-x86_64/liba.so");
      assertThat(section.getValue("Rust-Sha256")).isEqualTo("ab".repeat(32));
      assertThat(section.getValue("Rust-Size")).isEqualTo("18");
    }
  }

  @Test
  @DisplayName("keeps long values, and those with line ends, in one attribute")
  void values() throws Exception {
    String needed = "libfirst.so.1 ".repeat(20).strip();
    Path jar = folder.resolve("a.jar");
    NativeJar.write(
        jar,
        List.of(library("liba.so")),
        Map.of("Rust-Needed", needed, "Rust-Version", "1.95.0\r\nMain-Class: Evil"),
        Optional.empty());

    try (JarFile open = new JarFile(jar.toFile())) {
      Attributes attributes = open.getManifest().getMainAttributes();
      assertThat(attributes.getValue("Rust-Needed")).isEqualTo(needed);
      assertThat(attributes.getValue("Rust-Version")).isEqualTo("1.95.0  Main-Class: Evil");
      assertThat(attributes.getValue("Main-Class")).isNull();
    }
  }

  @Test
  @DisplayName("has the same bytes for the same libraries, in any order and any time zone")
  void reproducible() throws Exception {
    Path one = write("1.jar", List.of(library("liba.so"), library("libb.so")), Optional.of(EPOCH));
    TimeZone before = TimeZone.getDefault();
    Path other;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      other = write("2.jar", List.of(library("libb.so"), library("liba.so")), Optional.of(EPOCH));
    } finally {
      TimeZone.setDefault(before);
    }

    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  @DisplayName("has entries of the time that is asked for, of 1980 where that cannot be said")
  void times() throws Exception {
    assertThat(times(Optional.of(EPOCH))).containsOnly(LocalDateTime.of(2026, 11, 21, 0, 0));
    assertThat(times(Optional.of(0L))).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
    assertThat(times(Optional.empty())).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
  }

  @Test
  @DisplayName("replaces an earlier one")
  void replaced() throws Exception {
    write("a.jar", List.of(library("liba.so"), library("libb.so")), Optional.empty());
    Path file = write("a.jar", List.of(library("libb.so")), Optional.empty());

    try (JarFile jar = new JarFile(file.toFile())) {
      assertThat(jar.size()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("is not there, not even a part, where a library cannot be read")
  void failed() throws Exception {
    FinishedArtifact gone = library("liba.so");
    Files.delete(gone.path());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> write("a.jar", List.of(gone), Optional.empty()));
    assertThat(folder).isDirectoryNotContaining("glob:**.jar");
  }

  private List<LocalDateTime> times(Optional<Long> epoch) throws IOException {
    Path file = write("times.jar", List.of(library("liba.so")), epoch);
    List<LocalDateTime> times = new ArrayList<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      jar.stream().map(JarEntry::getTimeLocal).forEach(times::add);
    }
    return times;
  }

  private Path write(String name, List<FinishedArtifact> libraries, Optional<Long> epoch)
      throws IOException {
    Path jar = folder.resolve(name);
    NativeJar.write(jar, libraries, ATTRIBUTES, epoch);
    return jar;
  }

  private FinishedArtifact library(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "content of " + name);
    return Binaries.finished(
        file,
        ArtifactKind.CDYLIB,
        "jar",
        "linux-x86_64",
        Files.size(file),
        Binaries.dynamic(BinaryFormat.ELF, FileKind.SHARED_LIBRARY, "x86_64", 64, "libc.so.6"));
  }
}
