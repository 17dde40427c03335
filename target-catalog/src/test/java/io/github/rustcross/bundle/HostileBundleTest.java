package io.github.rustcross.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.SmallBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
@DisplayName("The inspection of damaged and hostile jars")
class HostileBundleTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final byte[] LIBRARY = SmallBinaries.fixture("elf-x86_64-jni.so");
  private static final BundleLimits SMALL = new BundleLimits(2, 10, 50_000, 100_000, 4096);

  @TempDir Path folder;

  @Test
  @DisplayName("tells where a jar that is cut off ends")
  void truncated() throws IOException {
    byte[] jar = new Jar().stored("linux-x86-64/libx.so", LIBRARY).bytes();

    assertThat(broken(Arrays.copyOf(jar, jar.length / 2)))
        .singleElement()
        .asString()
        .startsWith("a.jar malformed: ");
  }

  @Test
  @DisplayName("tells where a jar within a jar is cut off, and what was in it before")
  void nestedTruncated() throws IOException {
    byte[] inner = new Jar().stored("libx.so", LIBRARY).stored("liby.so", LIBRARY).bytes();

    Bundle bundle =
        inspect(
            new Jar()
                .with("in.jar", Arrays.copyOf(inner, LIBRARY.length + 200))
                .with("libz.so", LIBRARY)
                .bytes());

    assertThat(bundle.entries())
        .extracting(BundleEntry::path)
        .containsExactly("a.jar!/in.jar!/libx.so", "a.jar!/libz.so");
    assertThat(BundleInspectorTest.broken(bundle))
        .singleElement()
        .asString()
        .startsWith("a.jar!/in.jar malformed: ");
  }

  @Test
  @DisplayName("tells a wrong checksum, and what the binary is all the same")
  void checksum() throws IOException {
    byte[] jar = new Jar().stored("linux-aarch64/libx.so", LIBRARY).bytes();
    jar[Jar.find(jar, "ELF", 0) + LIBRARY.length - 100] ^= 1;

    assertThat(broken(jar))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("a.jar!/linux-aarch64/libx.so malformed: CRC-32 is "))
        .anyMatch(line -> line.contains(" place: "));
  }

  @Test
  @DisplayName("tells that entries are encrypted")
  void encrypted() throws IOException {
    byte[] jar = new Jar().stored("libx.so", LIBRARY).bytes();
    jar[Jar.find(jar, "PK\3\4", 0) + 6] |= 1;
    jar[Jar.find(jar, "PK\1\2", 0) + 8] |= 1;

    assertThat(broken(jar))
        .singleElement()
        .asString()
        .startsWith("a.jar malformed: ")
        .contains("encrypted");
  }

  @Test
  @DisplayName("takes one of entries with the same name, as class loaders do")
  void duplicates() throws IOException {
    byte[] jar = new Jar().stored("liba.so", LIBRARY).stored("libb.so", LIBRARY).bytes();
    for (int at : new int[] {Jar.find(jar, "libb", 0), Jar.find(jar, "libb", jar.length - 200)}) {
      jar[at + 3] = 'a';
    }

    Bundle bundle = inspect(jar);

    assertThat(bundle.entries()).extracting(BundleEntry::path).containsExactly("a.jar!/liba.so");
  }

  @Test
  @DisplayName("writes nothing where names lead, and gives terminals no orders")
  void names() throws IOException {
    Bundle bundle =
        inspect(
            new Jar()
                .with("../../libx.so", LIBRARY)
                .with("\u001b[2Jlib\u202ey\n.so", LIBRARY)
                .bytes());

    assertThat(bundle.entries())
        .extracting(BundleEntry::path)
        .containsExactly("a.jar!/../../libx.so", "a.jar!/\uFFFD[2Jlib\uFFFDy\uFFFD.so");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("a.jar"));
    }
  }

  @Test
  @DisplayName("stops at a binary that inflates beyond the limit, and looks at the next")
  void bomb() throws IOException {
    byte[] bomb = Arrays.copyOf(LIBRARY, 60_000);

    Bundle bundle = inspect(new Jar().with("bomb.so", bomb).with("libx.so", LIBRARY).bytes());

    assertThat(bundle.entries()).extracting(BundleEntry::path).containsExactly("a.jar!/libx.so");
    assertThat(BundleInspectorTest.broken(bundle))
        .containsExactly(
            "a.jar!/bomb.so malformed: inflates to more than 50000 bytes, which looks like a zip"
                + " bomb: it was not looked at");
  }

  @Test
  @DisplayName("stops altogether where all entries inflate beyond the limit")
  void bombs() throws IOException {
    Jar jar = new Jar();
    for (int i = 0; i < 5; i++) {
      jar.with("lib%d.so".formatted(i), Arrays.copyOf(LIBRARY, 40_000));
    }

    assertThat(broken(jar.bytes()))
        .containsExactly(
            "a.jar malformed: inflates to more than 100000 bytes, which looks like a zip bomb: the"
                + " rest was not looked at");
  }

  @Test
  @DisplayName("counts what is skipped in jars within jars")
  void nestedBomb() throws IOException {
    byte[] inner = new Jar().with("zeros", new byte[10_000_000]).bytes();

    assertThat(broken(new Jar().with("in.jar", inner).bytes()))
        .singleElement()
        .asString()
        .contains("which looks like a zip bomb");
  }

  @Test
  @DisplayName("stops at too many files and at too many jars within one another")
  void counts() throws IOException {
    Jar many = new Jar();
    for (int i = 0; i < 11; i++) {
      many.with("f" + i, new byte[0]);
    }
    byte[] deep = new Jar().with("libx.so", LIBRARY).bytes();
    for (int i = 3; i > 0; i--) {
      deep = new Jar().with(i + ".jar", deep).bytes();
    }

    assertThat(broken(many.bytes()))
        .containsExactly("a.jar malformed: has more than 10 files: the rest was not looked at");
    assertThat(broken(deep))
        .containsExactly(
            "a.jar!/1.jar!/2.jar!/3.jar malformed: lies in more than 2 other archives and was not"
                + " looked into");
  }

  @Test
  @DisplayName("keeps large binaries in a temporary file, which is gone afterwards")
  void large() throws IOException {
    Set<Path> before = temporaryFiles();

    Bundle bundle =
        inspect(new Jar().with("linux-x86-64/libx.so", LIBRARY).with("y.so", LIBRARY).bytes());

    assertThat(LIBRARY).hasSizeGreaterThan(SMALL.memoryBytes());
    assertThat(bundle.entries())
        .extracting(entry -> entry.platform().text())
        .containsExactly("linux x86_64 glibc", "linux x86_64 glibc");
    assertThat(bundle.entries().get(0).size()).isEqualTo(LIBRARY.length);
    Set<Path> added = temporaryFiles();
    added.removeAll(before);
    assertThat(added).allMatch(HostileBundleTest::vanishes);
  }

  private static Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".entry"))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  /** Tests in other JVMs have such files too, for a moment. */
  private static boolean vanishes(Path file) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (Files.exists(file) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return !Files.exists(file);
  }

  private List<String> broken(byte[] jar) throws IOException {
    return BundleInspectorTest.broken(inspect(jar));
  }

  private Bundle inspect(byte[] jar) throws IOException {
    Path file = Files.write(folder.resolve("a.jar"), jar);
    return BundleInspector.inspect(file, CATALOG, SMALL);
  }
}
