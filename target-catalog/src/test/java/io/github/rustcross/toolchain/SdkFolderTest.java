package io.github.rustcross.toolchain;

import static io.github.rustcross.toolchain.Machine.AUTO;
import static io.github.rustcross.toolchain.Machine.bin;
import static io.github.rustcross.toolchain.Machine.cdylib;
import static io.github.rustcross.toolchain.Machine.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** All of it is said by an overlay: no Java knows the toolchain. */
@DisplayName("A toolchain that lives in a folder")
class SdkFolderTest {
  private static final String GNU = "aarch64-unknown-linux-gnu";
  private static final String HOST = "x86_64-unknown-linux-gnu";

  private static final String OVERLAY =
      """
      schemaVersion: 1
      toolchains:
        acme:
          description: ACME's SDK
          argument: the SDK's folder, such as /opt/acme
          hosts: [linux, macos-aarch64, windows]
          hints: [ACME's SDK comes on a disk.]
          folder:
            description: an ACME SDK
            find: ["{argument}", "{env:ACME_SDK}", "{env:ACME_HOME}/sdk", "{home}/acme-*", "/opt/acme-*"]
            has: ["bin/{gnu}-*-cc{exe}"]
            parts: { libraries: "lib/v*", nothing: none }
          path: ["{folder}/bin"]
          libraryPath: ["{folder}/lib"]
          linkPaths: ["{folder:libraries}", "/usr/lib/acme/{gnu}/*"]
          compiles: [c]
          links: [c]
          glibcFloor: none
          programs:
            cc:
              find: [{ name: "{folder}/bin/{gnu}-*-cc{exe}" }]
              arguments: ["--for={gnu}", "--not={folder:nothing?}"]
              environment: { ACME_PLACE: "{folder}" }
            linker: { find: [{ name: "{folder}/bin/{gnu}-*-ld{exe}" }], name: "{gnu}-link-cc" }
            ar: { find: [{ name: acme-ar }] }
          rustflags: { bin: [-Clink-arg=--program], cdylib: ["-Clink-arg=--library={folder}"] }
          install: { apt: [acme-installer] }
      targets:
        aarch64-unknown-linux-gnu: { toolchains: [{ use: acme }] }
      """;

  private final Machine bare = machine(HOST, OVERLAY);

  private static Machine machine(String host, String overlay) {
    return Machine.of(host, "apt-get")
        .withCatalog(TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", overlay))))
        .withVariable("HOME", "/home/me");
  }

  /** The files of an SDK whose programs have these versions. */
  private static Machine with(Machine machine, String folder, String... versions) {
    Machine equipped = machine;
    for (String version : versions) {
      String program = folder + "/bin/aarch64-linux-gnu-" + version;
      equipped = equipped.withFiles(program + "-cc", program + "-ld");
    }
    return equipped;
  }

  @Nested
  @DisplayName("takes")
  class Takes {
    @Test
    @DisplayName("the newest of what its patterns stand for, and says which and why")
    void newest() {
      Machine machine =
          with(bare, "/opt/acme-9.1", "9.1").withFiles("/opt/acme-10.0-incomplete/readme");
      machine = with(machine, "/opt/acme-9.11", "3.9", "3.11.2", "3.11");
      machine =
          machine.withFiles(
              "/opt/acme-9.11/lib/v9/libc.a",
              "/opt/acme-9.11/lib/v12/libc.a",
              "/usr/lib/acme/aarch64-linux-gnu/11/libgcc.a",
              "/usr/lib/acme/aarch64-linux-gnu/12/libgcc.a");

      TargetEnvironment environment = environment(machine, AUTO, ArtifactKind.BIN);

      assertThat(environment.found())
          .extracting(found -> found.what() + " " + found.path() + " by " + found.how())
          .containsExactly(
              "folder /opt/acme-9.11 by /opt/acme-*",
              "cc /opt/acme-9.11/bin/aarch64-linux-gnu-3.11.2-cc"
                  + " by /opt/acme-9.11/bin/aarch64-linux-gnu-*-cc",
              "linker /opt/acme-9.11/bin/aarch64-linux-gnu-3.11.2-ld"
                  + " by /opt/acme-9.11/bin/aarch64-linux-gnu-*-ld");
      assertThat(environment.rustflags())
          .extracting(Setting::value)
          .containsExactly(
              "-Lnative=/opt/acme-9.11/lib/v12",
              "-Lnative=/usr/lib/acme/aarch64-linux-gnu/12",
              "-Clink-arg=--program");
    }

    @Test
    @DisplayName("what the user writes behind its name before all else")
    void argument() {
      Machine machine = with(bare.withVariable("ACME_SDK", "/gone"), "/my sdk", "1");

      assertThat(folder(machine, named("acme", "/my sdk")))
          .isEqualTo("/my sdk by rust.crossToolchain");
    }

    @Test
    @DisplayName("what a variable names, then places that are usual, each where it is complete")
    void order() {
      Machine machine = with(with(bare, "/opt/acme-1", "1"), "/home/me/acme-1", "1");

      assertThat(folder(machine, AUTO)).isEqualTo("/home/me/acme-1 by /home/me/acme-*");
      machine = with(machine.withVariable("ACME_HOME", "/srv"), "/srv/sdk", "1");
      assertThat(folder(machine, AUTO)).isEqualTo("/srv/sdk by /srv/sdk");
      machine = with(machine.withVariable("ACME_SDK", "/sdk"), "/sdk", "1");
      assertThat(folder(machine, AUTO)).isEqualTo("/sdk by ACME_SDK");
    }

    @Test
    @DisplayName("its folders in front of those of its own programs alone, inside scripts")
    void scripts() {
      Machine machine = with(bare, "/opt/acme-1", "3.2").withPrograms("acme-ar");

      TargetEnvironment environment = environment(machine, AUTO, ArtifactKind.BIN);

      Map<String, String> scripts =
          environment.scripts().stream()
              .collect(
                  Collectors.toMap(
                      script -> script.path().getFileName().toString(), WrapperScript::content));
      String inFront =
          """
          #!/bin/sh
          export LD_LIBRARY_PATH=/opt/acme-1/lib"${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
          export PATH=/opt/acme-1/bin"${PATH:+:$PATH}"
          """;
      assertThat(scripts)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "aarch64-linux-gnu-3.2-cc",
                  inFront
                      + "export ACME_PLACE=/opt/acme-1\n"
                      + "exec /opt/acme-1/bin/aarch64-linux-gnu-3.2-cc --for=aarch64-linux-gnu"
                      + " \"$@\"\n",
                  "aarch64-linux-gnu-link-cc",
                  inFront + "exec /opt/acme-1/bin/aarch64-linux-gnu-3.2-ld \"$@\"\n",
                  "acme-ar",
                  inFront + "exec /usr/bin/acme-ar \"$@\"\n"));
      assertThat(environment.variables().keySet())
          .containsExactly(
              "CC_aarch64_unknown_linux_gnu",
              "AR_aarch64_unknown_linux_gnu",
              "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER");
    }

