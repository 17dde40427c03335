package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoConfig.ConfiguredRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cargo's own configuration")
class CargoConfigTest {
  @TempDir private Path folder;
  private Path crate;
  private Path cargoHome;

  @BeforeEach
  void prepare() throws IOException {
    crate = Files.createDirectories(folder.resolve("workspace/crate"));
    cargoHome = Files.createDirectories(folder.resolve("cargo-home"));
  }

  @Test
  @DisplayName("may be missing")
  void missing() throws Exception {
    assertThat(read(Map.of()).targets()).isEmpty();
    assertThat(read(Map.of()).rustflags()).isEmpty();
  }

  @Test
  @DisplayName("has build.target as a text or as a list")
  void target() throws Exception {
    write("workspace/crate/.cargo/config.toml", "build.target = \"a-b\"\n");
    assertThat(read(Map.of()).targets()).containsExactly("a-b");

    write("workspace/crate/.cargo/config.toml", "[build]\ntarget = [\"a-b\", \"c-d\"]\n");
    assertThat(read(Map.of()).targets()).containsExactly("a-b", "c-d");
  }

  @Test
  @DisplayName("has the nearest build.target, which CARGO_BUILD_TARGET overrides")
  void nearestTarget() throws Exception {
    write("cargo-home/config.toml", "[build]\ntarget = \"home\"\n");
    assertThat(read(Map.of()).targets()).containsExactly("home");

    write("workspace/.cargo/config.toml", "[build]\ntarget = \"workspace\"\n");
    assertThat(read(Map.of()).targets()).containsExactly("workspace");

    write("workspace/crate/.cargo/config.toml", "[build]\ntarget = \"crate\"\n");
    assertThat(read(Map.of()).targets()).containsExactly("crate");
    assertThat(read(Map.of("CARGO_BUILD_TARGET", "variable")).targets())
        .containsExactly("variable");
    assertThat(read(Map.of("CARGO_BUILD_TARGET", "")).targets()).containsExactly("crate");
  }

  @Test
  @DisplayName("has the build.rustflags of all files, the nearest last, as cargo joins them")
  void flagsOfAllFiles() throws Exception {
    write("cargo-home/config.toml", "[build]\nrustflags = \"-Chome  -Cmore\"\n");
    write("workspace/.cargo/config.toml", "[build]\nrustflags = [\"--cfg\", \"x=\\\"a b\\\"\"]\n");
    write("workspace/crate/.cargo/config.toml", "[build]\nrustflags = [\"-Ccrate\"]\n");

    assertThat(read(Map.of()).rustflags())
        .containsExactly("-Chome", "-Cmore", "--cfg", "x=\"a b\"", "-Ccrate");
  }

  @Test
  @DisplayName("has the flags of variables behind those of files")
  void flagsOfVariables() throws Exception {
    write("workspace/crate/.cargo/config.toml", "[build]\nrustflags = [\"-Ccrate\"]\n");

    assertThat(read(Map.of("RUSTFLAGS", "  -Cone -Ctwo ")).rustflags())
        .containsExactly("-Ccrate", "-Cone", "-Ctwo");
    assertThat(read(Map.of("CARGO_BUILD_RUSTFLAGS", "-Cbuild")).rustflags())
        .containsExactly("-Ccrate", "-Cbuild");
  }

  @Test
  @DisplayName("has encoded flags, whose spaces are theirs, instead of RUSTFLAGS")
  void encodedFlags() throws Exception {
    assertThat(
            read(Map.of(
                    "CARGO_ENCODED_RUSTFLAGS", "--cfg\u001fx=\"a b\"\u001f-Clast",
                    "RUSTFLAGS", "-Cignored"))
                .rustflags())
        .containsExactly("--cfg", "x=\"a b\"", "-Clast");
  }

  @Test
  @DisplayName("is read from the old file name too, which wins beside the new one")
  void oldName() throws Exception {
    write("workspace/.cargo/config", "[build]\ntarget = \"old\"\n");
    assertThat(read(Map.of()).targets()).containsExactly("old");

    write("workspace/.cargo/config.toml", "[build]\ntarget = \"new\"\n");
    assertThat(read(Map.of()).targets()).containsExactly("old");
  }

  @Test
  @DisplayName("of cargo's home is not read twice where the crate lies below it")
  void homeAbove() throws Exception {
    cargoHome = folder.resolve("workspace/.cargo");
    write("workspace/.cargo/config.toml", "[build]\nrustflags = [\"-Conce\"]\n");

    assertThat(read(Map.of()).rustflags()).containsExactly("-Conce");
  }

