package io.github.rustcross.maven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.output.OutputFolder.StagedFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder of finished binaries")
class OutputFolderTest {
  private static final TargetTriple LINUX = new TargetTriple("x86_64-unknown-linux-gnu");
  private static final TargetTriple UNIVERSAL = new TargetTriple("universal2-apple-darwin");
  private static final int PAGE = 1 << 14;

  @TempDir private Path temporary;
  private Path root;
  private OutputFolder output;

  @BeforeEach
  void prepare() {
    root = temporary.resolve("target/rust-cross");
    output = new OutputFolder(root);
  }

  @Test
  @DisplayName("has a file at its place when it is published, and nothing else then")
  void published() throws Exception {
    Path built = built("app", "content");

    Path place;
    try (StagedFile staged = output.stage(LINUX, List.of(built))) {
      assertThat(staged.path()).hasContent("content").hasFileName("app");
      assertThat(root.resolve(LINUX.value())).doesNotExist();
      place = staged.publish();
    }

    assertThat(place).isEqualTo(root.resolve(LINUX.value()).resolve("app")).hasContent("content");
    assertThat(built).exists();
    assertThat(files()).containsExactly(place);
    assertThat(root).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  @DisplayName("has nothing of a file that is not published")
  void notPublished() throws Exception {
    try (StagedFile staged = output.stage(LINUX, List.of(built("app", "content")))) {
      assertThat(staged.path()).exists();
    }

    assertThat(files()).isEmpty();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @DisplayName("keeps what can be run runnable")
  @DisabledOnOs(OS.WINDOWS)
  void executable() throws Exception {
    Path built = built("app", "content");
    assertThat(built.toFile().setExecutable(true)).isTrue();

    try (StagedFile staged = output.stage(LINUX, List.of(built))) {
      assertThat(staged.publish()).isExecutable();
    }
  }

  @Test
  @DisplayName("has the new file where an earlier build left one")
  void again() throws Exception {
    for (String content : List.of("old", "new")) {
      try (StagedFile staged = output.stage(LINUX, List.of(built("app", content)))) {
        staged.publish();
      }
    }

    assertThat(root.resolve(LINUX.value()).resolve("app")).hasContent("new");
  }

  @Test
  @DisplayName("loses what an earlier build left for a target, of that target only")
  void cleared() throws Exception {
    for (TargetTriple triple : List.of(LINUX, UNIVERSAL)) {
      try (StagedFile staged = output.stage(triple, List.of(built("stale", "x")))) {
        staged.publish();
      }
    }

    output.clear(LINUX);
    output.clear(LINUX);

    assertThat(files()).containsExactly(root.resolve(UNIVERSAL.value()).resolve("stale"));
  }

  @Test
  @DisplayName("has nothing of a file that cannot be copied")
  void missing() throws Exception {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> output.stage(LINUX, List.of(temporary.resolve("gone"))));
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @DisplayName("has one universal file of two architectures")
  void universal() throws Exception {
    Path intel = slice("macho-x86_64.dylib", "intel");
    Path arm = slice("macho-arm64.dylib", "arm");

    Path joined;
    try (StagedFile staged = output.stage(UNIVERSAL, List.of(intel, arm))) {
      joined = staged.publish();
    }

    Inspection inspection = BinaryInspector.inspect(joined);
    assertThat(inspection.format()).isEqualTo(BinaryFormat.MACH_O);
    assertThat(inspection.kind()).isEqualTo(FileKind.SHARED_LIBRARY);
    assertThat(inspection.architecture()).isEqualTo("universal");
    assertThat(inspection.slices())
        .containsExactly(BinaryInspector.inspect(intel), BinaryInspector.inspect(arm));
    assertThat(joined).hasFileName("libapp.dylib");
  }

  @Test
  @DisplayName("has the slices of a universal file unchanged, each on a page of its own")
  void slices() throws Exception {
    Path intel = slice("macho-x86_64.dylib", "intel");
    Path arm = slice("macho-arm64.dylib", "arm");
    Path joined;
    try (StagedFile staged = output.stage(UNIVERSAL, List.of(intel, arm))) {
      joined = staged.publish();
    }

    byte[] bytes = Files.readAllBytes(joined);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    assertThat(header.getInt(0)).isEqualTo(0xcafebabe);
    assertThat(header.getInt(4)).isEqualTo(2);
    int entry = 8;
    for (Path slice : List.of(intel, arm)) {
      int offset = header.getInt(entry + 8);
      int size = header.getInt(entry + 12);
      assertThat(offset % PAGE).isZero();
      assertThat(Arrays.copyOfRange(bytes, offset, offset + size))
          .isEqualTo(Files.readAllBytes(slice));
      entry += 20;
    }
  }

  @Test
  @DisplayName("joins nothing but 64-bit Mach-O files")
  void notMachO() throws Exception {
    Path intel = slice("macho-x86_64.dylib", "intel");
    for (String content : List.of("", "short", "#!/bin/sh\necho this is no binary\n")) {
      Path other = built("libapp.dylib", content);

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> output.stage(UNIVERSAL, List.of(intel, other)))
          .withMessage(other + " is no 64-bit Mach-O file and cannot be joined");
    }
    assertThat(root).isEmptyDirectory();
  }

  private Path built(String name, String content) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("cargo/release"));
    return Files.writeString(folder.resolve(name), content);
  }

  private Path slice(String fixture, String folder) throws IOException, URISyntaxException {
    Path file = Files.createDirectories(temporary.resolve(folder)).resolve("libapp.dylib");
    return Files.copy(Path.of(OutputFolderTest.class.getResource(fixture).toURI()), file);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
