package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.maven.tool.RunnerPreparation;
import io.github.rustcross.maven.tool.ToolStore;
import io.github.rustcross.runner.RunnerFolders;
import io.github.rustcross.runner.RunnerRequest;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.runner.RunnerSelector;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.ToolFinder;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.WrapperScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a binary with the runner that the catalog has for the target that its header tells of. */
final class BinaryRunner {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final HostSystem HOST = new HostSystem();

  private static final HostPlatform PLATFORM =
      HostPlatform.of(
          new TargetTriple(
              System.getProperty("os.arch").replace("amd64", "x86_64") + "-unknown-linux-gnu"),
          HOST.privileged());
  private static final ToolFinder NOTHING_FETCHED =
      tool -> new ToolState.Unavailable(List.of("nothing is fetched for this"));

  private BinaryRunner() {}

  /** Whether these tests know a way of running a binary, installed here or not. */
  static boolean knows(Path binary) throws IOException {
    Inspection inspection = inspect(binary);
    return inspection.kind() == FileKind.EXECUTABLE && target(inspection).isPresent();
  }

  /** Runs a binary; empty where its runner is missing, of which a note is taken. */
  static Optional<Exec.Result> run(Path binary, List<String> arguments)
      throws IOException, InterruptedException {
    Inspection inspection = inspect(binary);
    Target target =
        target(inspection)
            .orElseThrow(
                () ->
                    new AssertionError("no way is known of running " + binary + ": " + inspection));
    RunnerSelection selection = select(target, binary.getParent(), NOTHING_FETCHED);
    if (selection instanceof RunnerSelection.Unrunnable unrunnable) {
      String remedy =
          unrunnable.rejections().stream()
              .flatMap(rejection -> rejection.remedy().stream())
              .findFirst()
              .orElse("(nothing is known that would help: " + unrunnable + ")");
      SkippedChecks.need("running programs for " + target.triple(), remedy);
      return Optional.empty();
    }
    return Optional.of(run((RunnerSelection.Runnable) selection, binary, arguments));
  }

  /** What runs programs of a target here; what it needs is fetched. */
  static RunnerSelection select(Target target, Path folder) throws IOException {
    ToolStore tools =
        new ToolStore(
            CATALOG,
            HOST,
            PLATFORM,
            new ProcessRunner(),
            new RustCommands(folder, Map.of(), Optional.empty()),
            Network.DIRECT,
            HOST.cacheDir(),
            true);
    RunnerSelection selection = select(target, folder, tools);
    if (selection instanceof RunnerSelection.Runnable runner) {
      try {
        return tools.provide(runner.tools(), System.out::println)
            ? select(target, folder, tools)
            : selection;
      } catch (ProblemException e) {
        throw new AssertionError(e.getMessage(), e);
      }
    }
    return selection;
  }

  /** Runs a program with a runner. */
  static Exec.Result run(RunnerSelection.Runnable runner, Path binary, List<String> arguments)
      throws IOException, InterruptedException {
    prepare(runner);
    List<String> command = new ArrayList<>(runner.command());
    command.add(binary.toString());
    command.addAll(arguments);
    return Exec.run(binary.getParent(), variables(runner), command);
  }

  /** The variables that a runner's programs need. */
  static Map<String, String> variables(RunnerSelection.Runnable runner) {
    Map<String, String> variables = new LinkedHashMap<>();
    runner.environment().forEach((name, value) -> variables.put(name, value.value()));
    return variables;
  }

  private static RunnerSelection select(Target target, Path folder, ToolFinder tools) {
    return new RunnerSelector(
            CATALOG,
            PLATFORM,
            HOST,
            tools,
            new InstalledRunners(HOST, new ProcessRunner()),
            ModuleFolders.target().resolve("runners"))
        .select(target, new RunnerRequest.Auto(), new RunnerFolders(folder, folder));
  }

  /** Writes a runner's scripts, and sets it up. */
  static void prepare(RunnerSelection.Runnable runner) throws IOException {
    for (WrapperScript script : runner.scripts()) {
      Files.createDirectories(script.path().getParent());
      Files.writeString(script.path(), script.content());
      if (!script.path().toFile().setExecutable(true)) {
        throw new IOException(script.path() + " cannot be made executable");
      }
    }
    try {
      new RunnerPreparation(HOST, new ProcessRunner()).prepare(runner, System.out::println);
    } catch (ProblemException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Inspection inspect(Path binary) throws IOException {
    try {
      return BinaryInspector.inspect(binary);
    } catch (MalformedBinaryException e) {
      throw new AssertionError(binary + " is no binary: " + e.getMessage(), e);
    }
  }

  /** A target on which a program with this header runs; a Wine for 32 bits is not asked for. */
  private static Optional<Target> target(Inspection inspection) {
    boolean runnable =
        inspection.format() == BinaryFormat.ELF
            || inspection.format() == BinaryFormat.PE && inspection.bits() == 64;
    return CATALOG.targets().values().stream()
        .filter(target -> runnable && target.binary().format().equals(inspection.format().id()))
        .filter(target -> target.platform().arch().equals(inspection.architecture()))
        .filter(target -> target.platform().endian().equals(inspection.endianness().id()))
        .filter(target -> target.platform().pointerWidth() == inspection.bits())
        .filter(target -> target.runners().size() > 1 && loads(target, inspection))
        .findFirst();
  }

  private static boolean loads(Target target, Inspection inspection) {
    boolean hasLoader = "dynamic".equals(target.binary().linkage().get(ArtifactKind.BIN));
    return inspection.format() == BinaryFormat.PE
        || inspection
            .interpreter()
            .map(
                loader ->
                    hasLoader && target.libc().flatMap(Libc::loader).equals(Optional.of(loader)))
            .orElse(!hasLoader);
  }
}
