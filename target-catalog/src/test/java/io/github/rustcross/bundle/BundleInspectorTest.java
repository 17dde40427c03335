package io.github.rustcross.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.SmallBinaries;
import io.github.rustcross.verify.GlibcNeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The inspection of any file")
class BundleInspectorTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final byte[] GLIBC = SmallBinaries.fixture("elf-x86_64-jni.so");
  private static final byte[] MUSL = SmallBinaries.elf(62, 0, "libc.musl-x86_64.so.1");

  @TempDir Path folder;

  @Test
  @DisplayName("finds what has a library's name and is text or empty, in jars and in folders")
  void impostors() throws IOException {
    byte[] pointer =
        "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);
    Path jar = folder.resolve("lfs.jar");
    Files.write(
        jar,
        new Jar()
            .with("native/linux-x86_64/libfoo.so", pointer)
            .with("native/osx/libfoo.dylib", new byte[0])
            .with("aix/libfoo.so", new byte[] {1, (byte) 0xdf, 0, 5})
            .with("notes.txt", pointer)
            .bytes());
    Path classes = Files.createDirectories(folder.resolve("classes/native"));
    Files.write(classes.resolve("foo.dll"), pointer);
    Files.write(classes.resolve("Foo.class"), pointer);

    assertThat(BundleInspector.inspect(jar, CATALOG).broken())
        .extracting(BundleCheck::path, found -> found.check().measured())
        .containsExactly(
            tuple(
                "lfs.jar!/native/linux-x86_64/libfoo.so",
                "is no library but text that begins with \"version https://git-lfs.github.com/spec/v1\""),
            tuple("lfs.jar!/native/osx/libfoo.dylib", "is empty"));
    assertThat(BundleInspector.inspectFolder(folder.resolve("classes"), CATALOG).broken())
        .extracting(BundleCheck::path)
        .containsExactly("native/foo.dll");
  }

  @Test
  @DisplayName("finds every binary of a jar by its first bytes, in jars within it too")
  void entries() throws IOException {
    byte[] inner =
        new Jar()
            .with("linux-x86-64/libx.so", GLIBC)
            .with("x.txt", "MZ, a text".getBytes())
            .bytes();
    byte[] middle = new Jar().with("readme", new byte[0]).stored("lib/inner.zip", inner).bytes();
    Bundle bundle =
        inspect(
            new Jar()
                .with("A.class", bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0x41))
                .with("win32-x86/x.dll", SmallBinaries.fixture("pe-i686.dll"))
                .with("BOOT-INF/lib/middle.jar", middle)
                .with("macos/arm64/libx.dylib", SmallBinaries.fixture("macho-arm64.dylib"))
                .with("x.wasm", SmallBinaries.fixture("wasm32-module.wasm"))
                .with("libx.dylib.dSYM/x", SmallBinaries.debugSymbols()));

    assertThat(bundle.archive()).isTrue();
    assertThat(bundle.entries())
        .extracting(entry -> entry.path() + ": " + entry.platform().text())
        .containsExactly(
            "a.jar!/win32-x86/x.dll: windows x86",
            "a.jar!/BOOT-INF/lib/middle.jar!/lib/inner.zip!/linux-x86-64/libx.so: linux x86_64 glibc",
            "a.jar!/macos/arm64/libx.dylib: macos aarch64",
            "a.jar!/x.wasm: unknown wasm32");
    assertThat(bundle.broken()).isEmpty();
  }

  @Test
  @DisplayName("takes a binary by itself, whose place is its name")
  void single() throws IOException {
    Path file = Files.write(folder.resolve("libx-linux-aarch64.so"), GLIBC);

    Bundle bundle = BundleInspector.inspect(file, CATALOG);

    assertThat(bundle.archive()).isFalse();
    assertThat(bundle.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path()).isEqualTo("libx-linux-aarch64.so");
              assertThat(entry.size()).isEqualTo(GLIBC.length);
              assertThat(entry.targets())
                  .extracting(Object::toString)
                  .containsExactly("x86_64-unknown-linux-gnu");
            });
    assertThat(broken(bundle))
        .containsExactly(
            "libx-linux-aarch64.so place: linux x86_64 glibc, not linux aarch64 glibc");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("tells the platform by what a binary asks for")
  @CsvSource(
      textBlock =
          """
          libc.so.6, 0, linux x86_64 glibc
          ld-linux-x86-64.so.2, 0, linux x86_64 glibc
          libc.so, 0, linux x86_64 musl
          libc.musl-x86_64.so.1, 0, linux x86_64 musl
          libc.so;libdl.so, 0, android x86_64 bionic
          liblog.so;libc.so, 0, android x86_64 bionic
          libc.so.7, 0, freebsd x86_64
          libgcc_s.so.1, 9, freebsd x86_64
          libc.so.8, 0, dragonfly x86_64
          libm.so.2, 0, solaris x86_64
          libz.so.1, 3, linux x86_64
          libz.so.1, 0, any system x86_64
          """)
  void platforms(String needed, int osAbi, String platform) throws IOException {
    Bundle bundle =
        inspect(new Jar().with("libx.so", SmallBinaries.elf(62, osAbi, needed.split(";"))));

    assertThat(bundle.entries().get(0).platform().text()).isEqualTo(platform);
  }

  @Test
  @DisplayName("tells Android's symbol versions, the iPhone, and what fits the catalog's targets")
  void morePlatforms() throws IOException {
    Bundle bundle =
        inspect(
            new Jar()
                .with("a.so", SmallBinaries.versioned("libc.so", "LIBC"))
                .with("b.dylib", SmallBinaries.iphone())
                .with("c.dylib", SmallBinaries.universal())
                .with("d.so", SmallBinaries.elf(62, 0)));

    assertThat(bundle.entries())
        .extracting(entry -> entry.platform().text() + " " + entry.targets())
        .containsExactly(
            "android x86_64 bionic [x86_64-linux-android]",
            "ios aarch64 [aarch64-apple-ios, aarch64-apple-ios-sim]",
            "macos x86_64+aarch64 [x86_64-apple-darwin, aarch64-apple-darwin, universal2-apple-darwin]",
            "any system x86_64 [x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl,"
                + " x86_64-linux-android, x86_64-unknown-freebsd, x86_64-unknown-netbsd]");
  }

  @Test
  @DisplayName("tells what a library needs besides its platform, and its glibc")
  void needs() throws IOException {
    Bundle bundle =
        inspect(
            new Jar()
                .with("libx.so", SmallBinaries.elf(62, 0, "libc.so.6", "libssl.so.3", "libm.so.6"))
                .with("liby.so", SmallBinaries.versioned("libc.so.6", "GLIBC_2.34"))
                .with("libz.so", SmallBinaries.versioned("libc.so.6", "GLIBC_ABI_DT_RELR")));

    assertThat(bundle.entries().get(0).libraries()).containsExactly("libssl.so.3");
    assertThat(bundle.entries())
        .extracting(entry -> entry.floor().map(GlibcNeed::toString).orElse("none"))
        .containsExactly("none", "2.34", "2.36 (GLIBC_ABI_DT_RELR)");
  }

  @ParameterizedTest(name = "{1} in {0}")
  @DisplayName("tells a binary that its place does not fit")
  @CsvSource(
      textBlock =
          """
          linux/aarch64/libx.so,           glibc,     linux x86_64 glibc,   linux aarch64 glibc
          linux/x86_64/musl/libx.so,       glibc,     linux x86_64 glibc,   linux x86_64 musl
          linux-x86-64/libx.so,            musl,      linux x86_64 musl,    linux x86_64 glibc
          darwin-aarch64/libx.dylib,       glibc,     linux x86_64 glibc,   macos aarch64
          linux-x86-64/libx-win64.so,      glibc,     linux x86_64 glibc,   linux/windows x86_64 glibc
          windows/x86_64/x.dll,            universal, macos x86_64+aarch64, windows x86_64
          linux-android/x86_64/libx.so,    musl,      linux x86_64 musl,    android x86_64
          osx-universal2/libx.dylib,       thin,      macos aarch64,        macos universal
          """)
  void misplaced(String path, String binary, String is, String says) throws IOException {
    assertThat(broken(inspect(new Jar().with(path, binary(binary)))))
        .containsExactly("a.jar!/%s place: %s, not %s".formatted(path, is, says));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @DisplayName("has nothing against a binary in its place, or in one that says nothing")
  @CsvSource(
      textBlock =
          """
          lib/libx.so,                     glibc
          linux/libx.so,                   glibc
          x86_64/libx.so,                  musl
          Linux-Musl/x86_64/libx.so,       musl
          darwin/libx.jnilib,              universal
          darwin-x86-64/libx.jnilib,       universal
          osx-universal/libx.dylib,        universal
          macos/universal2/libx.dylib,     universal
          universal/linux/libx.so,         glibc
          win32/amd64/liblz4-java.so,      dll
          libx.so_windows_amd64,           dll
          libx.so.1,                       glibc
          libx,                            glibc
          """)
  void placed(String path, String binary) throws IOException {
    assertThat(broken(inspect(new Jar().with(path, binary(binary))))).isEmpty();
  }

  @Test
  @DisplayName("tells a library whose file name no loader looks for")
  void suffix() throws IOException {
    assertThat(broken(inspect(new Jar().with("linux/x86_64/libx.sp", GLIBC))))
        .containsExactly("a.jar!/linux/x86_64/libx.sp place (file name): .sp, not .so");
  }

  @Test
  @DisplayName("tells a damaged binary and goes on")
  void damaged() throws IOException {
    byte[] cut = java.util.Arrays.copyOf(GLIBC, 100);

    Bundle bundle = inspect(new Jar().with("linux-x86-64/libx.so", cut).with("liby.so", GLIBC));

    assertThat(bundle.entries()).hasSize(2);
    assertThat(broken(bundle))
        .singleElement()
        .asString()
        .startsWith("a.jar!/linux-x86-64/libx.so malformed: ")
        .contains("at offset 0x");
  }

  @Test
  @DisplayName("tells a file that is no binary, as it was named as one")
  void text() throws IOException {
    Path file = Files.writeString(folder.resolve("x.so"), "hello");

    assertThat(broken(BundleInspector.inspect(file, CATALOG)))
        .singleElement()
        .asString()
        .startsWith("x.so malformed: file at offset 0x0: is not an ELF");
  }

  @Test
  @DisplayName("fails for files that cannot be read at all")
  void unreadable() {
    assertThatThrownBy(() -> BundleInspector.inspect(folder.resolve("none.jar"), CATALOG))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> BundleInspector.inspect(folder, CATALOG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a regular file");
  }

  @Test
  @DisplayName("tells matters that are no faults of a place")
  void matters() throws IOException {
    BundleEntry entry =
        inspect(new Jar().with("libx.so", SmallBinaries.staticTls())).entries().get(0);

    assertThat(entry.check(Rule.STATIC_TLS).orElseThrow().measured())
        .isEqualTo("static TLS of 16 bytes");
    assertThat(entry.check(Rule.STACK).orElseThrow().measured()).isEqualTo("executable stack");
    assertThat(entry.checks()).noneMatch(check -> check.isBroken());
  }

  private static byte[] binary(String name) {
    return switch (name) {
      case "glibc" -> GLIBC;
      case "musl" -> MUSL;
      case "universal" -> SmallBinaries.universal();
      case "thin" -> SmallBinaries.fixture("macho-arm64.dylib");
      default -> SmallBinaries.fixture("pe-x86_64-exports.dll");
    };
  }

  private Bundle inspect(Jar jar) throws IOException {
    return BundleInspector.inspect(jar.in(folder), CATALOG);
  }

  static List<String> broken(Bundle bundle) {
    return bundle.broken().stream().map(BundleInspectorTest::text).toList();
  }

  private static String text(BundleCheck at) {
    String part = at.check().subject().isEmpty() ? "" : " (" + at.check().subject() + ")";
    String promised = at.check().promised().isEmpty() ? "" : ", not " + at.check().promised();
    return at.path()
        + " "
        + at.check().rule().id()
        + part
        + ": "
        + at.check().measured()
        + promised;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
