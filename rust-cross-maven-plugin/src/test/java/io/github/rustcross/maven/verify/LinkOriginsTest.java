package io.github.rustcross.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import io.github.rustcross.maven.rust.CrateGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program {@code app} links {@code zlib-sys}; {@code other} is in the same workspace. */
@DisplayName("Who brought something in")
class LinkOriginsTest {
  private static final String APP = "path+file:///app#1.0.0";
  private static final String ZLIB = "registry+index#zlib-sys@1.0.0";
  private static final String OTHER = "path+file:///other#1.0.0";

  @TempDir private Path target;
  private Path zlib;
  private Path other;

  @BeforeEach
  void folders() throws IOException {
    zlib = Files.createDirectories(target.resolve("build/zlib-sys-0123456789abcdef/out"));
    other = Files.createDirectories(target.resolve("build/other-0123456789abcdef/out"));
  }

  @Test
  @DisplayName("is the object of a build script's library that has the symbol's name")
  void namesPackageLibraryAndObject() throws IOException {
    archive(zlib.resolve("libz.a"), "inflate.o", "pow");

    assertThat(origins(run(ZLIB, zlib)).ofSymbol("pow"))
        .contains("package zlib-sys brings it in: libz.a(inflate.o)");
    assertThat(origins(run(ZLIB, zlib)).ofSymbol("powf")).isEmpty();
    assertThat(origins(run(ZLIB, zlib)).ofSymbol("ow")).isEmpty();
  }

  @Test
  @DisplayName("is unknown where files of that name are no libraries")
  void noLibrary() throws IOException {
    Files.writeString(zlib.resolve("libz.a"), "\0pow\0");

    assertThat(origins(run(ZLIB, zlib)).ofSymbol("pow")).isEmpty();
  }

  @Test
  @DisplayName("is nobody whose package is not linked, though it was built with the others")
  void whatAnotherProgramLinksIsNotBlamed() throws IOException {
    archive(other.resolve("libother.a"), "other.o", "pow");
    BuildScriptRun unrelated = run(OTHER, other, List.of("static=other", "ssl"), List.of());

    assertThat(origins(unrelated).ofSymbol("pow")).isEmpty();
    assertThat(origins(unrelated).ofLibrary("libssl.so.3")).isEmpty();
  }

  @Test
  @DisplayName("is nothing that an earlier build or another crate left in cargo's target folder")
  void whatAnEarlierBuildLeftIsNotBlamed() throws IOException {
    archive(other.resolve("libz.a"), "inflate.o", "pow");

    assertThat(origins(run(ZLIB, zlib)).ofSymbol("pow")).isEmpty();
  }

  @Test
  @DisplayName("is an object of a library that was brought along and is not built at all")
  void librariesThatWereBroughtAlongAreSearched() throws IOException {
    Path vendor = Files.createDirectories(target.resolve("vendor"));
    archive(vendor.resolve("libz.a"), "deflate.o", "pow");
    BuildScriptRun run =
        run(ZLIB, zlib, List.of("static:+whole-archive=z"), List.of("native=" + vendor));

    assertThat(origins(run).ofSymbol("pow"))
        .contains("package zlib-sys brings it in: libz.a(deflate.o)");
  }

  @Test
  @DisplayName("is a crate where no build script's library has the symbol")
  void librariesOfRustAreSearchedToo() throws IOException {
    Path library = target.resolve("deps/libzlib_sys-0123456789abcdef.rlib");
    Files.createDirectories(library.getParent());
    archive(library, "zlib_sys.rcgu.o", "pow");
    ProducedFile part = new ProducedFile(ZLIB, "zlib_sys", List.of("lib"), List.of(library), false);

    assertThat(new LinkOrigins(inputs(List.of(), List.of(part)).of(APP)).ofSymbol("pow"))
        .contains(
            "crate zlib_sys brings it in: libzlib_sys-0123456789abcdef.rlib(zlib_sys.rcgu.o)");
  }

  @Test
  @DisplayName("is, of a library, the build script that told rustc to link it")
  void namesWhoseBuildScriptLinksALibrary() {
    List<String> linked = List.of("dylib=z", "framework=Security", "crypto", "ssl:renamed");
    LinkOrigins origins = origins(run(ZLIB, zlib, linked, List.of()));

    for (String library :
        List.of("libz.so.1", "libcrypto.so", "libssl.so.3", "/opt/libz.1.dylib")) {
      assertThat(origins.ofLibrary(library))
          .contains("the build script of package zlib-sys links it");
    }
    assertThat(origins.ofLibrary("libzstd.so.1")).isEmpty();
  }

  private static LinkOrigins origins(BuildScriptRun run) {
    return new LinkOrigins(inputs(List.of(run), List.of()).of(APP));
  }

  private static LinkInputs inputs(List<BuildScriptRun> runs, List<ProducedFile> produced) {
    Map<String, CargoPackage> packages = new LinkedHashMap<>();
    packages.put(APP, known(APP, "app", List.of(new Dependency(ZLIB, "normal", ""))));
    packages.put(ZLIB, known(ZLIB, "zlib-sys", List.of()));
    packages.put(OTHER, known(OTHER, "other", List.of()));
    CrateGraph graph =
        new CrateGraph(packages, List.of(APP, OTHER), List.of(APP, OTHER), Path.of("/"));
    return new LinkInputs(graph, runs, produced);
  }

  private static CargoPackage known(String id, String name, List<Dependency> dependencies) {
    return new CargoPackage(
        id,
        name,
        "1.0.0",
        Path.of("/", name, "Cargo.toml"),
        List.of(),
        dependencies,
        Set.of(),
        List.of());
  }

  private static BuildScriptRun run(String owner, Path folder) {
    return run(owner, folder, List.of(), List.of());
  }

  private static BuildScriptRun run(
      String owner, Path folder, List<String> libraries, List<String> searched) {
    return new BuildScriptRun(owner, folder, libraries, searched);
  }

  /** An archive with one member, in which a name stands as in a table of symbols. */
  private static void archive(Path file, String member, String symbol) throws IOException {
    String content = "some other\0" + symbol + "\0";
    String padded = content + (content.length() % 2 == 0 ? "" : "\n");
    Files.writeString(
        file,
        "!<arch>\n%-16s%-12d%-6d%-6d%-8s%-10d`\n%s"
            .formatted(member + "/", 0, 0, 0, "644", content.length(), padded),
        StandardCharsets.ISO_8859_1);
  }
}
