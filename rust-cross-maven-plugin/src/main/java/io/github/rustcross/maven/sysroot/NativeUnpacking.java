package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.MalformedArchiveException;
import io.github.rustcross.maven.debian.UnpackLimits;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Uncompresses packages with dpkg-deb where it is here: most of the time that a sysroot takes goes
 * into xz, and the library that dpkg uses needs two thirds of what ours needs. What comes out is
 * unpacked by us all the same.
 */
final class NativeUnpacking {
  private static final String XZ = ".xz";

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Optional<Path> program;

  NativeUnpacking(HostSystem host, ProcessRunner processes) {
    this.host = host;
    this.processes = processes;
    this.program = host.program("dpkg-deb");
  }

  /** Whether it serves; not every dpkg knows every compression. */
  boolean canRead(String compression) {
    return program.isPresent() && compression.equals(XZ);
  }

  /**
   * Hands on the files of a package.
   *
   * @param name the package's name, for messages
   * @throws IOException if the package is damaged or unpacks to too much, or what the reader throws
   */
  void read(Path file, String name, ProcessRunner.OutputReader reader) throws IOException {
    long size = Files.size(file);
    Command command =
        new Command(
            List.of(program.orElseThrow().toString(), "--fsys-tarfile", file.toString()),
            file.toAbsolutePath().getParent(),
            host.environment());
    ProcessOutput output;
    try {
      output =
          processes.read(
              command,
              tar -> {
                try {
                  reader.read(UnpackLimits.USUAL.limited(tar, size, name));
                } catch (IOException e) {
                  // Or the rest would be read, however much that is, and thrown away.
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!output.succeeded()) {
      throw new MalformedArchiveException(
          "%s is damaged: %s".formatted(name, output.stderr().strip()));
    }
  }
}
