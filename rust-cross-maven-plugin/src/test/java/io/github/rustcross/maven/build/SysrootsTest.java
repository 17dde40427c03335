package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.plan.SysrootRequest;
import io.github.rustcross.maven.plan.SysrootSettings;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.sysroot.SysrootStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packages of sysroots")
class SysrootsTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final Target ARM = CATALOG.require(new TargetTriple("aarch64-unknown-linux-gnu"));
  private static final String OWN = "https://mirror.acme.com/debian";
  private static final String OTHER = "https://other.acme.com/debian";

  @TempDir Path folder;

  @Test
  @DisplayName("come from the archive's mirror in settings.xml unless the parameter names one")
  void mirrors() throws Exception {
    Path byParameter = root("debian-12", Optional.of(OWN), Map.of());

    assertThat(root("debian-12", Optional.empty(), Map.of("rust-cross-debian", OWN)))
        .isEqualTo(byParameter);
    assertThat(root("debian-12", Optional.of(OWN), Map.of("rust-cross-debian", OTHER)))
        .isEqualTo(byParameter);
    assertThat(root("debian-12", Optional.empty(), Map.of("rust-cross-ubuntu", OWN)))
        .isEqualTo(root("debian-12", Optional.empty(), Map.of()))
        .isNotEqualTo(byParameter);
  }

  /** Where a sysroot is, which depends on where it is from. */
  private Path root(String name, Optional<String> parameter, Map<String, String> mirrors)
      throws Exception {
    Network network =
        Network.of(
            new NetworkSettings(Optional.empty(), Optional.empty(), mirrors), Map.of(), false);
    Sysroots sysroots =
        new Sysroots(
            CATALOG,
            new SysrootSettings(List.of(), List.of(), parameter, folder, false, false),
            network,
            new SysrootStore(new HostSystem(), new ProcessRunner(), network, folder),
            true);
    return sysroots
        .find(ARM, new SysrootRequest.OfCatalog(CATALOG.sysroots().get(name)), List.of())
        .sysroot()
        .root()
        .orElseThrow();
  }
}
