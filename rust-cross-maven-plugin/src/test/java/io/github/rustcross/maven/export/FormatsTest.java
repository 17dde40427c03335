package io.github.rustcross.maven.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.maven.problem.ProblemException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exported file")
class FormatsTest {
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String ARMHF = "armv7-unknown-linux-gnueabihf";

  @Test
  @DisplayName("for a shell has a line for each variable, and rustc's flags in one of cargo's")
  void env() throws Exception {
    Export export =
        Exported.of(
            Exported.target(ARM).in("/opt/arm").flags("-Cdebuginfo=1", "-L/opt/arm/lib"),
            Exported.target(ARMHF).in("/opt/armhf"));

    assertThat(export.in(new EnvFormat()))
        .isEqualTo(
            """
            # Written by rust-cross:export, catalog 1.1.0
            # aarch64-unknown-linux-gnu: zig, glibc 2.17
            # armv7-unknown-linux-gnueabihf: zig, glibc 2.17
            export CC_aarch64_unknown_linux_gnu='/opt/arm/clang'
            export CXX_aarch64_unknown_linux_gnu='/opt/arm/clang++'
            export AR_aarch64_unknown_linux_gnu='/opt/arm/ar'
            export RANLIB_aarch64_unknown_linux_gnu='/opt/arm/ranlib'
            export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER='/opt/arm/link'
            export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS='-Cdebuginfo=1 -L/opt/arm/lib'
            export CC_armv7_unknown_linux_gnueabihf='/opt/armhf/clang'
            export CXX_armv7_unknown_linux_gnueabihf='/opt/armhf/clang++'
            export AR_armv7_unknown_linux_gnueabihf='/opt/armhf/ar'
            export RANLIB_armv7_unknown_linux_gnueabihf='/opt/armhf/ranlib'
            export CARGO_TARGET_ARMV7_UNKNOWN_LINUX_GNUEABIHF_LINKER='/opt/armhf/link'
            """);
  }

