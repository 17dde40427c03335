package io.github.rustcross.toolchain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Picks the command that installs something on this machine out of those the catalog has. */
public final class InstallCommand {
  private InstallCommand() {}

  /**
   * The command for this distribution, else for this operating system, else for any; nothing where
   * there is none, or none without unknown words.
   *
   * @param commands by distribution or operating system, {@code any} for all others
   */
  public static Optional<String> on(
      HostPlatform host, Map<String, String> commands, Template template) {
    return Stream.concat(host.distributions().stream(), Stream.of(host.os(), "any"))
        .map(commands::get)
        .filter(Objects::nonNull)
        .map(template::tryExpand)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
