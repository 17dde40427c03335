package io.github.rustcross.maven.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An ssh server of our own on a free port of this machine, with keys of its own, for the user who
 * runs the test; and an {@code ssh} that knows it and nothing else.
 */
public final class Sshd implements AutoCloseable {
  private static final int TRIES = 200;

  /** Where Debian's sshd that is started by root wants to lock itself in. */
  private static final Path SEPARATION = Path.of("/run/sshd");

  private final Path folder;
  private final int port;
  private final Process server;

  private Sshd(Path folder, int port, Process server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** The server's program; absent where it is not installed. */
  public static Optional<Path> program() {
    return Stream.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one.
   *
   * @param folder empty; keys, configuration and log go there
   */
  public static Sshd start(Path folder) throws IOException, InterruptedException {
    for (String key : List.of("host", "user")) {
      Exec.output(
          folder, Map.of(), List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key));
    }
    int port = freePort();
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        """
            .formatted(port, folder.resolve("host"), folder.resolve("user.pub")));
    Files.writeString(
        folder.resolve("ssh_config"),
        """
        Host *
          IdentityFile %s
          IdentitiesOnly yes
          UserKnownHostsFile %s
        """
            .formatted(folder.resolve("user"), folder.resolve("known_hosts")));
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s".formatted(port, Files.readString(folder.resolve("host.pub"))));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path client =
        Files.writeString(
            bin.resolve("ssh"),
            "#!/bin/sh\nPATH=${PATH#*:} exec ssh -F '%s' \"$@\"\n"
                .formatted(folder.resolve("ssh_config")));
    if (!client.toFile().setExecutable(true)) {
      throw new IOException(client + " cannot be made executable");
    }
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(SEPARATION);
    }
    Process server =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "-D",
                "-e",
                "-f",
                folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Sshd sshd = new Sshd(folder, port, server);
    sshd.awaitPort();
    return sshd;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort() throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (!server.isAlive()) {
        break;
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    throw new IOException("sshd does not answer: " + Files.readString(folder.resolve("log")));
  }

  /** What the ssh runner is given: this server, and a folder there. */
  public String destination(Path remote) {
    return "ssh://%s@127.0.0.1:%d%s".formatted(System.getProperty("user.name"), port, remote);
  }

  /** The folder that has to be first on PATH, with the {@code ssh} that knows the server. */
  public Path bin() {
    return folder.resolve("bin");
  }

  /** Ends all connections as a cable that is cut does; the server stays. */
  public void cutConnections() {
    Path program = program().orElseThrow();
    server
        .descendants()
        .filter(handle -> handle.info().command().map(Path::of).filter(program::equals).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> sessions = server.descendants().toList();
    server.destroy();
    if (!server.waitFor(5, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
    sessions.forEach(ProcessHandle::destroy);
  }
}
