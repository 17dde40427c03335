package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.ToolStore;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.TargetEnvironment;
import io.github.rustcross.toolchain.TargetEnvironmentFactory;
import io.github.rustcross.toolchain.Template;
import io.github.rustcross.toolchain.ToolchainRequest;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelector;
import io.github.rustcross.toolchain.WrapperScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Programs for SDKs that cannot be had for a test: under the names that they have there, and
 * handing on to what the catalog's default compiler is for the target.
 */
public final class StandIns {
  private static final HostSystem HOST = new HostSystem();

  private final TargetCatalog catalog = TargetCatalog.bundled();
  private final HostPlatform platform =
      HostPlatform.of(new TargetTriple("x86_64-unknown-linux-gnu"), false);
  private final Path folder;
  private final ToolStore tools;

  /**
   * Programs of one project; tools that they hand on to are fetched if they are not here.
   *
   * @param folder where scripts lie that they call
   */
  public StandIns(Path folder) throws ProblemException, IOException {
    this.folder = folder;
    this.tools =
        new ToolStore(
            catalog,
            HOST,
            platform,
            new ProcessRunner(),
            new RustCommands(folder, HOST.environment(), Optional.empty()),
            Network.DIRECT,
            HOST.cacheDir(),
            true);
    tools.provide(
        Set.copyOf(catalog.requireToolchain(catalog.hostFallback()).downloads()), text -> {});
  }

  /**
   * Writes a program.
   *
   * @param file where it is in the SDK
   * @param triple the target that it is for
   * @param role what it does: {@code cc}, {@code c++}, {@code ar}, {@code ranlib}, {@code linker}
   * @param before lines of the shell that come first
   */
  public void program(Path file, String triple, String role, String... before) throws IOException {
    script(file, String.join("\n", before) + "\nexec '" + called(triple, role) + "' \"$@\"\n");
  }

  /**
   * Writes a compiler that links as well.
   *
   * @param role {@code cc} or {@code c++}
   * @param before lines of the shell that come first; they may change the arguments
   */
  public void compiler(Path file, String triple, String role, String... before) throws IOException {
    script(
        file,
        """
        %s
        for argument do
          [ "$argument" = -c ] && exec '%s' "$@"
        done
        exec '%s' "$@"
        """
            .formatted(String.join("\n", before), called(triple, role), called(triple, "linker")));
  }

  /** The path of what does this for a target. */
  public String called(String triple, String role) throws IOException {
    Target target = catalog.require(new TargetTriple(triple));
    ToolchainSelection selection =
        new ToolchainSelector(
                catalog, platform, HOST, tools, new InstalledRunners(HOST, new ProcessRunner()))
            .select(
                target,
                new Needs(EnumSet.allOf(Language.class), Set.of(ArtifactKind.CDYLIB)),
                new FloorRequest.Unspecified(),
                new ToolchainRequest.Named(catalog.hostFallback(), Optional.empty()));
    TargetEnvironment environment =
        new TargetEnvironmentFactory(catalog, platform, HOST, tools, folder, "1.95.0")
            .create(target, (ToolchainSelection.Selected) selection, Set.of(ArtifactKind.CDYLIB));
    for (WrapperScript script : environment.scripts()) {
      script(script.path(), script.content());
    }
    Role wanted =
        List.of(Role.values()).stream().filter(any -> any.id().equals(role)).findFirst().get();
    String variable =
        new Template(
                Map.of(
                    "triple_", target.triple().underscored(), "TRIPLE", target.triple().shouted()))
            .tryExpand(catalog.variables().get(wanted))
            .orElseThrow();
    return environment.variables().get(variable).value();
  }

  /** Writes a script that can be run. */
  public static void script(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content.startsWith("#!") ? content : "#!/bin/sh\n" + content);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
