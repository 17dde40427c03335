package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.toolchain.TargetSysroot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The libraries of sysroots, which binaries that were linked against them may need. */
final class SysrootLibraries {
  private SysrootLibraries() {}

  /** Their file names, for the parts of one target. */
  static List<String> names(List<SysrootFinder.Found> sysroots, List<Target> parts)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (SysrootFinder.Found found : sysroots) {
      if (parts.contains(found.target())) {
        for (Path folder : folders(found.target(), found.sysroot())) {
          names.addAll(names(folder));
        }
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  private static List<Path> folders(Target target, TargetSysroot sysroot) {
    Path root = sysroot.root().orElse(Path.of("/"));
    String multiarch = target.names().getOrDefault("multiarch", "");
    return Stream.of("usr/lib/" + multiarch, "lib/" + multiarch, "usr/lib", "lib")
        .map(root::resolve)
        .distinct()
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".so") || name.contains(".so."))
          .toList();
    }
  }
}