    @Test
    @DisplayName("the flags of the artifacts that are linked")
    void flagsByKind() {
      Machine machine = with(bare, "/opt/acme-1", "3.2");

      assertThat(environment(machine, AUTO, ArtifactKind.CDYLIB).rustflags())
          .extracting(Setting::value)
          .containsExactly("-Clink-arg=--library=/opt/acme-1");
      assertThat(environment(machine, AUTO, ArtifactKind.STATICLIB).rustflags()).isEmpty();
    }

    @Test
    @DisplayName("other loader variables on macOS, batch files and .exe on Windows")
    void otherHosts() {
      Machine macos = with(machine("aarch64-apple-darwin", OVERLAY), "/opt/acme-1", "1");
      assertThat(environment(macos, AUTO, ArtifactKind.BIN).scripts().get(0).content())
          .contains("export DYLD_LIBRARY_PATH=/opt/acme-1/lib");

      Machine windows =
          machine("x86_64-pc-windows-msvc", OVERLAY)
              .withVariable("ACME_SDK", "C:\\acme sdk")
              .withFiles(
                  "C:\\acme sdk\\bin\\aarch64-linux-gnu-1-cc.exe",
                  "C:\\acme sdk\\bin\\aarch64-linux-gnu-1-ld.exe");
      WrapperScript script = environment(windows, AUTO, ArtifactKind.BIN).scripts().get(1);
      assertThat(script.path().getFileName()).hasToString("aarch64-linux-gnu-link-cc.bat");
      assertThat(script.content())
          .contains(
              "set \"PATH=C:\\acme sdk/bin;C:\\acme sdk/lib;%PATH%\"",
              "\"C:\\acme sdk\\bin\\aarch64-linux-gnu-1-ld.exe\" %*");
    }
  }

  @Nested
  @DisplayName("does not serve")
  class Rejected {
    @Test
    @DisplayName("where there is none, and says where it looked, how to say it, and its hints")
    void nowhere() {
      Rejection rejection = rejection(bare, AUTO);

      assertThat(rejection.reason())
          .isEqualTo(
              "an ACME SDK is needed: ACME_SDK, ACME_HOME are not set;"
                  + " there is none in /home/me/acme-*, /opt/acme-*;"
                  + " say which with -Drust.crossToolchain=acme:/path/to/it");
      assertThat(rejection.hints()).containsExactly("ACME's SDK comes on a disk.");
      assertThat(rejection.remedies()).isEmpty();
    }

    @Test
    @DisplayName("where a variable or the argument names no folder")
    void noFolder() {
      Machine machine = with(bare.withVariable("ACME_SDK", "/gone"), "/opt/acme-1", "1");

      assertThat(rejection(machine, AUTO).reason())
          .isEqualTo("ACME_SDK names /gone, which is not there");
      assertThat(rejection(machine, named("acme", "/away")).reason())
          .isEqualTo("rust.crossToolchain names /away, which is not there");
      assertThat(rejection(machine, named("acme", "sdk")).reason())
          .isEqualTo("rust.crossToolchain names 'sdk', which is no absolute path");
    }

    @Test
    @DisplayName("where the folder that is named lacks what tells it from others, or a program")
    void incomplete() {
      Machine machine = bare.withVariable("ACME_SDK", "/sdk").withFiles("/sdk/readme");
      assertThat(rejection(machine, AUTO).reason())
          .isEqualTo("ACME_SDK names /sdk, which has no bin/aarch64-linux-gnu-*-cc");

      Machine half = machine.withFiles("/sdk/bin/aarch64-linux-gnu-1-cc");
      assertThat(rejection(half, AUTO).reason())
          .isEqualTo("ACME_SDK names /sdk, which has no bin/aarch64-linux-gnu-*-ld");
      Machine guessed = bare.withFiles("/opt/acme-1/bin/aarch64-linux-gnu-1-cc");
      assertThat(rejection(guessed, AUTO).reason())
          .isEqualTo("/opt/acme-1 has no bin/aarch64-linux-gnu-*-ld");
    }

    @Test
    @DisplayName("where a pattern stands for several, of which none is the newest")
    void ambiguous() {
      Machine folders = with(with(bare, "/opt/acme-a", "1"), "/opt/acme-b", "1");
      assertThat(rejection(folders, AUTO).reason())
          .isEqualTo(
              "an ACME SDK is in several places, and nothing tells which is the newest:"
                  + " /opt/acme-a and /opt/acme-b;"
                  + " say which with -Drust.crossToolchain=acme:/path/to/it");

      Machine programs = with(bare, "/opt/acme-1", "2.0", "2");
      assertThat(rejection(programs, AUTO).reason())
          .isEqualTo(
              "/opt/acme-1/bin/aarch64-linux-gnu-*-cc stands for several programs, and nothing"
                  + " tells which is the newest: /opt/acme-1/bin/aarch64-linux-gnu-2-cc and"
                  + " /opt/acme-1/bin/aarch64-linux-gnu-2.0-cc");

      Machine parts =
          with(bare, "/opt/acme-1", "2").withFiles("/opt/acme-1/lib/vx/a", "/opt/acme-1/lib/vy/a");
      assertThat(rejection(parts, AUTO).reason())
          .isEqualTo(
              "/opt/acme-1 has several of lib/v*, and nothing tells which is the newest:"
                  + " /opt/acme-1/lib/vx and /opt/acme-1/lib/vy;"
                  + " say which with -Drust.crossToolchain=acme:/path/to/it");

      String libraries = "/usr/lib/acme/aarch64-linux-gnu/";
      Machine linkPaths =
          with(bare, "/opt/acme-1", "2").withFiles(libraries + "x/a", libraries + "y/a");
      assertThat(rejection(linkPaths, AUTO).reason())
          .isEqualTo(
              "its libraries are in several places, and nothing tells which is the newest:"
                  + " /usr/lib/acme/aarch64-linux-gnu/x and /usr/lib/acme/aarch64-linux-gnu/y");
    }

    @Test
    @DisplayName("on machines that it is not for")
    void elsewhere() {
      Machine intel = with(machine("x86_64-apple-darwin", OVERLAY), "/opt/acme-1", "1");

      assertThat(rejection(intel, AUTO).reason())
          .isEqualTo("it serves on linux, macos-aarch64, windows only");
    }

    @Test
    @DisplayName("where it is forbidden, although it is here")
    void forbidden() {
      String overlay = OVERLAY.replace("argument: the", "forbidden: it leaks\n    argument: the");
      Machine machine = with(machine(HOST, overlay), "/opt/acme-1", "1");

      assertThat(rejection(machine, AUTO))
          .hasToString("acme: forbidden: it leaks (overlay.yaml:5:16)");
    }
  }

  private static String folder(Machine machine, ToolchainRequest request) {
    return environment(machine, request, ArtifactKind.BIN).found().stream()
        .filter(found -> found.what().equals("folder"))
        .map(found -> found.path() + " by " + found.how())
        .findFirst()
        .orElseThrow();
  }

  private static TargetEnvironment environment(
      Machine machine, ToolchainRequest request, ArtifactKind kind) {
    Needs needs = kind == ArtifactKind.CDYLIB ? cdylib(Language.C) : bin(Language.C);
    ToolchainSelection selection = machine.select(GNU, needs, new FloorRequest.None(), request);
    assertThat(selection).isInstanceOf(Selected.class);
    return machine.environment(GNU, (Selected) selection, Set.of(kind));
  }

  private static Rejection rejection(Machine machine, ToolchainRequest request) {
    ToolchainSelection selection =
        machine.select(GNU, bin(Language.C), new FloorRequest.None(), request);
    assertThat(selection).isInstanceOf(Unservable.class);
    assertThat(((Unservable) selection).rejections()).hasSize(1);
    return ((Unservable) selection).rejections().get(0);
  }
}
