package io.github.rustcross.maven.explain;

import io.github.rustcross.catalog.PackageManager;
import io.github.rustcross.maven.build.Checkup;
import io.github.rustcross.maven.plan.TargetHealth;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.toolchain.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that bring here what is missing. */
final class Commands {
  private Commands() {}

  /** One for each package manager, one for rustup, and those that no package manager has. */
  static List<String> of(Checkup checkup) {
    List<Remedy> remedies =
        checkup.targets().stream().map(TargetHealth::remedies).flatMap(List::stream).toList();
    List<String> commands = new ArrayList<>(Remedy.commands(remedies));
    String std =
        checkup.targets().stream()
            .flatMap(health -> health.std().missing().stream())
            .distinct()
            .collect(Collectors.joining(" "));
    if (!std.isEmpty() && checkup.view().search().program("rustup").isPresent()) {
      commands.add("rustup target add " + std + channel(checkup));
    }
    return commands;
  }

  private static String channel(Checkup checkup) {
    return checkup.channel().map(name -> " --toolchain " + name).orElse("");
  }

  /** The names of the catalog's package managers that this machine has. */
  static List<String> packageManagers(TargetView view) {
    return view.catalog().packageManagers().values().stream()
        .filter(manager -> view.search().program(manager.program()).isPresent())
        .map(PackageManager::name)
        .toList();
  }
}
