package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.maven.debian.SigningKey;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A build of another process that wants the same sysroot. */
final class OtherProcess {
  private OtherProcess() {}

  static Process start(SigningKey key, String mirror, Path cache) throws IOException {
    Path file = Files.createTempFile(cache.getParent(), "key", ".asc");
    Files.writeString(file, key.armored());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            OtherProcess.class.getName(),
            file.toString(),
            mirror,
            cache.toString())
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] arguments) throws Exception {
    TargetCatalog catalog =
        TargetCatalog.load(
            List.of(
                new CatalogSource(
                    "test.yaml",
                    """
                    schemaVersion: 1
                    archives:
                      test:
                        description: Test
                        keys: [{ file: "%s" }]
                        leftOut: [debconf, libc6-dev, libc-dev]
                    sysroots:
                      test-1: { description: Test 1, archive: test, suite: stable, components: [main], packages: [libc6-dev] }
                    """
                        .formatted(arguments[0]))));
    SysrootRecord record =
        new SysrootStore(
                new HostSystem(), new ProcessRunner(), Network.DIRECT, Path.of(arguments[2]))
            .provide(
                SysrootOrder.of(catalog, "test-1", "arm64", List.of("libssl-dev"))
                    .fromMirror(arguments[1]),
                SysrootStore.Fetching.MISSING,
                any -> {});
    System.out.println(Files.readString(record.root().resolve("usr/include/openssl/ssl.h")));
  }
}
