package io.github.rustcross.toolchain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a user can do so that something is on this machine. */
public sealed interface Remedy permits PackageInstall, Remedy.CommandLine {
  /** The command line, to be copied. */
  String text();

  /**
   * A command that no package manager is behind.
   *
   * @param text the command line
   */
  record CommandLine(String text) implements Remedy {}

  /** The command lines for all of them: one for each package manager, none twice. */
  static List<String> commands(Collection<? extends Remedy> remedies) {
    Map<String, PackageInstall> installs = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>();
    for (Remedy remedy : remedies) {
      if (remedy instanceof PackageInstall install) {
        installs.merge(install.manager().name(), install, PackageInstall::and);
      } else {
        others.add(remedy.text());
      }
    }
    List<String> commands = new ArrayList<>();
    installs.values().forEach(install -> commands.add(install.text()));
    commands.addAll(others);
    return commands;
  }

  /** All of them as one line; nothing where there are none. */
  static Optional<String> line(Collection<? extends Remedy> remedies) {
    return remedies.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" && ", commands(remedies)));
  }
}
