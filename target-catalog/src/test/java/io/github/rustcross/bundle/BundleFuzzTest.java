package io.github.rustcross.bundle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.SmallBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Jars of any content. */
@Timeout(20)
class BundleFuzzTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final BundleLimits LIMITS = new BundleLimits(2, 100, 1 << 16, 1 << 20, 1 << 12);
  private static final Path FILE = file();

  static Stream<byte[]> seeds() {
    byte[] library = SmallBinaries.elf(62, 0, "libc.so.6");
    byte[] inner =
        new Jar().with("linux-aarch64/libx.so", library).stored("x.dll", new byte[] {'M'}).bytes();
    byte[] outer =
        new Jar()
            .with("META-INF/MANIFEST.MF", new byte[0])
            .stored("osx-universal/libx.dylib", SmallBinaries.universal())
            .with("in.jar", inner)
            .stored("in2.jar", inner)
            .bytes();
    return Stream.of(inner, outer, Arrays.copyOf(outer, outer.length / 2), library);
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] bytes) {
    try {
      Files.write(FILE, bytes);
      Bundle bundle = BundleInspector.inspect(FILE, CATALOG, LIMITS);
      for (BundleCheck check : bundle.checks()) {
        if (!check.path().startsWith(bundle.name())) {
          throw new AssertionError("finding without place: " + check);
        }
        if (check.path().chars().anyMatch(Character::isISOControl)) {
          throw new AssertionError("order to a terminal: " + check);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("what a file says is no failure to read it", e);
    }
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("bundle", ".jar");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
