package io.github.rustcross.maven.it;

import io.github.rustcross.maven.host.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Containers of podman with a store and a configuration of their own. The settings are those that
 * work where a container runs inside another.
 */
public final class Podman {
  private static final String IMAGE = "localhost/rust-cross-it:1";

  private final Path folder;
  private final Map<String, String> environment;

  private Podman(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Makes an image with next to nothing in it; empty where podman or busybox is missing, of which a
   * note is taken.
   *
   * @param folder where all of it goes
   */
  public static Optional<Podman> prepare(Path folder) throws IOException, InterruptedException {
    Optional<Path> busybox = new HostSystem().program("busybox");
    if (isMissing() || busybox.isEmpty()) {
      SkippedChecks.needPackages("tests in a container", "podman", "runc", "busybox-static");
      return Optional.empty();
    }
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("tmp"));
    Files.copy(busybox.get(), Files.createDirectories(root.resolve("bin")).resolve("sh"));
    Podman podman = configured(folder);
    Exec.output(folder, Map.of(), List.of("tar", "-C", "root", "-cf", "root.tar", "."));
    podman.add(folder.resolve("root.tar"), IMAGE);
    return Optional.of(podman);
  }

  /**
   * Makes images with compilers and no Rust; empty where podman or a compiler is missing, of which
   * a note is taken.
   *
   * @param folder where all of it goes; what an earlier run has left there is removed
   * @param images by name the variables that each has
   */
  public static Optional<Podman> withCompilers(Path folder, Map<String, List<String>> images)
      throws IOException, InterruptedException {
    // Not by Java: links in an image's files may lead anywhere.
    Exec.output(folder.getParent(), Map.of(), List.of("rm", "-rf", folder.toString()));
    Files.createDirectories(folder);
    String[] packages = {
      "dash", "coreutils", "gcc", "libc6-dev", "gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"
    };
    Optional<Path> archive =
        isMissing() || new HostSystem().program("dpkg-query").isEmpty()
            ? Optional.empty()
            : DebianImage.pack(Files.createDirectories(folder.resolve("files")), packages);
    if (archive.isEmpty()) {
      List<String> needed = new ArrayList<>(List.of("podman", "runc", "catatonit"));
      needed.addAll(List.of(packages));
      SkippedChecks.needPackages("builds in a container", needed.toArray(String[]::new));
      return Optional.empty();
    }
    Podman podman = configured(folder);
    for (Map.Entry<String, List<String>> image : images.entrySet()) {
      podman.add(archive.get(), image.getKey(), image.getValue());
    }
    return Optional.of(podman);
  }

  private static boolean isMissing() {
    HostSystem host = new HostSystem();
    return host.program("podman").isEmpty() || host.program("runc").isEmpty();
  }

  private static Podman configured(Path folder) throws IOException, InterruptedException {
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
    Podman podman =
        new Podman(
            folder,
            Map.of(
                "CONTAINERS_CONF", folder.resolve("containers.conf").toString(),
                "CONTAINERS_STORAGE_CONF", folder.resolve("storage.conf").toString()));
    // Not everywhere, but without copying an image for every container.
    return podman.storedBy("overlay") ? podman : podman.orStoredBy("vfs");
  }

  private boolean storedBy(String driver) throws IOException, InterruptedException {
    // podman waits twenty seconds for the end of each container where this has more than 50
    // letters.
    Path run =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "rust-cross-it-%s-%08x".formatted(driver, folder.hashCode()));
    Files.writeString(
        folder.resolve("storage.conf"),
        """
        [storage]
        driver = "%s"
        graphroot = "%s"
        runroot = "%s"
        """
            .formatted(driver, folder.resolve("store-" + driver), run));
    return Exec.run(folder, environment, List.of("podman", "info")).exitCode() == 0;
  }

  private Podman orStoredBy(String driver) throws IOException, InterruptedException {
    if (!storedBy(driver)) {
      throw new AssertionError("podman cannot store images in " + folder);
    }
    return this;
  }

  private void add(Path archive, String image) throws IOException, InterruptedException {
    add(archive, image, List.of());
  }

  private void add(Path archive, String image, List<String> variables)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("podman", "import", "--quiet"));
    variables.forEach(variable -> line.addAll(List.of("--change", "ENV " + variable)));
    line.addAll(List.of(archive.toString(), image));
    Exec.output(folder, environment, line);
  }

  /** The containers that there are, running or not. */
  public List<String> containers() throws IOException, InterruptedException {
    return Exec.output(folder, environment, List.of("podman", "ps", "--all", "--quiet"))
        .lines()
        .toList();
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
