package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.ToolchainChoice;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One build of the matrix.
 *
 * @param crate the folder of the crate in {@code crates}
 * @param toolchain the toolchain that is asked for, {@code auto} to let the catalog choose
 * @param fromSource whether the standard library is built from source
 */
record MatrixJob(String crate, String toolchain, boolean fromSource) {
  /** The crate that becomes a library for the JVM. */
  static final String LIBRARY = "jni";

  private static final String AUTO = "auto";

  /** The build of the libraries for the JVM. */
  static final MatrixJob LIBRARIES = new MatrixJob(LIBRARY, AUTO, false);

  /** The name of its module, and of the module's folder. */
  String module() {
    return crate + "-" + toolchain + (fromSource ? "-source" : "");
  }

  /** A build and its targets in one line. */
  static String line(Map.Entry<MatrixJob, List<String>> job) {
    MatrixJob build = job.getKey();
    return String.join(
        "\t",
        build.crate,
        build.toolchain,
        Boolean.toString(build.fromSource),
        String.join(",", job.getValue()));
  }

  /** What {@link #line} was made of. */
  static Map.Entry<MatrixJob, List<String>> parse(String line) {
    String[] parts = line.split("\t");
    return Map.entry(
        new MatrixJob(parts[0], parts[1], Boolean.parseBoolean(parts[2])),
        List.of(parts[3].split(",")));
  }

  /** The toolchains that serve a target on this kind of machine, in the target's order. */
  static Set<String> toolchains(Target target, String hostOs) {
    Set<String> names = new LinkedHashSet<>();
    choices(target, hostOs).forEach(choice -> names.add(choice.toolchain()));
    return names;
  }

  /** The crate with as much foreign code as target and toolchain take. */
  static String crate(TargetCatalog catalog, Target target, String toolchain, String hostOs) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (ToolchainChoice choice : choices(target, hostOs)) {
      if (choice.toolchain().equals(toolchain)) {
        Set<Language> both = EnumSet.noneOf(Language.class);
        both.addAll(catalog.requireToolchain(choice.toolchain()).compiles());
        both.retainAll(catalog.requireToolchain(choice.linkingToolchain()).links());
        languages.addAll(both);
      }
    }
    if (target.std() == StdSupport.CORE) {
      return languages.contains(Language.C) ? "bare-c" : "bare";
    }
    return languages.contains(Language.CXX)
        ? "cpp"
        : languages.contains(Language.C) ? "c" : "plain";
  }

  private static List<ToolchainChoice> choices(Target target, String hostOs) {
    return target.toolchains().stream()
        .filter(choice -> choice.kinds().contains(ArtifactKind.BIN))
        .filter(choice -> choice.hosts().isEmpty() || choice.hosts().contains(hostOs))
        .toList();
  }

  /** What the module's POM says of the toolchain; nothing where the catalog chooses. */
  Optional<String> named() {
    return toolchain.equals(AUTO) ? Optional.empty() : Optional.of(toolchain);
  }
}
