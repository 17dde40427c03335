package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A toolchain whose launcher starts cargo")
class LauncherTest {
  private static final String GNU = "x86_64-unknown-linux-gnu";
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final FloorRequest ANY_FLOOR = Machine.NO_FLOOR_SAID;
  private static final Needs C = Machine.bin(Language.C);

  private static final ProgramProbe WORKS =
      (program, arguments, pattern) -> new ProgramProbe.Works("4.3.1");
  private static final ProgramProbe NO_DAEMON =
      (program, arguments, pattern) ->
          program.endsWith("docker")
              ? new ProgramProbe.Broken("it ended with exit code 1: Cannot connect")
              : new ProgramProbe.Works("4.3.1");

  private final Machine machine = Machine.debian().withPrograms("apt-get", "podman");

  private static ToolchainRequest container(String... image) {
    return new ToolchainRequest.Named("container", List.of(image).stream().findFirst());
  }

  private static Selected selected(ToolchainSelection selection) {
    assertThat(selection).isInstanceOf(Selected.class);
    return (Selected) selection;
  }

  private static Rejection rejected(ToolchainSelection selection) {
    assertThat(selection).isInstanceOf(Unservable.class);
    assertThat(((Unservable) selection).rejections()).hasSize(1);
    return ((Unservable) selection).rejections().get(0);
  }

  private static Launch launch(Machine machine, String triple, ToolchainRequest request) {
    Selected selected = selected(machine.select(triple, C, ANY_FLOOR, request));
    return machine.environment(triple, selected, Set.of(ArtifactKind.BIN)).launch().orElseThrow();
  }

  @Nested
  @DisplayName("is started by")
  class Engine {
    @Test
    @DisplayName("the first program that is here and answers")
    void passedOver() {
      Selected selected =
          selected(
              machine.withPrograms("docker").select(GNU, C, ANY_FLOOR, container(), NO_DAEMON));

      assertThat(selected.reason()).isEqualTo("named; podman 4.3.1, image rust:1-bookworm");
    }

    @Test
    @DisplayName("none: what each of them says is told, and what installs one")
    void refusing() {
      Machine both = Machine.debian().withPrograms("apt-get", "docker");

      Rejection rejection = rejected(both.select(GNU, C, ANY_FLOOR, container(), NO_DAEMON));

      assertThat(rejection)
          .hasToString(
              "container: /usr/bin/docker does not serve: it ended with exit code 1: Cannot connect;"
                  + " podman is not on PATH");
      assertThat(rejection.remedy().orElseThrow()).endsWith("apt-get install -y podman");
    }

    @Test
    @DisplayName("none where neither is on PATH")
    void absent() {
      Rejection rejection =
          rejected(Machine.debian().select(GNU, C, ANY_FLOOR, container(), WORKS));

      assertThat(rejection.reason()).isEqualTo("docker or podman is not on PATH");
    }

    @Test
    @DisplayName("none on Windows")
    void windows() {
      Machine windows = Machine.of("x86_64-pc-windows-msvc").withPrograms("docker");

      assertThat(rejected(windows.select(GNU, C, ANY_FLOOR, container(), WORKS)).reason())
          .isEqualTo("it serves on linux, macos only");
    }
  }

  @Nested
  @DisplayName("has the image")
  class Images {
    @Test
    @DisplayName("that is named, whatever is in its name")
    void named() {
      Launch launch = launch(machine, ARM, container("acme.example:5000/arm64=gcc:3"));

      assertThat(launch.image())
          .contains(
              new Launch.Image(
                  "acme.example:5000/arm64=gcc:3",
                  List.of("/usr/bin/podman", "image", "inspect", "acme.example:5000/arm64=gcc:3"),
                  List.of("/usr/bin/podman", "pull", "acme.example:5000/arm64=gcc:3")));
      assertThat(launch.command())
          .containsSubsequence("/usr/bin/podman", "acme.example:5000/arm64=gcc:3", "--start");
    }

    @Test
    @DisplayName("of the catalog for this machine's own kind, and no other")
    void bundled() {
      assertThat(launch(machine, GNU, container()).image().orElseThrow().name())
          .isEqualTo("rust:1-bookworm");
      assertThat(rejected(machine.select(ARM, C, ANY_FLOOR, container())))
          .hasToString(
              "container: the catalog has no image for this target here; name one:"
                  + " -Drust.crossToolchain=aarch64-unknown-linux-gnu=container:IMAGE");
      assertThat(
              rejected(machine.select("x86_64-pc-windows-gnu", C, ANY_FLOOR, container())).reason())
          .startsWith("the catalog has no image for this target here");
    }

