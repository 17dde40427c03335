package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The machine's apt-get with folders of its own: nothing of the system is changed, and root is not
 * needed. Sources, mirrors, logins and proxies are those of the machine.
 */
public final class Apt {
  private static final String PROGRAM = "apt-get";

  /** What distributions have apt do afterwards, to files of the system. */
  private static final List<String> HOOKS =
      List.of(
          "APT::Update::Pre-Invoke",
          "APT::Update::Post-Invoke",
          "APT::Update::Post-Invoke-Success",
          "APT::Update::Post-Invoke-Stats");

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Network network;
  private final Path home;
  private final List<String> settings;

  /**
   * An apt.
   *
   * @param home where its lists and its cache lie; is made when it is first called
   * @param settings further settings, {@code name=value}
   */
  public Apt(
      HostSystem host, ProcessRunner processes, Network network, Path home, List<String> settings) {
    this.host = host;
    this.processes = processes;
    this.network = network;
    this.home = home;
    this.settings = List.copyOf(settings);
  }

  /** Whether this machine has an apt. */
  public static boolean isHere(HostSystem host) {
    return host.program(PROGRAM).isPresent();
  }

  /**
   * Calls it.
   *
   * @param directory where it runs, and puts what it is told to download
   * @param arguments the command and its arguments
   * @throws IOException if it cannot be started or its folders cannot be made
   */
  public ProcessOutput run(Path directory, List<String> arguments) throws IOException {
    for (String folder : List.of("state/lists/partial", "cache/archives/partial", "log")) {
      Files.createDirectories(home.resolve(folder));
    }
    Path configuration =
        Files.writeString(
            home.resolve("hooks.conf"),
            HOOKS.stream().map(hook -> "#clear " + hook + ";\n").collect(Collectors.joining()));
    Path status = Files.write(home.resolve("status"), new byte[0]);
    List<String> line = new ArrayList<>();
    line.add(host.program(PROGRAM).orElseThrow().toString());
    line.addAll(List.of("--quiet", "--quiet", "--config-file=" + configuration));
    Map<String, String> own =
        new TreeMap<>(
            Map.of(
                "Dir::State", home.resolve("state").toString(),
                "Dir::State::Lists", home.resolve("state/lists").toString(),
                "Dir::State::status", status.toString(),
                "Dir::Cache", home.resolve("cache").toString(),
                "Dir::Log", home.resolve("log").toString(),
                "Debug::NoLocking", "true",
                "Acquire::Languages", "none",
                // As root, apt would hand the download to a user who may not write here.
                "APT::Sandbox::User", "root"));
    own.forEach((name, value) -> line.addAll(List.of("-o", name + "=" + value)));
    settings.forEach(setting -> line.addAll(List.of("-o", setting)));
    line.addAll(arguments);
    Map<String, String> environment = network.environment(host.environment());
    environment.put("LC_ALL", "C");
    return processes.capture(new Command(line, directory, environment));
  }

  /** What went wrong, in apt's own words: its errors, or its warnings where there are none. */
  public static String reason(ProcessOutput output) {
    return AptOutput.reason(output.stderr());
  }
}
