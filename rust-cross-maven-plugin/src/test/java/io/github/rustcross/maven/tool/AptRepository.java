package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.Exec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An archive of packages in a folder, and an apt-get that knows no other. */
final class AptRepository {
  private final Path folder;
  private final Path sources;

  AptRepository(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("archive"));
    this.sources =
        Files.writeString(
            folder.resolve("sources.list"), "deb [trusted=yes] file:" + this.folder + " ./\n");
    index();
  }

  /** Whether this machine has what it takes. */
  static boolean isPossible() {
    return Stream.of("apt-get", "dpkg-deb")
        .allMatch(name -> new HostSystem().program(name).isPresent());
  }

  /** Puts the machine's apt and dpkg on the PATH of a machine of a test. */
  void putOn(Bin bin) throws IOException {
    HostSystem host = new HostSystem();
    bin.with(
        "apt-get",
        "echo \"$@\" >> '%s'\nexec '%s' -o Dir::Etc::SourceList='%s' -o Dir::Etc::SourceParts=/dev/null \"$@\""
            .formatted(log(), host.program("apt-get").orElseThrow(), sources));
    bin.with("dpkg-deb", "exec '%s' \"$@\"".formatted(host.program("dpkg-deb").orElseThrow()));
  }

  private Path log() {
    return folder.resolveSibling("apt.log");
  }

  /** What apt-get was asked for, the last word of each call. */
  List<String> asked() throws IOException {
    return Files.readAllLines(log()).stream()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  /** The root folder of a package that is to be built. */
  Path content(String name) throws IOException {
    return Files.createDirectories(folder.resolveSibling("packages").resolve(name));
  }

  /** Builds a package and adds it, in the place of another version of it. */
  void add(String name, String version) throws Exception {
    Path content = content(name);
    Files.createDirectories(content.resolve("DEBIAN"));
    Files.writeString(content.resolve("DEBIAN/control"), control(name, version));
    remove(name);
    Exec.Result built =
        Exec.run(
            folder,
            Map.of(),
            List.of(
                "dpkg-deb",
                "--root-owner-group",
                "--build",
                content.toString(),
                folder.resolve(name + "_" + version + "_all.deb").toString()));
    if (built.exitCode() != 0) {
      throw new IOException(built.stderr());
    }
    index();
  }

  private static String control(String name, String version) {
    return """
        Package: %s
        Version: %s
        Architecture: all
        Maintainer: Nobody <nobody@example.com>
        Description: for a test
        """
        .formatted(name, version);
  }

  /** Takes the file of a package away; the index still has it. */
  void remove(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(file -> file.getFileName().toString().startsWith(name + "_")).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The file of a package. */
  Path file(String name, String version) {
    return folder.resolve(name + "_" + version + "_all.deb");
  }

  /** Writes the index of what is there. */
  void index() throws IOException {
    StringBuilder index = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".deb")).sorted().toList()) {
        String[] parts = file.getFileName().toString().split("_", -1);
        index
            .append(control(parts[0], parts[1]))
            .append("Filename: ./%s\n".formatted(file.getFileName()))
            .append("Size: %d\n".formatted(Files.size(file)))
            .append("SHA256: %s\n\n".formatted(Digest.sha256(file)));
      }
    }
    Path packages = folder.resolve("Packages");
    Instant last =
        Files.exists(packages) ? Files.getLastModifiedTime(packages).toInstant() : Instant.EPOCH;
    Files.write(packages, index.toString().getBytes(StandardCharsets.UTF_8));
    if (!Files.getLastModifiedTime(packages).toInstant().isAfter(last.plusSeconds(1))) {
      // apt takes an index of the same second for the one that it has.
      Files.setLastModifiedTime(packages, FileTime.from(last.plus(Duration.ofSeconds(2))));
    }
  }
}
