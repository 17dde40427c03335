package io.github.rustcross.maven.sysroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A machine with packages of a foreign architecture")
class InstalledPackagesTest {
  @TempDir private Path root;

  private static SysrootOrder order(String... packages) {
    return SysrootOrder.of(TargetCatalog.bundled(), "multiarch", "arm64", List.of(packages));
  }

  private void status(String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve("var/lib/dpkg"));
    Files.writeString(folder.resolve("status"), text);
  }

  @Test
  @DisplayName("is the sysroot itself, if it has what is needed")
  void here() throws Exception {
    status(
        """
        Package: libssl-dev
        Status: install ok installed
        Architecture: amd64

        Package: libssl-dev
        Status: install ok installed
        Architecture: arm64

        Package: headers
        Status: install ok installed
        Architecture: all
        """);

    InstalledPackages installed = new InstalledPackages(root);

    assertThat(installed.require(order("libssl-dev", "headers")).root()).isEqualTo(root);
    assertThat(installed.present(order("libssl-dev"))).isPresent();
  }

  @Test
  @DisplayName("that lacks a package is told the commands that install it")
  void missing() throws Exception {
    status(
        """
        Package: libssl-dev
        Status: install ok installed
        Architecture: amd64

        Package: zlib1g-dev
        Status: deinstall ok config-files
        Architecture: arm64
        """);

    InstalledPackages installed = new InstalledPackages(root);

    assertThat(installed.present(order("libssl-dev"))).isEmpty();
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> installed.require(order("zlib1g-dev", "libssl-dev")))
                .problems())
        .containsExactly(
            Problem.of(
                ProblemCode.SYSROOT_MISSING,
                "sysroot multiarch for arm64: not installed on this machine: libssl-dev:arm64 zlib1g-dev:arm64",
                "dpkg --add-architecture arm64 && apt-get update && apt-get install -y libssl-dev:arm64 zlib1g-dev:arm64"));
  }

  @Test
  @DisplayName("without dpkg is told what to take instead")
  void withoutDpkg() {
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> new InstalledPackages(root).require(order("libssl-dev")))
                .problems())
        .containsExactly(
            Problem.of(
                ProblemCode.SYSROOT_MISSING,
                "sysroot multiarch for arm64 is for machines whose packages are dpkg's: %s cannot be read"
                    .formatted(root.resolve("var/lib/dpkg/status")),
                "Take another sysroot, which is made of packages that are fetched (docs/sysroots.md)."));
  }
}
