package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoPackage.CargoTarget;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The graph of a workspace, as the real cargo tells it,")
class CargoMetadataTest {
  private static final HostSystem HOST = new HostSystem();
  private static final List<String> PLATFORMS =
      List.of("x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu");

  @TempDir private static Path workspace;

  @BeforeAll
  static void write() throws IOException {
    assumeTrue(HOST.program("cargo").isPresent(), "needs cargo on PATH");
    file(
        "Cargo.toml",
        """
        [workspace]
        members = ["app", "engine", "sys", "macros", "builder", "wasi"]
        default-members = ["app", "engine"]
        resolver = "2"
        """);
    crate(
        "app",
        """
        [features]
        default = ["fast"]
        fast = []
        admin = []

        [[bin]]
        name = "app"
        path = "src/main.rs"

        [[bin]]
        name = "admin-tool"
        path = "src/main.rs"
        required-features = ["admin"]

        [dependencies]
        engine = { path = "../engine" }
        macros = { path = "../macros" }

        [target.'cfg(windows)'.dependencies]
        sys = { path = "../sys" }

        [target.wasm32-wasip1.dependencies]
        wasi = { path = "../wasi" }

        [dev-dependencies]
        builder = { path = "../builder" }
        """);
    file("app/src/main.rs", "fn main() {}\n");
    crate("engine", "[lib]\ncrate-type = [\"cdylib\", \"rlib\"]\n");
    crate("sys", "[build-dependencies]\nbuilder = { path = \"../builder\" }\n");
    file("sys/build.rs", "fn main() {}\n");
    crate("macros", "[lib]\nproc-macro = true\n");
    crate("builder", "");
    crate("wasi", "");
  }

  @Test
  @DisplayName("has its members, and of a virtual manifest the default ones")
  void members() throws Exception {
    CrateGraph graph = read("Cargo.toml");

    assertThat(graph.workspaceRoot()).isEqualTo(workspace.toRealPath());
    assertThat(graph.memberPackages())
        .extracting(CargoPackage::name)
        .containsExactlyInAnyOrder("app", "engine", "sys", "macros", "builder", "wasi");
    assertThat(names(graph, graph.defaultMembers())).containsExactlyInAnyOrder("app", "engine");
  }

  @Test
  @DisplayName("has the one package whose manifest is asked for")
  void onePackage() throws Exception {
    CrateGraph graph = read("engine/Cargo.toml");

    assertThat(names(graph, graph.defaultMembers())).containsExactly("engine");
  }

  @Test
  @DisplayName("has the parts of a package with their kinds and features")
  void parts() throws Exception {
    CrateGraph graph = read("Cargo.toml");

    assertThat(find(graph, "app").targets())
        .extracting(CargoTarget::name, CargoTarget::kinds, CargoTarget::requiredFeatures)
        .containsExactlyInAnyOrder(
            tuple("app", List.of("lib"), List.of()),
            tuple("app", List.of("bin"), List.of()),
            tuple("admin-tool", List.of("bin"), List.of("admin")));
    assertThat(find(graph, "engine").targets())
        .singleElement()
        .returns(List.of("cdylib", "rlib"), CargoTarget::kinds);
    assertThat(find(graph, "sys").targets())
        .filteredOn(part -> part.kinds().contains("custom-build"))
        .singleElement()
        .returns(workspace.toRealPath().resolve("sys/build.rs"), CargoTarget::source);
    assertThat(find(graph, "macros").isProcMacro()).isTrue();
    assertThat(find(graph, "engine").isProcMacro()).isFalse();
  }

  @Test
  @DisplayName(
      "has dependencies with their conditions, told apart by who needs them, without other platforms")
  void dependencies() throws Exception {
    CrateGraph graph = read("Cargo.toml");

    assertThat(find(graph, "app").dependencies())
        .containsExactlyInAnyOrder(
            new Dependency(find(graph, "engine").id(), "normal", ""),
            new Dependency(find(graph, "macros").id(), "normal", ""),
            new Dependency(find(graph, "sys").id(), "normal", "cfg(windows)"),
            new Dependency(find(graph, "builder").id(), "dev", ""));
    assertThat(find(graph, "sys").dependencies())
        .containsExactly(new Dependency(find(graph, "builder").id(), "build", ""));
  }

  @Test
  @DisplayName("has the features that are on")
  void features() throws Exception {
    assertThat(find(read("Cargo.toml"), "app").features())
        .containsExactlyInAnyOrder("default", "fast");
    assertThat(
            find(read("app/Cargo.toml", "--no-default-features", "--features", "admin"), "app")
                .features())
        .containsExactly("admin");
  }

  @Test
  @DisplayName("is refused with what cargo says where a manifest is wrong")
  void broken() throws Exception {
    Path broken = file("broken/Cargo.toml", "[package]\nname = 1\n");

    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> read("broken/Cargo.toml"))
            .problems()
            .get(0);

    assertThat(problem.code()).isEqualTo(ProblemCode.MANIFEST_INVALID);
    assertThat(problem.message())
        .startsWith("cargo cannot read " + broken + ":\n")
        .contains("invalid type");
  }

  @Test
  @DisplayName("is refused where cargo cannot be started")
  void noCargo() {
    RustCommands nowhere =
        new RustCommands(workspace.resolve("gone"), HOST.environment(), Optional.empty());

    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    new CargoMetadata(new ProcessRunner())
                        .read(nowhere, workspace.resolve("Cargo.toml"), List.of(), List.of()))
            .problems()
            .get(0);

    assertThat(problem.code()).isEqualTo(ProblemCode.CARGO_MISSING);
    assertThat(problem.message()).startsWith("'cargo' cannot be started: ");
  }

  private static CrateGraph read(String manifest, String... arguments) throws ProblemException {
    return new CargoMetadata(new ProcessRunner())
        .read(
            new RustCommands(workspace, HOST.environment(), Optional.empty()),
            workspace.resolve(manifest),
            PLATFORMS,
            Stream.concat(Stream.of("--offline"), Stream.of(arguments)).toList());
  }

  private static CargoPackage find(CrateGraph graph, String name) {
    return graph.packages().values().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(CrateGraph graph, List<String> ids) {
    return ids.stream().map(id -> graph.packages().get(id).name()).toList();
  }

  private static void crate(String name, String more) throws IOException {
    file(
        name + "/Cargo.toml",
        "[package]\nname = \"%s\"\nversion = \"1.0.0\"\nedition = \"2021\"\n\n%s"
            .formatted(name, more));
    file(name + "/src/lib.rs", "");
  }

  private static Path file(String path, String text) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
