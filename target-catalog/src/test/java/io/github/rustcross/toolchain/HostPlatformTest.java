package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetTriple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The machine that builds")
class HostPlatformTest {
  @ParameterizedTest(name = "{0} is {1} on {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x86_64-unknown-linux-gnu      | linux   | x86_64
          aarch64-unknown-linux-musl    | linux   | aarch64
          x86_64-alpine-linux-musl      | linux   | x86_64
          i686-unknown-linux-gnu        | linux   | x86
          i586-unknown-linux-gnu        | linux   | x86
          s390x-unknown-linux-gnu       | linux   | s390x
          x86_64-apple-darwin           | macos   | x86_64
          aarch64-apple-darwin          | macos   | aarch64
          x86_64-pc-windows-msvc        | windows | x86_64
          i686-pc-windows-gnu           | windows | x86
          aarch64-pc-windows-gnullvm    | windows | aarch64
          x86_64-unknown-freebsd        | freebsd | x86_64
          armv7-unknown-linux-gnueabihf | linux   | arm
          riscv64gc-unknown-linux-gnu   | linux   | riscv64
          powerpc64le-unknown-linux-gnu | linux   | powerpc64
          aarch64-linux-android         | android | aarch64
          armv7-linux-androideabi       | android | arm
          """)
  @DisplayName("is known by its triple, in rustc's words")
  void ofTriple(String triple, String os, String arch) {
    HostPlatform host = HostPlatform.of(new TargetTriple(triple), true);

    assertThat(host.os()).isEqualTo(os);
    assertThat(host.arch()).isEqualTo(arch);
    assertThat(host.privileged()).isTrue();
  }

  @Test
  @DisplayName("has .exe behind its executables on Windows only")
  void executables() {
    assertThat(HostPlatform.of(new TargetTriple("x86_64-pc-windows-msvc"), true))
        .returns(true, HostPlatform::isWindows)
        .returns(".exe", HostPlatform::executableSuffix);
    assertThat(HostPlatform.of(new TargetTriple("aarch64-apple-darwin"), true))
        .returns(false, HostPlatform::isWindows)
        .returns("", HostPlatform::executableSuffix);
  }
}
