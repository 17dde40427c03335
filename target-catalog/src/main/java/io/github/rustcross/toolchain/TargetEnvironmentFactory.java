package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.EnvironmentAssembly.Part;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills in a toolchain's templates for a target. */
public final class TargetEnvironmentFactory {
  private static final List<Role> COMPILING = List.of(Role.CC, Role.CXX, Role.AR, Role.RANLIB);
  private static final List<Role> LINKING = List.of(Role.LINKER, Role.DLLTOOL);

  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final HostSearch search;
  private final ToolFinder tools;
  private final Path cacheDir;
  private final String rustcVersion;

  /**
   * A factory for one machine.
   *
   * @param cacheDir the tool cache, under which scripts will lie
   * @param rustcVersion such as {@code 1.95.0}
   */
  public TargetEnvironmentFactory(
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      ToolFinder tools,
      Path cacheDir,
      String rustcVersion) {
    this.catalog = catalog;
    this.host = host;
    this.search = search;
    this.tools = tools;
    this.cacheDir = cacheDir;
    this.rustcVersion = rustcVersion;
  }

  /** The environment in which a target's crates are compiled and its artifacts linked. */
  public TargetEnvironment create(Target target, Selected selection, Set<ArtifactKind> kinds) {
    Toolchain compiler = catalog.requireToolchain(selection.choice().toolchain());
    Toolchain linker = catalog.requireToolchain(selection.choice().linkingToolchain());
    EnvironmentAssembly assembly = assembly(target);
    TargetUse use = new TargetUse(target, selection.argument(), selection.sysroot());
    Part compiling = part(assembly, compiler, use, selection.floor());
    Part linking =
        linker == compiler
            ? compiling
            : part(assembly, linker, use.withoutArgument(), selection.floor());
    assembly.folder(compiling);
    COMPILING.forEach(role -> assembly.program(compiling, role));
    LINKING.forEach(role -> assembly.program(linking, role));
    assembly.settings(compiling);
    if (linking != compiling) {
      assembly.settings(linking);
    }
    selection.sysroot().ifPresent(sysroot -> assembly.sysroot(compiling, sysroot));
    Origin choice = selection.choice().origin();
    selection.choice().rustflags().forEach(flag -> assembly.flag(linking, flag, choice));
    assembly.linkPaths(linking);
    byKind(kinds, linker.rustflags())
        .forEach(flag -> assembly.flag(linking, flag, linker.origin()));
    byKind(kinds, target.rustflags())
        .forEach(flag -> assembly.flag(linking, flag, target.origin()));
    return assembly.done(
        selection.launcher().map(launcher -> assembly.launch(compiling, launcher)));
  }

  private static List<String> byKind(
      Set<ArtifactKind> kinds, Map<ArtifactKind, List<String>> flags) {
    return kinds.stream()
        .map(kind -> flags.getOrDefault(kind, List.of()))
        .distinct()
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The environment in which build scripts and proc-macros are linked on a machine that has no C
   * compiler: the linker of the catalog's fallback toolchain, and its compilers as {@code HOST_CC}.
   *
   * @param hostTarget the catalog's entry for the host
   */
  public TargetEnvironment hostFallback(Target hostTarget, Optional<GlibcVersion> floor) {
    EnvironmentAssembly assembly = assembly(hostTarget);
    Part part =
        part(
            assembly,
            catalog.requireToolchain(catalog.hostFallback()),
            new TargetUse(hostTarget, Optional.empty(), Optional.empty()),
            floor);
    for (Role role : COMPILING) {
      assembly.program(part, role, "HOST_" + catalog.variables().get(role).split("_", 2)[0]);
    }
    assembly.program(part, Role.LINKER);
    assembly.settings(part);
    return assembly.done(Optional.empty());
  }

  private EnvironmentAssembly assembly(Target target) {
    return new EnvironmentAssembly(catalog, target, host, tools, cacheDir.resolve("wrappers"));
  }

  private Part part(
      EnvironmentAssembly assembly,
      Toolchain toolchain,
      TargetUse use,
      Optional<GlibcVersion> floor) {
    LocalToolchain local = new LocalToolchain(toolchain, use, host, search);
    Map<String, String> words = local.words();
    words.put("cacheDir", cacheDir.toString());
    words.put("floorSuffix", floor.map(version -> "." + version).orElse(""));
    words.put("rustcVersion", rustcVersion);
    return new Part(toolchain, local, new Template(words, assembly::word));
  }
}
