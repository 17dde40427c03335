package io.github.rustcross.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Who brought something in")
class LinkOriginsTest {
  private static final String HASH = "-0123456789abcdef";

  @TempDir private Path folder;
  private LinkOrigins origins;

  @BeforeEach
  void target() {
    origins = new LinkOrigins(List.of(folder.resolve("a-b-c"), folder.resolve("missing")));
  }

  @Test
  @DisplayName("is the object of a build script's library that has the symbol's name")
  void object() throws IOException {
    archive("build/zip-sys" + HASH + "/out/libzip.a", "crc.o", "\0crc32\0", "io.o", "\0fstat64\0");

    assertThat(origins.ofSymbol("fstat64"))
        .contains("package zip-sys brings it in: libzip.a(io.o)");
  }

  @Test
  @DisplayName("is no object that has the name as a part of another")
  void partOfName() throws IOException {
    archive("build/zip-sys" + HASH + "/out/libzip.a", "io.o", "\0__fstat64\0fstat64_time\0");

    assertThat(origins.ofSymbol("fstat64")).isEmpty();
  }

  @Test
  @DisplayName("is a crate where no build script's library has the symbol")
  void crate() throws IOException {
    archive("deps/librusty" + HASH + ".rlib", "rusty.o", "\0getrandom\0");
    archive("build/zip-sys" + HASH + "/out/libzip.a", "io.o", "\0fstat64\0");

    assertThat(origins.ofSymbol("getrandom"))
        .contains("crate rusty brings it in: librusty" + HASH + ".rlib(rusty.o)");
  }

  @Test
  @DisplayName("is unknown where files of that name are no libraries")
  void noLibrary() throws IOException {
    write("build/zip-sys" + HASH + "/out/libzip.a", "\0fstat64\0");

    assertThat(origins.ofSymbol("fstat64")).isEmpty();
  }

  @Test
  @DisplayName("is, of a library, the build script that told rustc to link it")
  void library() throws IOException {
    write("build/ssl-sys" + HASH + "/output", "cargo:rustc-link-lib=dylib=ssl\nother\n");
    write("build/zip-sys" + HASH + "/output", "cargo::rustc-link-lib=z\n");
    write("build/mod-sys" + HASH + "/output", "cargo:rustc-link-lib=dylib:+verbatim=mod\n");

    assertThat(origins.ofLibrary("libssl.so.3"))
        .contains("the build script of package ssl-sys links it");
    assertThat(origins.ofLibrary("libz.so.1"))
        .contains("the build script of package zip-sys links it");
    assertThat(origins.ofLibrary("/usr/local/lib/libmod.dylib"))
        .contains("the build script of package mod-sys links it");
    assertThat(origins.ofLibrary("libs.so.1")).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("a-b-c/release").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  /** In the format of ar.h, with names that fit into the header. */
  private void archive(String path, String... namesAndContents) throws IOException {
    StringBuilder text = new StringBuilder("!<arch>\n");
    for (int i = 0; i < namesAndContents.length; i += 2) {
      String content = namesAndContents[i + 1];
      text.append(
          "%-16s%-12s%-6s%-6s%-8s%-10d`\n"
              .formatted(namesAndContents[i] + "/", "0", "0", "0", "644", content.length()));
      text.append(content).append(content.length() % 2 == 0 ? "" : "\n");
    }
    write(path, text.toString());
  }
}