  @Test
  @DisplayName(
      "has runners as text or list, the nearest first, paths relative to the file's folder")
  void runners() throws Exception {
    write(
        "cargo-home/config.toml",
        "[target.a-b-c]\nrunner = [\"far\", \"x y\"]\n"
            + "[target.d-e-f]\nrunner = [\"./tools/run\", \"x y\"]\n"
            + "[target.g-h-i]\nrunner = \"\"\nlinker = \"cc\"\n");
    write(
        "workspace/.cargo/config.toml",
        "[target.a-b-c]\nrunner = \"tools/near  -v\"\n"
            + "[target.'cfg(unix)']\nrunner = \"/bin/env\"\n");

    assertThat(read(Map.of()).runners())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a-b-c",
                new ConfiguredRunner(
                    List.of(folder.resolve("workspace/tools/near").toString(), "-v"), true),
                "d-e-f",
                new ConfiguredRunner(
                    List.of(folder.resolve("./tools/run").toString(), "x y"), false),
                "cfg(unix)",
                new ConfiguredRunner(List.of("/bin/env"), true)));
  }

  @Test
  @DisplayName("has the nearest build.rustdoc, which CARGO_BUILD_RUSTDOC overrides")
  void rustdoc() throws Exception {
    assertThat(read(Map.of()).rustdoc()).isEmpty();
    write("cargo-home/config.toml", "[build]\nrustdoc = \"rustdoc-of-home\"\n");
    assertThat(read(Map.of()).rustdoc()).contains("rustdoc-of-home");

    write("workspace/crate/.cargo/config.toml", "[build]\nrustdoc = \"tools/rustdoc\"\n");
    assertThat(read(Map.of()).rustdoc())
        .contains(folder.resolve("workspace/crate/tools/rustdoc").toString());
    assertThat(read(Map.of("CARGO_BUILD_RUSTDOC", "/own")).rustdoc()).contains("/own");
    assertThat(read(Map.of("CARGO_BUILD_RUSTDOC", "")).rustdoc()).isPresent();
  }

  @Test
  @DisplayName("is refused with its path where it is no TOML")
  void broken() throws Exception {
    Path file = write("workspace/crate/.cargo/config.toml", "[build\n");

    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> read(Map.of())).problems().get(0);

    assertThat(problem.code()).isEqualTo(ProblemCode.MANIFEST_INVALID);
    assertThat(problem.message()).startsWith(file + " cannot be read: ");
  }

  @Test
  @DisplayName("is known by its files, and by the folders that they have crates in")
  void files() throws Exception {
    Path near =
        write(
            "workspace/.cargo/config.toml",
            """
            [source.crates-io]
            replace-with = "vendored"
            [source.vendored]
            directory = "third-party/vendor"
            """);
    Path far =
        write("cargo-home/config.toml", "[source.local]\nlocal-registry = \"/srv/crates\"\n");

    CargoConfig config = read(Map.of());

    assertThat(config.files()).containsExactly(near, far);
    assertThat(config.sources())
        .containsExactly(folder.resolve("workspace/third-party/vendor"), Path.of("/srv/crates"));
  }

  @Test
  @DisplayName("has its variables, and libraries whose build scripts it replaces; the nearest wins")
  void natives() throws Exception {
    write(
        "workspace/.cargo/config.toml",
        """
        [env]
        OPENSSL_DIR = "/near/ssl"
        PQ_LIB_DIR = { value = "pq", relative = true }
        [target.aarch64-unknown-linux-gnu]
        linker = "ld"
        [target.aarch64-unknown-linux-gnu.openssl]
        rustc-link-lib = ["ssl", "crypto"]
        [target.'cfg(unix)']
        rustflags = ["-L/opt/lib"]
        """);
    write("cargo-home/config.toml", "[env]\nOPENSSL_DIR = '/far/ssl'\n");

    CargoConfig config = read(Map.of());

    assertThat(config.variables())
        .containsOnly(Map.entry("OPENSSL_DIR", "/near/ssl"), Map.entry("PQ_LIB_DIR", "pq"));
    assertThat(config.overrides())
        .containsOnly(
            Map.entry("aarch64-unknown-linux-gnu", Set.of("openssl")),
            Map.entry("cfg(unix)", Set.of(CargoConfig.FLAGS)));
  }

  private CargoConfig read(Map<String, String> environment) throws ProblemException {
    return CargoConfig.read(crate, cargoHome, environment);
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
