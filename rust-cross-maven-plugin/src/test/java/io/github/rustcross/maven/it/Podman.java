package io.github.rustcross.maven.it;

import io.github.rustcross.maven.host.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Containers of podman with a store and a configuration of their own, and one image with next to
 * nothing in it. The settings are those that work where a container runs inside another.
 */
public final class Podman {
  private static final String IMAGE = "localhost/rust-cross-it:1";

  private final Map<String, String> environment;

  private Podman(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Makes the image; empty where podman or busybox is missing, of which a note is taken.
   *
   * @param folder where all of it goes
   */
  public static Optional<Podman> prepare(Path folder) throws IOException, InterruptedException {
    HostSystem host = new HostSystem();
    Optional<Path> busybox = host.program("busybox");
    if (host.program("podman").isEmpty() || host.program("runc").isEmpty() || busybox.isEmpty()) {
      SkippedChecks.needPackages("tests in a container", "podman", "runc", "busybox-static");
      return Optional.empty();
    }
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("tmp"));
    Files.copy(busybox.get(), Files.createDirectories(root.resolve("bin")).resolve("sh"));
    Files.writeString(
        folder.resolve("containers.conf"),
        """
        [containers]
        default_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]
        netns = "host"
        seccomp_profile = "unconfined"

        [engine]
        runtime = "runc"
        cgroup_manager = "cgroupfs"
        events_logger = "file"
        """);
    Files.writeString(
        folder.resolve("storage.conf"),
        """
        [storage]
        driver = "vfs"
        graphroot = "%s"
        runroot = "%s"
        """
            .formatted(folder.resolve("store"), folder.resolve("run")));
    Map<String, String> environment =
        Map.of(
            "CONTAINERS_CONF", folder.resolve("containers.conf").toString(),
            "CONTAINERS_STORAGE_CONF", folder.resolve("storage.conf").toString());
    Exec.output(folder, Map.of(), List.of("tar", "-C", "root", "-cf", "root.tar", "."));
    Exec.output(folder, environment, List.of("podman", "import", "root.tar", IMAGE));
    return Optional.of(new Podman(environment));
  }

  /** What the runner is given. */
  public String image() {
    return IMAGE;
  }

  /** The variables with which podman finds it. */
  public Map<String, String> environment() {
    return environment;
  }
}