  @Test
  @DisplayName("for a shell refuses, all at once, what a shell or cargo's variable cannot hold")
  void envRefuses() {
    Export export =
        Exported.of(
            Exported.target(ARM)
                .in("/opt/arm")
                .flags("-L/opt/my libraries", "-Cdebuginfo=1")
                .variable("BINDGEN_EXTRA_CLANG_ARGS_" + ARM, "-g"));

    assertThatThrownBy(() -> export.in(new EnvFormat()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(
            "RC-EXPORT-REFUSED: aarch64-unknown-linux-gnu: a shell has no variable"
                + " 'BINDGEN_EXTRA_CLANG_ARGS_aarch64-unknown-linux-gnu'")
        .hasMessageContaining(
            "aarch64-unknown-linux-gnu: cargo divides rustflags in a variable at spaces, and"
                + " '-L/opt/my libraries' has one")
        .hasMessageContaining("Use -Drust.format=cargo-config, which can say it");
  }

  @Test
  @DisplayName("for cargo has a table for each target, and all variables in one")
  void cargoConfig() throws Exception {
    Export export =
        Exported.of(
            Exported.target(ARM).in("/opt/arm").flags("-L/opt/my libraries"),
            Exported.target(ARMHF).variable("CC_armv7_unknown_linux_gnueabihf", "/opt/cc"));

    assertThat(export.in(new CargoConfigFormat()))
        .isEqualTo(
            """
            # Written by rust-cross:export, catalog 1.1.0
            # aarch64-unknown-linux-gnu: zig, glibc 2.17
            # armv7-unknown-linux-gnueabihf: zig, glibc 2.17

            [target.aarch64-unknown-linux-gnu]
            linker = "/opt/arm/link"
            rustflags = ["-L/opt/my libraries"]

            [env]
            AR_aarch64_unknown_linux_gnu = "/opt/arm/ar"
            CC_aarch64_unknown_linux_gnu = "/opt/arm/clang"
            CC_armv7_unknown_linux_gnueabihf = "/opt/cc"
            CXX_aarch64_unknown_linux_gnu = "/opt/arm/clang++"
            RANLIB_aarch64_unknown_linux_gnu = "/opt/arm/ranlib"
            """);
  }

  @Test
  @DisplayName("for Go names platform and compilers, and keeps Go's own flags beside others")
  void go() throws Exception {
    Export export =
        Exported.of(
            Exported.target(ARMHF)
                .in("/opt/arm")
                .variable("CFLAGS_armv7_unknown_linux_gnueabihf", " -mfpu=neon  -O1 "));

    assertThat(export.in(new GoFormat()))
        .isEqualTo(
            """
            # Written by rust-cross:export, catalog 1.1.0
            # armv7-unknown-linux-gnueabihf: zig, glibc 2.17
            CGO_ENABLED=1
            GOOS=linux
            GOARCH=arm
            GOARM=7
            CC=/opt/arm/clang
            CXX=/opt/arm/clang++
            AR=/opt/arm/ar
            CGO_CFLAGS=-O2 -g -mfpu=neon -O1
            """);
  }

  @Test
  @DisplayName("for Go refuses, all at once, what Go does not know or cannot read")
  void goRefuses() {
    assertThatThrownBy(
            () ->
                Exported.of(Exported.target("thumbv6m-none-eabi").in("/opt/a \"b\" 'c'").only())
                    .in(new GoFormat()))
        .hasMessageContaining(
            "the catalog knows no Go platform for thumbv6m-none-eabi: names.goos or names.goarch"
                + " is missing")
        .hasMessageContaining(
            "thumbv6m-none-eabi: zig compiles no C, and a file of the format 'go' is there for"
                + " that")
        .hasMessageContaining("Leave rust.crossToolchain away, or name one that does.")
        .hasMessageContaining(
            "thumbv6m-none-eabi: Go cannot read a path with both kinds of quotes, or with a"
                + " line's end: /opt/a \"b\" 'c'/clang")
        .hasMessageContaining("Use another folder: -Drust.cacheDir=…");
  }

  @Test
  @DisplayName("for CMake names system and compilers, and has only the target's libraries found")
  void cmake() throws Exception {
    Export export =
        Exported.of(
            Exported.target(ARM)
                .in("/opt/arm")
                .variable("CXXFLAGS_aarch64_unknown_linux_gnu", "-stdlib=libc++ -O1"));

    assertThat(export.in(new CmakeFormat()))
        .isEqualTo(
            """
            # Written by rust-cross:export, catalog 1.1.0
            # aarch64-unknown-linux-gnu: zig, glibc 2.17
            set(CMAKE_SYSTEM_NAME [[Linux]])
            set(CMAKE_SYSTEM_PROCESSOR [[aarch64]])
            set(CMAKE_C_COMPILER [[/opt/arm/clang]])
            set(CMAKE_CXX_COMPILER [[/opt/arm/clang++]])
            set(CMAKE_AR [[/opt/arm/ar]])
            set(CMAKE_RANLIB [[/opt/arm/ranlib]])
            set(CMAKE_CXX_FLAGS_INIT [[-stdlib=libc++ -O1]])
            # Programs are this machine's; libraries and headers are not. Where they are the
            # target's: -DCMAKE_FIND_ROOT_PATH=…, CMAKE_PREFIX_PATH; without any, CMake would look everywhere.
            if(NOT CMAKE_FIND_ROOT_PATH)
              set(CMAKE_FIND_ROOT_PATH [[/no-libraries-of-the-target]])
              file(TO_CMAKE_PATH "$ENV{CMAKE_PREFIX_PATH}" CMAKE_PREFIXES_OF_TARGET)
              list(APPEND CMAKE_FIND_ROOT_PATH ${CMAKE_PREFIX_PATH} ${CMAKE_PREFIXES_OF_TARGET})
            endif()
            set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM [[NEVER]])
            set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY [[ONLY]])
            set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE [[ONLY]])
            set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE [[ONLY]])
            """);
  }

  @Test
  @DisplayName("for CMake has libraries found in the folder that the toolchain lives in")
  void cmakeWithSysroot() throws Exception {
    assertThat(
            Exported.of(Exported.target(ARM).in("/usr/bin").livesIn("/srv/sysroot"))
                .in(new CmakeFormat()))
        .contains("  set(CMAKE_FIND_ROOT_PATH [[/srv/sysroot]])\n");
  }

  @Test
  @DisplayName("for CMake has libraries and pkg-config's files found in the sysroot")
  void cmakeWithChosenSysroot() throws Exception {
    assertThat(
            Exported.of(
                    Exported.target(ARM)
                        .in("/opt/arm")
                        .sysroot("/srv/debian")
                        .variable("PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_gnu", "/srv/debian")
                        .variable("PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu", "/srv/debian/pc"))
                .in(new CmakeFormat()))
        .contains(
            """
            set(CMAKE_LIBRARY_ARCHITECTURE [[aarch64-linux-gnu]])
            set(ENV{PKG_CONFIG_SYSROOT_DIR} [[/srv/debian]])
            set(ENV{PKG_CONFIG_LIBDIR} [[/srv/debian/pc]])
            """)
        .contains("  set(CMAKE_FIND_ROOT_PATH [[/srv/debian]])\n");
  }

  @Test
  @DisplayName("for CMake has paths with slashes on Windows too")
  void cmakeOnWindows() throws Exception {
    assertThat(
            Exported.of(
                    Exported.target(ARM).in("C:\\Users\\Jos\u00e9").on("x86_64-pc-windows-msvc"))
                .in(new CmakeFormat()))
        .contains("set(CMAKE_C_COMPILER [[C:/Users/Jos\u00e9/clang]])");
  }

  @Test
  @DisplayName("for CMake says nothing of a machine whose own compilers are used as they are")
  void cmakeOfHost() throws Exception {
    assertThat(Exported.of(Exported.target("x86_64-unknown-linux-gnu")).in(new CmakeFormat()))
        .isEqualTo(
            """
            # Written by rust-cross:export, catalog 1.1.0
            # x86_64-unknown-linux-gnu: zig, glibc 2.17
            # This machine's own compilers: CMake finds them.
            """);
  }

  @Test
  @DisplayName("for CMake builds no test programs where there is no C library")
  void cmakeOfBareMetal() throws Exception {
    assertThat(
            Exported.of(Exported.target("thumbv6m-none-eabi").in("/opt/arm").only(Language.C))
                .in(new CmakeFormat()))
        .contains(
            "# There is no C library to link a test program with.\n"
                + "set(CMAKE_TRY_COMPILE_TARGET_TYPE [[STATIC_LIBRARY]])\n");
  }

  @Test
  @DisplayName("for CMake refuses a path that CMake would divide")
  void cmakeRefuses() {
    assertThatThrownBy(() -> Exported.of(Exported.target(ARM).in("/opt/a;b")).in(new CmakeFormat()))
        .hasMessageContaining(
            "aarch64-unknown-linux-gnu: CMake divides a path at semicolons: /opt/a;b/clang");
  }

  @Test
  @DisplayName("of one target is refused for several, with the way out")
  void oneTarget() {
    Export two = Exported.of(Exported.target(ARM).in("/a"), Exported.target(ARMHF).in("/b"));

    for (String format : new String[] {"go", "cmake"}) {
      assertThatThrownBy(() -> two.in(Values.format(format)))
          .hasMessageContaining(
              ("RC-EXPORT-REFUSED: a file of the format '%s' is for one target, and these are 2:"
                      + " aarch64-unknown-linux-gnu, armv7-unknown-linux-gnueabihf")
                  .formatted(format))
          .hasMessageContaining(
              "Write one file for each: -Drust.targets=aarch64-unknown-linux-gnu");
    }
  }
}
