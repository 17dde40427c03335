package io.github.rustcross.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.SmallBinaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Targets that a jar has to serve")
class ExpectationsTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final String GNU = "x86_64-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";

  @TempDir Path folder;

  @Test
  @DisplayName("are all there, and nothing else is")
  void complete() throws IOException {
    Jar jar =
        new Jar()
            .with("libx.so", SmallBinaries.versioned("libc.so.6", "GLIBC_2.17"))
            .with("musl/libx.so", SmallBinaries.elf(62, 0, "libc.musl-x86_64.so.1"))
            .with("libx.dylib", SmallBinaries.universal());

    assertThat(
            broken(
                jar,
                expected(GNU, "2.17"),
                expected(MUSL, null),
                expected("aarch64-apple-darwin", null),
                expected("universal2-apple-darwin", null)))
        .isEmpty();
  }

  @Test
  @DisplayName("are told where one was forgotten, and where another is in the jar")
  void forgotten() throws IOException {
    Jar jar =
        new Jar()
            .with("libx.so", SmallBinaries.elf(62, 0, "libc.so.6"))
            .with("x.dll", SmallBinaries.fixture("pe-i686.dll"));

    assertThat(broken(jar, expected(GNU, null), expected(MUSL, null)))
        .containsExactly(
            "a.jar!/x.dll coverage: windows x86, not " + GNU + ", " + MUSL,
            "all files coverage: nothing for " + MUSL + ", not a binary for it");
  }

  @Test
  @DisplayName("say which symbols are newer than their glibc")
  void floor() throws IOException {
    Jar jar = new Jar().with("libx.so", SmallBinaries.fixture("elf-x86_64-jni.so"));

    assertThat(broken(jar, expected(GNU, "2.0")))
        .singleElement()
        .asString()
        .startsWith("a.jar!/libx.so glibc: 2.")
        .endsWith(", not 2.0 or older");
    assertThat(checks(jar, expected(GNU, "2.0")))
        .filteredOn(check -> check.check().isBroken())
        .singleElement()
        .satisfies(check -> assertThat(check.check().words().get("symbols")).contains("@GLIBC_2."));
  }

  @Test
  @DisplayName("are no matter where none are named")
  void none() throws IOException {
    assertThat(checks(new Jar().with("x.so", SmallBinaries.elf(62, 0)))).isEmpty();
  }

  private static Expectation expected(String triple, String floor) {
    return new Expectation(
        CATALOG.require(new TargetTriple(triple)),
        Optional.ofNullable(floor).flatMap(GlibcVersion::parse));
  }

  private List<BundleCheck> checks(Jar jar, Expectation... expected) throws IOException {
    Bundle bundle = BundleInspector.inspect(jar.in(folder), CATALOG);
    return new Expectations(List.of(expected)).check(List.of(bundle), "all files");
  }

  private List<String> broken(Jar jar, Expectation... expected) throws IOException {
    return BundleInspectorTest.broken(new Bundle("", true, List.of(), checks(jar, expected)));
  }
}