    @Test
    @DisplayName("that an overlay has for a target, which is then built so by itself")
    void overlaid() {
      String overlay =
          """
          schemaVersion: 1
          targets:
            aarch64-unknown-linux-gnu:
              names: { containerImage: "acme/arm64:3" }
              toolchains: [{ use: container }]
          """;
      Machine company =
          machine.withCatalog(TargetCatalog.load(List.of(new CatalogSource("acme.yaml", overlay))));

      assertThat(launch(company, ARM, Machine.AUTO).image().orElseThrow().name())
          .isEqualTo("acme/arm64:3");
    }
  }

  @Test
  @DisplayName("promises no floor, and takes one that is asked for: what comes out proves it")
  void floors() {
    assertThat(selected(machine.select(GNU, C, ANY_FLOOR, container())).floor()).isEmpty();
    assertThat(selected(machine.select(GNU, C, Machine.atMost("2.31"), container())).floor())
        .map(Object::toString)
        .contains("2.31");
  }

  @Test
  @DisplayName("uses the Rust of this machine where that runs there, and sets nothing else")
  void rust() {
    Machine mac = Machine.of("aarch64-apple-darwin").withPrograms("docker");

    assertThat(launch(machine, GNU, container()).hostRust()).isTrue();
    assertThat(launch(mac, ARM, container()).hostRust()).isFalse();
    Selected selected = selected(machine.select(GNU, C, ANY_FLOOR, container()));
    TargetEnvironment environment = machine.environment(GNU, selected, Set.of(ArtifactKind.BIN));
    assertThat(environment.variables()).isEmpty();
    assertThat(environment.rustflags()).isEmpty();
    assertThat(environment.scripts())
        .extracting(script -> script.path().getFileName().toString())
        .containsExactlyInAnyOrder("run-container.sh", "start-cargo.sh");
  }

  @Test
  @DisplayName("takes what is cargo's of the user's variables, and no programs or folders")
  void variables() {
    Launch launch = launch(machine, GNU, container());

    assertThat(
            List.of(
                "CARGO_PROFILE_RELEASE_LTO",
                "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS",
                "RUST_LOG",
                "RUSTC_BOOTSTRAP",
                "SOURCE_DATE_EPOCH",
                "https_proxy",
                "NO_PROXY"))
        .allMatch(launch::takes);
    assertThat(
            List.of(
                "PATH",
                "HOME",
                "CC",
                "HOST_CC",
                "CC_x86_64_unknown_linux_gnu",
                "CARGO_HOME",
                "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER",
                "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER",
                "CARGO_BUILD_RUSTC_WRAPPER",
                "RUSTC_WRAPPER",
                "RUSTUP_TOOLCHAIN",
                "MY_CARGO_"))
        .noneMatch(launch::takes);
  }

  @Test
  @DisplayName("may be anything: a sandbox of a company, without an image")
  void sandbox() {
    String overlay =
        """
        schemaVersion: 1
        toolchains:
          sandbox:
            description: ours
            argument: its name
            compiles: [c]
            links: [c]
            glibcFloor: measured
            anyTarget: true
            launcher:
              program: { find: [{ name: acme-sandbox }] }
              version: { arguments: [--version], pattern: '([0-9.]+)', atLeast: "5.0" }
              command: ["{script:in.sh}", "{program}", "{argument}", "--for={triple}"]
              scripts: { in.sh: "exec \\"$@\\"" }
        """;
    Machine company =
        machine
            .withCatalog(TargetCatalog.load(List.of(new CatalogSource("acme.yaml", overlay))))
            .withPrograms("acme-sandbox");
    ToolchainRequest request = new ToolchainRequest.Named("sandbox", Optional.of("blue"));

    assertThat(rejected(company.select(ARM, C, ANY_FLOOR, request)).reason())
        .isEqualTo("/usr/bin/acme-sandbox is version 4.3.1, at least 5.0 is needed");
    Selected selected =
        selected(
            company.select(
                ARM, C, ANY_FLOOR, request, (p, a, pattern) -> new ProgramProbe.Works("5.1")));
    Launch launch =
        company.environment(ARM, selected, Set.of(ArtifactKind.BIN)).launch().orElseThrow();
    assertThat(launch.image()).isEmpty();
    assertThat(launch.command().get(0)).endsWith("/in.sh");
    assertThat(launch.command().subList(1, 4))
        .containsExactly("/usr/bin/acme-sandbox", "blue", "--for=" + ARM);
    assertThat(launch.hostRust()).isFalse();
  }
}
