package io.github.rustcross.maven.rust;

import static io.github.rustcross.maven.fixture.Crates.bin;
import static io.github.rustcross.maven.fixture.Crates.build;
import static io.github.rustcross.maven.fixture.Crates.buildScript;
import static io.github.rustcross.maven.fixture.Crates.dev;
import static io.github.rustcross.maven.fixture.Crates.graph;
import static io.github.rustcross.maven.fixture.Crates.lib;
import static io.github.rustcross.maven.fixture.Crates.normal;
import static io.github.rustcross.maven.fixture.Crates.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.Crates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a crate compiles besides Rust")
class ForeignCodeTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final String LINUX = "x86_64-unknown-linux-gnu";
  private static final CargoPackage CC = of("cc", List.of(lib("cc", "lib")));

  @TempDir private Path folder;

  @Test
  @DisplayName("is nothing where no package has a compiler crate as a build dependency")
  void nothing() {
    assertThat(languages(Crates.pureApp(), LINUX)).isEmpty();
    assertThat(languages(graph(1, of("app", List.of(bin("app")), normal("cc")), CC), LINUX))
        .isEmpty();
  }

  @Test
  @DisplayName("is C where a dependency of a dependency uses cc in its build script")
  void transitive() {
    CrateGraph graph =
        graph(
            1,
            of("app", List.of(bin("app")), normal("middle")),
            of("middle", List.of(lib("middle", "lib")), normal("sys")),
            of("sys", List.of(lib("sys", "lib"), buildScript("sys")), build("cc")),
            CC);

    assertThat(languages(graph, LINUX)).containsExactly(Language.C);
  }

  @Test
  @DisplayName("is looked for in circles of dependencies only once")
  void circles() {
    CrateGraph graph =
        graph(
            1,
            of("app", List.of(bin("app")), normal("other")),
            of("other", List.of(lib("other", "lib")), normal("app"), build("cc")),
            CC);

    assertThat(languages(graph, LINUX)).containsExactly(Language.C);
  }

  @Test
  @DisplayName("counts on the targets only for which the dependency is")
  void conditional() {
    CrateGraph graph =
        graph(
            1,
            of(
                "app",
                List.of(bin("app")),
                normal("unix-sys", "cfg(unix)"),
                normal("mac-sys", "aarch64-apple-darwin")),
            of("unix-sys", List.of(lib("unix-sys", "lib")), build("cc")),
            of("mac-sys", List.of(lib("mac-sys", "lib")), build("cxx-build")),
            of("cxx-build", List.of(lib("cxx-build", "lib"))),
            CC);

    assertThat(languages(graph, LINUX)).containsExactly(Language.C);
    assertThat(languages(graph, "aarch64-apple-darwin"))
        .containsExactlyInAnyOrder(Language.C, Language.CXX);
    assertThat(languages(graph, "x86_64-pc-windows-gnu")).isEmpty();
  }

  @Test
  @DisplayName("does not count where it is built for the host: proc-macros, build dependencies")
  void host() {
    CrateGraph graph =
        graph(
            1,
            of("app", List.of(bin("app")), normal("macros"), build("generator")),
            of("macros", List.of(lib("macros", "proc-macro")), normal("sys")),
            of("generator", List.of(lib("generator", "lib")), normal("sys")),
            of("sys", List.of(lib("sys", "lib")), build("cc")),
            CC);

    assertThat(languages(graph, LINUX)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cc::Build::new().file("a.c")               | C
          cc::Build::new().cpp(true).file("a.cc")    | C,CXX
          cc::Build::new().cpp( true )               | C,CXX
          cc::Build::new().cpp(false)                | C
          build.cpp_link_stdlib("c++")               | C,CXX
          println!("cargo:rustc-link-lib=stdc++")    | C,CXX
          println!("cargo:rustc-link-lib=dylib=c++") | C,CXX
          println!("cargo:rustc-link-lib=sqlite3")   | C
          """)
  @DisplayName("is C++ too where the build script shows it")
  void cxxInBuildScript(String line, String expected) throws Exception {
    Path script = Files.writeString(folder.resolve("build.rs"), "fn main() {\n  " + line + "\n}\n");
    CrateGraph graph =
        graph(1, of("app", List.of(bin("app"), buildScript(script)), build("cc")), CC);

    assertThat(languages(graph, LINUX))
        .extracting(Language::name)
        .containsExactlyInAnyOrder(expected.split(","));
  }

  @Test
  @DisplayName("is C and C++ with cmake, whatever the build script says")
  void cmake() {
    CrateGraph graph =
        graph(
            1,
            of("app", List.of(bin("app"), buildScript("app")), build("cmake")),
            of("cmake", List.of(lib("cmake", "lib"))));

    assertThat(languages(graph, LINUX)).containsExactlyInAnyOrder(Language.C, Language.CXX);
  }

  @Test
  @DisplayName("counts what only tests need where tests are built, of the tested packages alone")
  void devDependencies() {
    CrateGraph graph =
        graph(
            1,
            of("app", List.of(bin("app")), dev("harness"), normal("plain")),
            of("harness", List.of(lib("harness", "lib")), build("cc")),
            of("plain", List.of(lib("plain", "lib")), dev("bench")),
            of("bench", List.of(lib("bench", "lib")), build("cmake")),
            CC);

    assertThat(languages(graph, LINUX)).isEmpty();
    assertThat(languages(graph, LINUX, true)).containsExactly(Language.C);
  }

  private static Set<Language> languages(CrateGraph graph, String triple) {
    return languages(graph, triple, false);
  }

  private static Set<Language> languages(CrateGraph graph, String triple, boolean tests) {
    return new ForeignCode(CATALOG.crates(), graph)
        .languages(
            DependencyWalk.of(
                graph, graph.memberPackages(), CATALOG.require(new TargetTriple(triple)), tests));
  }
}
