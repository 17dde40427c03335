package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import java.util.List;
import java.util.Optional;

/** Finds out whether a toolchain is on this machine, with all that a build needs of it. */
final class ToolchainAvailability {
  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final HostSearch search;
  private final ToolFinder tools;
  private final InstallCommand commands;
  private final LauncherSearch launchers;

  ToolchainAvailability(
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      ToolFinder tools,
      ProgramProbe probe) {
    this.catalog = catalog;
    this.host = host;
    this.search = search;
    this.tools = tools;
    this.commands = new InstallCommand(catalog, host, search);
    this.launchers = new LauncherSearch(host, search, probe);
  }

  /**
   * Why a way cannot be had; empty where it can.
   *
   * @param use what the toolchain that compiles is asked for
   */
  Optional<Rejection> unavailable(ToolchainChoice choice, TargetUse use, Needs needs) {
    Toolchain compiler = catalog.requireToolchain(choice.toolchain());
    Toolchain linker = catalog.requireToolchain(choice.linkingToolchain());
    Optional<Rejection> compiling = part(choice, compiler, use);
    if (compiling.isPresent() || compiler.launcher().isPresent()) {
      return compiling;
    }
    LocalToolchain local = new LocalToolchain(compiler, use, host, search);
    for (Language language : Language.values()) {
      if (needs.languages().contains(language)) {
        Role role = language == Language.C ? Role.CC : Role.CXX;
        Optional<Rejection> missing = missing(choice, compiler, local, role, use.target());
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    if (linker == compiler) {
      return missing(choice, linker, local, Role.LINKER, use.target());
    }
    Optional<Rejection> linking = part(choice, linker, use.withoutArgument());
    return linking.isPresent()
        ? linking
        : missing(
            choice,
            linker,
            new LocalToolchain(linker, use.withoutArgument(), host, search),
            Role.LINKER,
            use.target());
  }

  /** Tools, the folder, and the folders of libraries. */
  private Optional<Rejection> part(ToolchainChoice choice, Toolchain toolchain, TargetUse use) {
    for (String tool : toolchain.downloads()) {
      if (tools.state(tool) instanceof ToolState.Unavailable unavailable) {
        return rejection(
            choice,
            toolchain,
            use.target(),
            "%s is not here and cannot be had: %s"
                .formatted(tool, String.join("; ", unavailable.reasons())));
      }
    }
    LocalToolchain local = new LocalToolchain(toolchain, use, host, search);
    if (local.folder() instanceof SdkFolder.Absent absent) {
      return hinted(choice, toolchain, absent.reason());
    }
    Optional<Rejection> ambiguous =
        local.ambiguousLinkPath().flatMap(reason -> hinted(choice, toolchain, reason));
    return ambiguous.isPresent() || toolchain.launcher().isEmpty()
        ? ambiguous
        : launcher(choice, toolchain, use.target(), use.argument());
  }

  private Optional<Rejection> launcher(
      ToolchainChoice choice, Toolchain toolchain, Target target, Optional<String> argument) {
    if (!(launchers.find(toolchain, target, argument) instanceof LauncherSearch.Lacking lacking)) {
      return Optional.empty();
    }
    return lacking.installable()
        ? rejection(choice, toolchain, target, lacking.reason())
        : hinted(choice, toolchain, lacking.reason());
  }

  /**
   * What starts cargo for a toolchain that is available; empty where this machine does.
   *
   * @param argument what the user wrote behind its name
   */
  Optional<FoundLauncher> launcher(Toolchain toolchain, Target target, Optional<String> argument) {
    return toolchain.launcher().isPresent()
            && launchers.find(toolchain, target, argument) instanceof LauncherSearch.Found found
        ? Optional.of(found.launcher())
        : Optional.empty();
  }

  private Optional<Rejection> missing(
      ToolchainChoice choice, Toolchain toolchain, LocalToolchain local, Role role, Target target) {
    return toolchain.programs().get(role) instanceof Program.Found found
            && local.find(found) instanceof LocalToolchain.Lookup.Missing missing
        ? rejection(choice, toolchain, target, missing)
        : Optional.empty();
  }

  private Optional<Rejection> rejection(
      ToolchainChoice choice,
      Toolchain toolchain,
      Target target,
      LocalToolchain.Lookup.Missing missing) {
    return missing.installable()
        ? rejection(choice, toolchain, target, missing.reason())
        : hinted(choice, toolchain, missing.reason());
  }

  /** Nothing that is installed would help. */
  private static Optional<Rejection> hinted(
      ToolchainChoice choice, Toolchain toolchain, String reason) {
    return Optional.of(new Rejection(choice.label(), reason, List.of(), toolchain.terms().hints()));
  }

  private Optional<Rejection> rejection(
      ToolchainChoice choice, Toolchain toolchain, Target target, String reason) {
    List<Remedy> remedies =
        commands.of(toolchain.install(), new Template(target.names())).stream().toList();
    return remedies.isEmpty()
        ? hinted(choice, toolchain, reason)
        : Optional.of(new Rejection(choice.label(), reason, remedies));
  }
}
