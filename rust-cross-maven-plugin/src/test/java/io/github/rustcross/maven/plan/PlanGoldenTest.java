package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Golden;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.network.DirectHosts;
import io.github.rustcross.maven.network.HttpProxy;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.report.PlanPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the goal plan prints")
class PlanGoldenTest {
  @TempDir private Path sysroot;

  @Test
  @DisplayName("for an executable with C and six platforms: one cargo invocation")
  void sixTargets() throws Exception {
    check(
        "six-targets",
        new Scene(sysroot, Crates.appWithC()),
        Request.of(
                "x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu,"
                    + "armv7-unknown-linux-gnueabihf,x86_64-pc-windows-gnu,"
                    + "x86_64-apple-darwin,aarch64-apple-darwin")
            .epoch(1_795_219_200L));
  }

  @Test
  @DisplayName("for a cdylib and staticlib: a second invocation for the staticlib on musl")
  void library() throws Exception {
    check(
        "library",
        new Scene(sysroot, Crates.library("cdylib", "staticlib")),
        Request.of(
            "x86_64-unknown-linux-gnu.2.17,x86_64-unknown-linux-musl,x86_64-pc-windows-gnu"));
  }

  @Test
  @DisplayName("for an executable with a cdylib: a second invocation for the cdylib on musl")
  void appWithLibrary() throws Exception {
    check(
        "app-with-library",
        new Scene(sysroot, Crates.appWithLibrary()),
        Request.of("aarch64-unknown-linux-musl,aarch64-unknown-linux-gnu"));
  }

  @Test
  @DisplayName("for a universal macOS binary: both slices, and one of them for itself too")
  void universal() throws Exception {
    check(
        "universal",
        new Scene(sysroot, Crates.pureApp()),
        Request.of("universal2-apple-darwin,aarch64-apple-darwin"));
  }

  @Test
  @DisplayName("on a machine without a C compiler: zig links the build scripts")
  void noCompiler() throws Exception {
    check(
        "no-compiler-on-host",
        new Scene(sysroot, Crates.appWithC()).onPath(),
        Request.of("x86_64-pc-windows-gnu"));
  }

  @Test
  @DisplayName("on a machine without a C compiler for pure Rust on musl: nothing needs one")
  void noCompilerNeeded() throws Exception {
    check(
        "no-compiler-needed",
        new Scene(sysroot, Crates.pureApp()).onPath().withoutTools(),
        Request.of("x86_64-unknown-linux-musl"));
  }

  @Test
  @DisplayName("for host: plain cargo")
  void host() throws Exception {
    check("host", new Scene(sysroot, Crates.appWithC()), Request.of("host"));
  }

  @Test
  @DisplayName("for the host's own triple with a floor: the linker as a flag")
  void ownTriple() throws Exception {
    check(
        "own-triple",
        new Scene(sysroot, Crates.appWithC()),
        Request.of("x86_64-unknown-linux-gnu.2.28"));
  }

  @Test
  @DisplayName("with the user's flags and compilers, none lost and none where it must not be")
  void usersOwn() throws Exception {
    check(
        "users-own",
        new Scene(sysroot, Crates.appWithC())
            .config(List.of(), List.of("-Ctarget-cpu=v2", "--cfg", "feature=\"a b\""))
            .environment(
                Map.of(
                    "PATH", "/usr/bin",
                    "RUSTFLAGS", "-Ctarget-cpu=v2",
                    "CC", "/opt/gcc/bin/gcc",
                    "CFLAGS", "-O3",
                    "CC_aarch64_unknown_linux_gnu", "/opt/cross/gcc",
                    "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "/opt/mingw/ld",
                    "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER", "/opt/mold/ld")),
        Request.of("aarch64-unknown-linux-gnu,x86_64-pc-windows-gnu,x86_64-unknown-linux-gnu.2.17")
            .environment(
                Map.of("SQLITE_MAX_COLUMN", "100", "AR_aarch64_unknown_linux_gnu", "/opt/cross/ar"))
            .cargoArgs("--timings"));
  }

  @Test
  @DisplayName("with an SDK's folder: which one, by what, and an invocation for the cdylib's flags")
  void sdk() throws Exception {
    String program = "/opt/osxcross/bin/x86_64-apple-darwin";
    check(
        "sdk",
        new Scene(sysroot, Crates.appWithLibrary())
            .environment(Map.of("OSXCROSS_TARGET_DIR", "/opt/osxcross"))
            .files(
                program + "21.4-clang",
                program + "22.4-clang",
                program + "22.4-clang++",
                "/opt/osxcross/SDK/MacOSX13.3.sdk/usr/lib/libSystem.tbd"),
        Request.of("x86_64-apple-darwin").crossToolchain("@macos=osxcross"));
  }

  @Test
  @DisplayName("with a sysroot that is still to be fetched: from where, and with which packages")
  void sysroot() throws Exception {
    check(
        "sysroot",
        new Scene(sysroot, Crates.appWithC())
            .sysroots(new SysrootFinder.State.Obtainable("apt", false)),
        Request.of("aarch64-unknown-linux-gnu").sysroot("debian-12"));
  }

  @Test
  @DisplayName("with a target left out that cannot be built here, and a std to install")
  void leftOut() throws Exception {
    check(
        "left-out",
        new Scene(sysroot, Crates.pureApp())
            .withoutTools()
            .missingStd("x86_64-unknown-linux-musl", "wasm32-wasip1"),
        Request.of("x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu,wasm32-wasip1")
            .skipUnavailable());
  }

  @Test
  @DisplayName("with a proxy and mirrors of settings.xml: where they come from, and no password")
  void network() throws Exception {
    HttpProxy proxy =
        new HttpProxy(
            "proxy.corp",
            3128,
            Optional.of(new HttpProxy.Login("me", "se/cr:et")),
            DirectHosts.ofSettings("localhost|*.corp"));
    check(
        "network",
        new Scene(sysroot, Crates.pureApp()),
        Request.of("x86_64-unknown-linux-musl")
            .network(
                new NetworkSettings(
                    Optional.of(proxy),
                    Optional.of(proxy),
                    Map.of(
                        "rust-cross-cargo", "sparse+https://me:secret@mirror.corp/index",
                        "rust-cross-pip", "https://me:secret@mirror.corp/simple"))));
  }

  private static void check(String name, Scene scene, Request request) throws Exception {
    Golden.check(
        "plan/" + name + ".txt", PlanPrinter.lines(scene.plan(request), scene.runners(request)));
  }
}
