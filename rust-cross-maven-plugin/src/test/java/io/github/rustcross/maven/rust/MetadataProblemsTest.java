package io.github.rustcross.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A crate that the real cargo cannot read")
class MetadataProblemsTest {
  private static final HostSystem HOST = new HostSystem();
  private static final String PACKAGE =
      "[package]\nname = \"app\"\nversion = \"1.0.0\"\nedition = \"2021\"\n";

  @TempDir private Path folder;
  private Path manifest;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(HOST.program("cargo").isPresent(), "needs cargo on PATH");
    manifest = folder.toRealPath().resolve("Cargo.toml");
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/main.rs"), "fn main() {}\n");
  }

  @Test
  @DisplayName("is told with cargo's own words, with line and column")
  void broken() throws Exception {
    Files.writeString(manifest, PACKAGE + "x = = 1\n");

    Problem problem = refused();

    assertThat(problem.code()).isEqualTo(ProblemCode.MANIFEST_INVALID);
    assertThat(problem.message())
        .startsWith("cargo cannot read " + manifest + ":\nerror: ")
        .contains("Cargo.toml:5:5");
  }

  @Test
  @DisplayName("for a Cargo.lock that would change is told with the command that brings it up")
  void locked() throws Exception {
    Files.createDirectories(folder.resolve("part/src"));
    Files.writeString(folder.resolve("part/src/lib.rs"), "");
    Files.writeString(folder.resolve("part/Cargo.toml"), PACKAGE.replace("app", "part"));
    Files.writeString(manifest, PACKAGE + "[workspace]\n");
    read("--offline");
    Files.writeString(
        manifest, PACKAGE + "[dependencies]\npart = { path = \"part\" }\n[workspace]\n");

    Problem problem = refused("--locked", "--offline");

    assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_OUTDATED);
    assertThat(problem.message())
        .startsWith("Cargo.lock of " + manifest + " is not up to date, and rust.locked is set:\n")
        .contains("--locked was passed");
    assertThat(problem.suggestion())
        .contains(
            "Run: cargo update --workspace --manifest-path "
                + manifest
                + ", and commit Cargo.lock; or leave -Drust.locked out.");
  }

  @Test
  @DisplayName("for a dependency that was never downloaded, offline, is told with how to get it")
  void offline() throws Exception {
    Files.writeString(manifest, PACKAGE + "[dependencies]\nno-such-crate-anywhere = \"1\"\n");

    Problem problem = refused("--offline");

    assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_MISSING);
    assertThat(problem.message())
        .startsWith("a dependency of " + manifest + " is not downloaded, and Maven is offline:\n")
        .contains("no-such-crate-anywhere");
    assertThat(problem.suggestion())
        .contains("Run once without -o, or: cargo fetch --manifest-path " + manifest);
  }

  @Test
  @DisplayName("for a dependency that cargo had chosen but never downloaded is told the same")
  void notDownloaded() {
    assertThat(
            MetadataProblems.of(
                    Path.of("Cargo.toml"),
                    List.of("--offline"),
                    "",
                    """
                        Locking 1 package to latest compatible version
                    error: failed to download `fnv v1.0.7`

                    Caused by:
                      attempting to make an HTTP request, but --offline was specified
                    """)
                .message())
        .isEqualTo(
            """
            a dependency of Cargo.toml is not downloaded, and Maven is offline:
            error: failed to download `fnv v1.0.7`
            Caused by:
              attempting to make an HTTP request, but --offline was specified\
            """);
  }

  @Test
  @DisplayName("for a target that rustc does not know is told with the target")
  void unknownToRustc() throws Exception {
    Files.writeString(manifest, PACKAGE);

    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    new CargoMetadata(new ProcessRunner())
                        .read(commands(), manifest, List.of("no-such-target"), List.of()))
            .problems()
            .get(0);

    assertThat(problem)
        .isEqualTo(
            Problem.of(
                ProblemCode.TARGET_UNSUPPORTED,
                "this rustc does not know the target no-such-target",
                "Choose another rustc with -Drust.channel=stable or run: rustup update. Or leave"
                    + " the target out."));
  }

  @Test
  @DisplayName("tells what it declares as far as it can be read by itself")
  void workspace() throws Exception {
    Files.writeString(
        manifest,
        PACKAGE
            + """
            [features]
            fast = ["dep:hidden"]

            [dependencies]
            shown = { version = "1", optional = true }
            hidden = { version = "1", optional = true }
            renamed = { version = "1", package = "other" }
            """);

    Workspace workspace = new CargoMetadata(new ProcessRunner()).workspace(commands(), manifest);

    assertThat(workspace.graph().workspaceRoot()).isEqualTo(manifest.getParent());
    assertThat(workspace.features().values())
        .singleElement()
        .satisfies(
            features -> assertThat(features.names()).containsExactlyInAnyOrder("fast", "shown"))
        .satisfies(
            features ->
                assertThat(features.dependencies())
                    .containsExactlyInAnyOrder("shown", "hidden", "renamed"));
  }

  @Test
  @DisplayName("has the profiles of cargo, of its workspace, of configuration and of variables")
  void profiles() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path config = Files.createDirectories(folder.resolve(".cargo")).resolve("config.toml");
    Files.writeString(manifest, PACKAGE + "[profile.dist]\ninherits = \"release\"\n");
    Files.writeString(config, "[profile.small]\ninherits = \"release\"\n");

    assertThat(
            Profiles.known(
                "tiny-er",
                folder,
                folder,
                home,
                Map.of("CARGO_PROFILE_TINY_ER_INHERITS", "release")))
        .hasValueSatisfying(
            names ->
                assertThat(names)
                    .containsExactly(
                        "bench", "dev", "dist", "release", "small", "test", "tiny-er"));

    Files.writeString(config, "include = [\"other.toml\"]\n");
    assertThat(Profiles.known("x", folder, folder, home, Map.of())).isEmpty();
    Files.writeString(config, "= not TOML");
    assertThat(Profiles.known("x", folder, folder, home, Map.of())).isEmpty();
    assertThat(Profiles.known("dev", folder, folder, home, Map.of())).isPresent();
  }

  private Problem refused(String... arguments) {
    return catchThrowableOfType(ProblemException.class, () -> read(arguments)).problems().get(0);
  }

  private CrateGraph read(String... arguments) throws ProblemException {
    return new CargoMetadata(new ProcessRunner())
        .read(commands(), manifest, List.of(), List.of(arguments));
  }

  private RustCommands commands() {
    return new RustCommands(folder, HOST.environment(), Optional.empty());
  }
}
