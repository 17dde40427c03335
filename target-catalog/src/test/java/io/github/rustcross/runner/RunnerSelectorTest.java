package io.github.rustcross.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.runner.RunnerSelection.Rejection;
import io.github.rustcross.runner.RunnerSelection.Runnable;
import io.github.rustcross.runner.RunnerSelection.Unrunnable;
import io.github.rustcross.runner.RunnerSetup.ForwardingLibrary;
import io.github.rustcross.toolchain.FakeHost;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.WrapperScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The choice of a runner")
class RunnerSelectorTest {
  private static final String ARM_GNU = "aarch64-unknown-linux-gnu";
  private static final String ARM_MUSL = "aarch64-unknown-linux-musl";
  private static final String WINDOWS = "x86_64-pc-windows-gnu";
  private static final String QEMU_72 = "qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7)\n";
  private static final String ARM_LOADER = "/usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1";

  @Nested
  @DisplayName("is this machine itself")
  class Native {
    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
      "x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl",
      "x86_64-unknown-linux-gnu, i686-unknown-linux-musl",
      "aarch64-unknown-linux-gnu, aarch64-unknown-linux-musl",
      "x86_64-pc-windows-msvc, x86_64-pc-windows-gnu",
      "x86_64-pc-windows-msvc, x86_64-pc-windows-gnullvm",
      "x86_64-pc-windows-msvc, i686-pc-windows-gnu",
      "aarch64-pc-windows-msvc, i686-pc-windows-gnu",
      "aarch64-pc-windows-msvc, aarch64-pc-windows-gnullvm"
    })
    @DisplayName("where its kernel runs such programs")
    void sameMachine(String host, String target) {
      Runnable runnable = TestBench.of(host).run(target);

      assertThat(runnable.runner()).isEqualTo("native");
      assertThat(runnable.label()).isEqualTo("native");
      assertThat(runnable.command()).isEmpty();
      assertThat(runnable.environment()).isEmpty();
      assertThat(runnable.sysroot()).isEmpty();
      assertThat(runnable.reason()).isEqualTo("first in the catalog's order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64-apple-darwin", "aarch64-apple-darwin"})
    @DisplayName("on Apple silicon for both of its architectures")
    void rosetta(String target) {
      TestBench mac = TestBench.of("aarch64-apple-darwin").with("/usr/lib/dyld");

      assertThat(mac.run(target).runner()).isEqualTo("native");
    }

    @Test
    @DisplayName("not on an Intel Mac for Apple silicon")
    void noArmOnIntel() {
      TestBench mac = TestBench.of("x86_64-apple-darwin").with("/usr/lib/dyld");

      assertThat(mac.rejections("aarch64-apple-darwin"))
          .containsExactly(
              new Rejection(
                  "native", "it serves on macos-aarch64 only, this is macos-x86_64", List.of()));
    }

    @Test
    @DisplayName("where the loader of a dynamic program is; else the next is tried")
    void loader() {
      TestBench debian = TestBench.debian().program("qemu-i386", "qemu-i386 version 7.2.22");

      assertThat(debian.run("x86_64-unknown-linux-gnu").runner()).isEqualTo("native");
      assertThat(debian.rejections("i686-unknown-linux-gnu"))
          .first()
          .isEqualTo(
              new Rejection(
                  "native",
                  "the loader /lib/ld-linux.so.2 is not in /",
                  FakeHost.apt("libc6-i386")));

      Runnable emulated =
          debian.with("/usr/i686-linux-gnu/lib/ld-linux.so.2").run("i686-unknown-linux-gnu");
      assertThat(emulated.label()).isEqualTo("qemu-user 7.2.22");
      assertThat(emulated.reason())
          .isEqualTo("first that serves (not native: the loader /lib/ld-linux.so.2 is not in /)");

      assertThat(debian.with("/lib/ld-linux.so.2").run("i686-unknown-linux-gnu").runner())
          .isEqualTo("native");
    }
  }

  @Nested
  @DisplayName("is QEMU for a foreign Linux program")
  class QemuUser {
    @Test
    @DisplayName("which needs no sysroot for a static one")
    void staticProgram() {
      TestBench debian = TestBench.debian().program("qemu-aarch64", QEMU_72);

      Runnable runnable = debian.run(ARM_MUSL);

      assertThat(runnable.label()).isEqualTo("qemu-user 7.2.22");
      assertThat(runnable.command()).containsExactly("/usr/bin/qemu-aarch64");
      assertThat(runnable.sysroot()).isEmpty();
      assertThat(runnable.tools()).isEmpty();
      assertThat(runnable.environment()).isEmpty();
    }

    @Test
    @DisplayName("with the folder in which the program's loader is")
    void sysroot() {
      TestBench debian =
          TestBench.debian().program("qemu-aarch64-static", QEMU_72).with(ARM_LOADER);

      Runnable runnable = debian.run(ARM_GNU);

      assertThat(runnable.command())
          .containsExactly("/usr/bin/qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu");
      assertThat(runnable.sysroot()).contains(Path.of("/usr/aarch64-linux-gnu"));
    }

    @Test
    @DisplayName(
        "with Debian's multiarch, whose libraries the loader of cross libraries would take")
    void multiarch() {
      TestBench debian =
          TestBench.debian()
              .program("qemu-aarch64", QEMU_72)
              .with("/usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1")
              .with("/lib/ld-linux-aarch64.so.1");

      assertThat(debian.run(ARM_GNU).command()).containsExactly("/usr/bin/qemu-aarch64", "-L", "/");
    }

    @Test
    @DisplayName("with a CPU where the target says one")
    void cpu() {
      TestBench debian =
          TestBench.debian()
              .overlay(
                  """
                  schemaVersion: 1
                  targets:
                    aarch64-unknown-linux-musl: { names: { qemuCpu: cortex-a53 } }
                  """)
              .program("qemu-aarch64", QEMU_72);

      assertThat(debian.run(ARM_MUSL).environment())
          .hasEntrySatisfying(
              "QEMU_CPU",
              setting -> {
                assertThat(setting.value()).isEqualTo("cortex-a53");
                assertThat(setting.origin().source()).startsWith("catalog ");
              });
    }

    @Test
    @DisplayName("fetched with what the program loads, where neither is here")
    void fetched() {
      TestBench debian =
          TestBench.debian()
              .tool("qemu-user-static", new ToolState.Obtainable(Path.of("/tools/qemu"), "8"))
              .tool("sysroot-arm64", new ToolState.Obtainable(Path.of("/tools/arm64"), "8"));

      Runnable runnable = debian.run(ARM_GNU);

      assertThat(runnable.command())
          .containsExactly("/tools/qemu/qemu-aarch64-static", "-L", "/tools/arm64");
      assertThat(runnable.tools()).containsExactlyInAnyOrder("qemu-user-static", "sysroot-arm64");
      assertThat(debian.run(ARM_MUSL).tools()).containsExactly("qemu-user-static");
      assertThat(debian.probed).isEmpty();
    }

    @Test
    @DisplayName("not without a program, which one command installs together with the loader")
    void missing() {
      assertThat(TestBench.debian().rejections(ARM_GNU))
          .extracting(Rejection::runner)
          .containsExactly("native", "qemu-user");
      assertThat(qemu(TestBench.debian()).reason())
          .startsWith(
              "qemu-aarch64 or qemu-aarch64-static is not on PATH;"
                  + " qemu-user-static is not here and cannot be had: offline; ")
          .contains(
              "the loader /lib/ld-linux-aarch64.so.1 is not in / or /usr/aarch64-linux-gnu"
                  + " or /usr/aarch64-linux-gnu/sys-root");
      assertThat(qemu(TestBench.debian()).remedy())
          .contains("apt-get install -y qemu-user libc6-arm64-cross libgcc-s1-arm64-cross");
    }

    @Test
    @DisplayName("not without the loader, which another command installs")
    void noLoader() {
      TestBench debian = TestBench.debian().program("qemu-aarch64", QEMU_72);

      assertThat(qemu(debian).reason()).startsWith("the loader /lib/ld-linux-aarch64.so.1");
      assertThat(qemu(debian).remedy())
          .contains("apt-get install -y libc6-arm64-cross libgcc-s1-arm64-cross");
    }

    @Test
    @DisplayName("not where it is too old")
    void tooOld() {
      TestBench debian = TestBench.debian().program("qemu-aarch64", "qemu-aarch64 version 4.2.1\n");

      assertThat(debian.rejections(ARM_MUSL))
          .last()
          .satisfies(
              rejection -> {
                assertThat(rejection.reason())
                    .startsWith("/usr/bin/qemu-aarch64 is version 4.2.1, at least 6.1 is needed");
                assertThat(rejection.remedy()).contains("apt-get install -y qemu-user");
              });
    }

    @Test
    @DisplayName("not where what has its name does not work; another name may serve")
    void broken() {
      TestBench debian = TestBench.debian().program("qemu-aarch64", "cannot execute");

      assertThat(debian.rejections(ARM_MUSL))
          .last()
          .extracting(Rejection::reason)
          .asString()
          .startsWith(
              "/usr/bin/qemu-aarch64 does not serve:"
                  + " it prints no version when called with [--version]");
      assertThat(debian.program("qemu-aarch64-static", QEMU_72).run(ARM_MUSL).command())
          .containsExactly("/usr/bin/qemu-aarch64-static");
    }

    @Test
    @DisplayName("not on another system")
    void otherSystem() {
      assertThat(TestBench.of("aarch64-apple-darwin").rejections(ARM_MUSL))
          .contains(
              new Rejection(
                  "qemu-user", "it serves on linux only, this is macos-aarch64", List.of()));
    }

    private static Rejection qemu(TestBench bench) {
      return bench.rejections(ARM_GNU).get(1);
    }
  }

  @Nested
  @DisplayName("is Wine for a Windows program")
  class Wine {
    private static final String WINE_8 = "wine-8.0 (Debian 8.0~repack-4)\n";
    private final TestBench debian = TestBench.debian().prints("/usr/lib/wine/wine64", WINE_8);

    @Test
    @DisplayName("also off PATH, where Debian has it")
    void offPath() {
      Runnable runnable = debian.run(WINDOWS);

      assertThat(runnable.label()).isEqualTo("wine 8.0");
      assertThat(runnable.command()).containsExactly("/usr/lib/wine/wine64");
      assertThat(runnable.services()).contains("wineserver", "services.exe");
    }

    @Test
    @DisplayName("in a prefix of its own, with the library that it lacks")
    void prefix() {
      Runnable runnable = debian.run(WINDOWS);
      RunnerSetup setup = runnable.setup().orElseThrow();

      assertThat(setup.folder()).isEqualTo(Path.of("/cache/runners/wine-8.0-x64"));
      assertThat(setup.command()).containsExactly("/usr/lib/wine/wine64", "wineboot", "--init");
      assertThat(setup.environment()).isEqualTo(runnable.environment());
      assertThat(values(runnable.environment()))
          .containsEntry("WINEPREFIX", "/cache/runners/wine-8.0-x64")
          .containsEntry("WINEDEBUG", "-all")
          .containsEntry("DISPLAY", "");
      assertThat(setup.libraries())
          .containsExactly(
              new ForwardingLibrary(
                  "drive_c/windows/system32/bcryptprimitives.dll",
                  "x64",
                  Map.of("ProcessPrng", "advapi32.SystemFunction036")));
    }

    @Test
    @DisplayName("of 32 bits where the program is")
    void bits32() {
      RunnerSetup setup =
          debian.program("wine", "wine-10.4\n").run("i686-pc-windows-gnu").setup().orElseThrow();

      assertThat(setup.folder()).isEqualTo(Path.of("/cache/runners/wine-10.4-x86"));
      assertThat(setup.libraries())
          .singleElement()
          .satisfies(
              library -> {
                assertThat(library.file())
                    .isEqualTo("drive_c/windows/syswow64/bcryptprimitives.dll");
                assertThat(library.machine()).isEqualTo("x86");
              });
    }

    @Test
    @DisplayName("not of 32 bits where Debian's script has only that of 64")
    void bits32Missing() {
      debian.program("wine", "it looks like wine32 is missing, you should install it.\n" + WINE_8);

      assertThat(debian.rejections("i686-pc-windows-gnu"))
          .last()
          .satisfies(
              rejection -> {
                assertThat(rejection.reason())
                    .isEqualTo(
                        "/usr/bin/wine does not serve: it prints no version when called with"
                            + " [--version]; there is no /usr/lib/wine/wine");
                assertThat(rejection.remedy())
                    .contains(
                        "dpkg --add-architecture i386 && apt-get update"
                            + " && apt-get install -y wine wine32:i386");
              });
    }

    @Test
    @DisplayName("not where it is missing")
    void missing() {
      assertThat(TestBench.debian().rejections(WINDOWS))
          .last()
          .isEqualTo(
              new Rejection(
                  "wine",
                  "wine64 or wine is not on PATH, and there is no /usr/lib/wine/wine64",
                  FakeHost.apt("wine64")));
    }

    @Test
    @DisplayName("not on a machine with another processor, nor for a program of another one")
    void otherProcessor() {
      assertThat(TestBench.of(ARM_GNU).program("wine64", "wine-10.0").rejections(WINDOWS))
          .last()
          .extracting(Rejection::reason)
          .asString()
          .startsWith("it serves on ")
          .endsWith(" only, this is linux-aarch64");
      assertThat(debian.rejections("aarch64-pc-windows-gnullvm"))
          .extracting(Rejection::runner)
          .containsExactly("native");
    }
  }

  @Nested
  @DisplayName("is a WebAssembly runtime for WASI")
  class Wasm {
    @Test
    @DisplayName("wasmtime first, which sees the workspace and the target folder")
    void wasmtime() {
      TestBench bench =
          TestBench.debian()
              .program("wasmtime", "wasmtime 44.0.1 (abc 2026-05-01)")
              .program("node", "v20.20.2");

      for (String target : List.of("wasm32-wasip1", "wasm32-wasip2")) {
        assertThat(bench.run(target).command())
            .containsExactly(
                "/usr/bin/wasmtime",
                "run",
                "-S",
                "inherit-env=y",
                "--dir",
                ".",
                "--dir",
                "/home/me/crates",
                "--dir",
                "/home/me/crates/target");
      }
    }

    @Test
    @DisplayName("Node.js for preview 1 only, by a script that lies where its content says")
    void node() {
      TestBench bench = TestBench.debian().program("node", "v20.20.2");

      Runnable runnable = bench.run("wasm32-wasip1");

      assertThat(runnable.label()).isEqualTo("node 20.20.2");
      WrapperScript script = runnable.scripts().get(0);
      assertThat(script.path().toString())
          .matches("/cache/wrappers/[0-9a-f]{16}/run-wasi\\.mjs".replace("/", "[/\\\\]"));
      assertThat(TargetCatalog.bundled().requireRunner("node").scripts())
          .containsValue(new Runner.Bundled("runners/run-wasi.mjs"));
      assertThat(script.content()).contains("node:wasi").doesNotContain("/home/me/crates");
      assertThat(runnable.command())
          .containsExactly(
              "/usr/bin/node",
              "--no-warnings",
              script.path().toString(),
              "--dir",
              "/home/me/crates",
              "--dir",
              "/home/me/crates/target");
      assertThat(bench.rejections("wasm32-wasip2"))
          .extracting(Rejection::runner)
          .containsExactly("wasmtime", "wasmtime-python");
    }

    @Test
    @DisplayName("Python's wasmtime, whose version is the one that is shown")
    void python() {
      TestBench bench =
          TestBench.debian()
              .program("python3", "Python 3.11.2")
              .tool("wasmtime-python", new ToolState.Obtainable(Path.of("/tools/wt"), "50.0.1"));

      Runnable runnable = bench.run("wasm32-wasip2");

      assertThat(runnable.label()).isEqualTo("wasmtime-python 50.0.1");
      assertThat(values(runnable.environment())).containsEntry("PYTHONPATH", "/tools/wt");
      assertThat(runnable.tools()).containsExactly("wasmtime-python");
      assertThat(runnable.command())
          .containsExactly(
              "/usr/bin/python3",
              runnable.scripts().get(0).path().toString(),
              "--dir",
              "/home/me/crates",
              "--dir",
              "/home/me/crates/target");
    }

    @Test
    @DisplayName("not Python's where its package cannot be had")
    void noPackage() {
      TestBench bench = TestBench.debian().program("python3", "Python 3.11.2");

      assertThat(bench.rejections("wasm32-wasip2"))
          .last()
          .extracting(Rejection::reason)
          .isEqualTo("wasmtime-python is not here and cannot be had: offline");
    }

    @Test
    @DisplayName("none without an operating system")
    void unknown() {
      TestBench bench = TestBench.debian().program("wasmtime", "wasmtime 44.0.1");

      assertThat(bench.rejections("wasm32-unknown-unknown")).isEmpty();
      assertThat(bench.rejections("thumbv6m-none-eabi")).isEmpty();
      assertThat(bench.rejections("universal2-apple-darwin")).isEmpty();
    }
  }

  @Nested
  @DisplayName("named by the user")
  class Named {
    @Test
    @DisplayName("is that one, although another comes first")
    void listed() {
      Runnable runnable =
          TestBench.debian()
              .program("qemu-x86_64", "qemu-x86_64 version 8.0.0")
              .run("x86_64-unknown-linux-musl", "qemu-user", null);

      assertThat(runnable.runner()).isEqualTo("qemu-user");
      assertThat(runnable.reason()).isEqualTo("named");
    }

    @Test
    @DisplayName("takes its argument and serves every target")
    void argument() {
      TestBench bench = TestBench.debian().program("ssh", "");

      Runnable runnable = bench.run("thumbv6m-none-eabi", "ssh", "pi@board:tests");

      assertThat(runnable.command())
          .containsExactly(runnable.scripts().get(0).path().toString(), "pi@board:tests");
      assertThat(bench.probed).isEmpty();
    }

    @Test
    @DisplayName("is a container of the first engine that is here")
    void container() {
      Runnable runnable =
          TestBench.debian()
              .program("podman", "Client:       Podman Engine\nVersion:      4.3.1")
              .run("armv7-unknown-linux-gnueabihf", "container", "debian:12");

      assertThat(runnable.command())
          .containsExactly(
              runnable.scripts().get(0).path().toString(),
              "/usr/bin/podman",
              "debian:12",
              "--dir",
              "/home/me/crates",
              "--dir",
              "/home/me/crates/target");
    }

    @Test
    @DisplayName("needs the argument, and an argument needs a runner that takes one")
    void argumentMismatch() {
      TestBench bench = TestBench.debian().program("ssh", "");

      assertThat(only(bench.named(ARM_GNU, "container", null)).reason())
          .isEqualTo("it needs an argument: the image, such as debian:12");
      assertThat(only(bench.named(ARM_GNU, "qemu-user", "debian:12")).reason())
          .isEqualTo("it takes no argument, not 'debian:12'");
    }

    @Test
    @DisplayName("has to run the target's programs")
    void notListed() {
      assertThat(only(TestBench.debian().named(ARM_GNU, "wine", null)))
          .isEqualTo(
              new Rejection(
                  "wine",
                  "it does not run programs for aarch64-unknown-linux-gnu;"
                      + " the catalog lists native, qemu-user",
                  List.of()));
      assertThat(only(TestBench.debian().named("thumbv6m-none-eabi", "wine", null)).reason())
          .isEqualTo("it does not run programs for thumbv6m-none-eabi");
    }

    @Test
    @DisplayName("has to be in the catalog")
    void unknown() {
      TestBench bench = TestBench.debian();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> bench.named(ARM_GNU, "bochs", null))
          .withMessage("no runner bochs");
    }

    private static Rejection only(RunnerSelection selection) {
      assertThat(((Unrunnable) selection).rejections()).hasSize(1);
      return ((Unrunnable) selection).rejections().get(0);
    }
  }

  @Nested
  @DisplayName("asks no more than it has to")
  class Frugal {
    @Test
    @DisplayName("neither programs nor tools of runners that come later, or that cannot serve")
    void later() {
      TestBench bench =
          TestBench.debian()
              .program("wasmtime", "wasmtime 44.0.1")
              .program("python3", "Python 3.11.2")
              .program("node", "v20.20.2")
              .program("docker", "Docker version 20.10.24");

      bench.run("x86_64-unknown-linux-gnu");
      assertThat(bench.probed).isEmpty();
      bench.run("wasm32-wasip1");
      bench.named("wasm32-wasip1", "container", null);

      assertThat(bench.probed).containsExactly(Path.of("/usr/bin/wasmtime"));
      assertThat(bench.toolsAsked).isEmpty();
    }
  }

  @Nested
  @DisplayName("may come from an overlay")
  class Overlays {
    private static final String SIMULATOR = "new-runner.yaml";

    @Test
    @DisplayName("with its program replaced")
    void replaced() {
      Runnable runnable =
          TestBench.debian()
              .overlay(
                  """
                  schemaVersion: 1
                  runners:
                    qemu-user:
                      program: { find: [{ name: "/opt/qemu-10/qemu-{qemu}" }] }
                      version: { atLeast: "10.0" }
                  """)
              .prints("/opt/qemu-10/qemu-aarch64", "qemu-aarch64 version 10.1.2")
              .run(ARM_MUSL);

      assertThat(runnable.label()).isEqualTo("qemu-user 10.1.2");
      assertThat(runnable.command()).containsExactly("/opt/qemu-10/qemu-aarch64");
    }

    @Test
    @DisplayName("added, and fetched with its sysroot where neither is here")
    void fetched() {
      TestBench bench =
          TestBench.debian()
              .overlayFile(SIMULATOR)
              .tool("acme-sim", new ToolState.Obtainable(Path.of("/cache/sim/bin"), "2.5"))
              .tool("acme-root", new ToolState.Obtainable(Path.of("/cache/root"), "1"));

      Runnable runnable = bench.run(ARM_GNU);

      assertThat(runnable.label()).as("its version is not known yet").isEqualTo("acme");
      assertThat(runnable.command())
          .endsWith("/cache/sim/bin/sim-one", "--board=one", "--root=/cache/root");
      assertThat(runnable.scripts())
          .as("the one that is used, as it is written")
          .extracting(WrapperScript::content)
          .containsExactly("exec \"$1\" --at={directory}");
      assertThat(runnable.sysroot()).contains(Path.of("/cache/root"));
      assertThat(runnable.tools()).containsExactlyInAnyOrder("acme-sim", "acme-root");
      assertThat(values(runnable.environment()))
          .containsEntry("ACME_ROOT", "/cache/sim/bin")
          .containsEntry("ACME_VERSION", "2.5");
      assertThat(runnable.environment().get("ACME_ROOT").origin().source())
          .isEqualTo("new-runner.yaml");
      assertThat(bench.probed).isEmpty();
    }

    @Test
    @DisplayName("of which what was fetched is asked for its version")
    void inCache() {
      TestBench bench =
          TestBench.debian()
              .overlayFile(SIMULATOR)
              .program("acme-sim", "sim 1.9")
              .prints("/cache/sim/bin/sim-one", "sim 2.5")
              .with("/opt/acme/one/lib/ld-linux-aarch64.so.1")
              .tool("acme-sim", new ToolState.Ready(Path.of("/cache/sim/bin"), "2.5", "cache"));

      Runnable runnable = bench.run(ARM_GNU);

      assertThat(runnable.label()).isEqualTo("acme 2.5");
      assertThat(runnable.sysroot()).contains(Path.of("/opt/acme/one"));
      assertThat(runnable.tools()).containsExactly("acme-sim");
      assertThat(bench.probed)
          .containsExactly(Path.of("/usr/bin/acme-sim"), Path.of("/cache/sim/bin/sim-one"));
    }

    @Test
    @DisplayName("which says all that is lacking")
    void lacking() {
      TestBench bench = TestBench.debian().overlayFile(SIMULATOR).program("acme-sim", "sim 1.9");

      assertThat(bench.rejections(ARM_GNU))
          .containsExactly(
              new Rejection(
                  "acme",
                  "/usr/bin/acme-sim is version 1.9, at least 2.0 is needed;"
                      + " acme-sim is not here and cannot be had: offline;"
                      + " the loader /lib/ld-linux-aarch64.so.1 is not in /opt/acme/one;"
                      + " acme-root is not here and cannot be had: offline",
                  List.of(new Remedy.CommandLine("see the ACME wiki"))));
    }

    @Test
    @DisplayName("for a target that lacks the words of its texts, which nothing installs")
    void words() {
      TestBench bench =
          TestBench.debian()
              .overlayFile(SIMULATOR)
              .program("acme-sim", "sim 2.0")
              .tool("acme-sim", new ToolState.Ready(Path.of("/cache/sim/bin"), "2.5", "cache"))
              .tool("acme-root", new ToolState.Obtainable(Path.of("/cache/root"), "1"));

      assertThat(bench.rejections("armv7-unknown-linux-gnueabihf"))
          .containsExactly(
              new Rejection(
                  "acme",
                  "'--board={acmeBoard}' needs the word {acmeBoard},"
                      + " which is not among the names of armv7-unknown-linux-gnueabihf",
                  List.of()));
    }
  }

  private static Map<String, String> values(Map<String, Setting> settings) {
    return settings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }
}
