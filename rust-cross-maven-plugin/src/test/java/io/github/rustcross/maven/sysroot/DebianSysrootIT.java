package io.github.rustcross.maven.sysroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.SkippedChecks;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.sysroot.SysrootStore.Fetching;
import io.github.rustcross.maven.tool.Apt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs the network, through the machine's own apt; not part of {@code mvn test}. */
@DisplayName("A sysroot of Debian")
class DebianSysrootIT {
  private static final HostSystem HOST = new HostSystem();

  @TempDir private Path cache;

  private SysrootRecord provide(String sysroot, String architecture) throws Exception {
    boolean possible = Apt.isHere(HOST);
    if (!possible) {
      SkippedChecks.need("sysroots of Debian", "run the tests on Debian or Ubuntu");
    }
    assumeTrue(possible, "no apt");
    return new SysrootStore(HOST, new ProcessRunner(), Network.DIRECT, cache)
        .provide(
            SysrootOrder.of(TargetCatalog.bundled(), sysroot, architecture, List.of("libssl-dev")),
            Fetching.MISSING,
            System.out::println);
  }

  @Test
  @DisplayName("12 for arm64 has OpenSSL's headers and libraries, and nothing leads outside")
  void arm64() throws Exception {
    SysrootRecord sysroot = provide("debian-12", "arm64");

    Path libraries = sysroot.root().resolve("usr/lib/aarch64-linux-gnu");
    assertThat(sysroot.root().resolve("usr/include/openssl/ssl.h")).isRegularFile();
    assertThat(Files.readSymbolicLink(libraries.resolve("libssl.so")).toString())
        .isEqualTo("libssl.so.3");
    assertThat(BinaryInspector.inspect(libraries.resolve("libssl.so")).architecture())
        .isEqualTo("aarch64");
    assertThat(libraries.resolve("libc.so")).isRegularFile();
    assertThat(libraries.resolve("pkgconfig/openssl.pc")).isRegularFile();
    assertThat(sysroot.root().resolve("usr/lib/gcc/aarch64-linux-gnu/12/libgcc.a")).isRegularFile();
    assertThat(sysroot.root().resolve("lib/ld-linux-aarch64.so.1")).isRegularFile();
    assertInside(sysroot.root());
  }

  @Test
  @DisplayName("11 for armhf has an OpenSSL of its own time")
  void armhf() throws Exception {
    SysrootRecord sysroot = provide("debian-11", "armhf");

    Path libraries = sysroot.root().resolve("usr/lib/arm-linux-gnueabihf");
    assertThat(sysroot.root().resolve("usr/include/openssl/ssl.h")).isRegularFile();
    assertThat(Files.readSymbolicLink(libraries.resolve("libssl.so")).toString())
        .isEqualTo("libssl.so.1.1");
    assertThat(BinaryInspector.inspect(libraries.resolve("libcrypto.so")).architecture())
        .isEqualTo("arm");
    assertThat(sysroot.root().resolve("usr/lib/gcc/arm-linux-gnueabihf/10/libgcc.a"))
        .isRegularFile();
    assertThat(sysroot.root().resolve("lib/ld-linux-armhf.so.3")).isRegularFile();
    assertThat(sysroot.packages())
        .extracting(each -> each.name())
        .contains("libssl1.1", "libc6")
        .noneMatch(name -> name.startsWith("perl") || name.startsWith("debconf"));
    assertInside(sysroot.root());
  }

  /** Every link is relative and leads to something inside. */
  private static void assertInside(Path root) throws IOException {
    Path real = root.toRealPath();
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> links = files.filter(Files::isSymbolicLink).toList();
      assertThat(links).hasSizeGreaterThan(5);
      for (Path link : links) {
        assertThat(Files.readSymbolicLink(link)).as(link.toString()).isRelative();
        assertThat(link.toRealPath().startsWith(real)).as(link.toString()).isTrue();
      }
    }
  }
}
