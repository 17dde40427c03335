package io.github.rustcross.maven.build;

import io.github.rustcross.maven.build.PlanService.CatalogLoad;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.rust.Channels;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.maven.rust.Rustup;
import io.github.rustcross.maven.tool.CacheLock;
import io.github.rustcross.maven.tool.LauncherImages;
import io.github.rustcross.maven.tool.ToolStore;
import io.github.rustcross.toolchain.Launch;
import io.github.rustcross.toolchain.WrapperScript;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings everything here that a plan needs: standard libraries, tools, scripts. */
public final class Provisioning {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

  private final HostSystem host;
  private final PlanService plans;
  private final Rustup rustup;
  private final Channels channels;
  private final LauncherImages images;

  /** A provisioning. */
  @Inject
  public Provisioning(
      PlanService plans, HostSystem host, Rustup rustup, Channels channels, LauncherImages images) {
    this.plans = plans;
    this.host = host;
    this.rustup = rustup;
    this.channels = channels;
    this.images = images;
  }

  /**
   * Brings it here.
   *
   * @return the plan with the paths that now hold
   * @throws ProblemException if something cannot be had
   */
  public PlannedBuild provide(PlannedBuild planned) throws ProblemException, IOException {
    installRust(planned.commands(), planned.plan().stdToInstall(), planned.plan().components());
    provideImages(planned);
    boolean fetched = planned.tools().provide(planned.plan().tools(), LOG::info);
    fetched |= planned.sysroots().provide(planned.plan().sysroots(), LOG::info);
    PlannedBuild ready = fetched ? planned.again() : planned;
    try {
      writeScripts(ready.plan());
    } catch (IOException e) {
      throw ToolStore.unusable(planned.request().cacheDir(), e);
    }
    return ready;
  }

  /** Writes scripts into the tool cache. */
  static void write(Path cacheDir, List<WrapperScript> scripts) throws ProblemException {
    try {
      for (WrapperScript script : scripts) {
        write(script);
      }
    } catch (IOException e) {
      throw ToolStore.unusable(cacheDir, e);
    }
  }

  /**
   * The facts for a plan. A Rust toolchain that is merely not installed comes first: nothing is
   * known without it.
   */
  Facts facts(BuildRequest request, CatalogLoad catalog) throws ProblemException, IOException {
    try {
      return plans.facts(request, catalog);
    } catch (ProblemException e) {
      boolean onlyMissing =
          e.problems().stream().allMatch(problem -> problem.code() == ProblemCode.CHANNEL_MISSING);
      if (!onlyMissing || !request.mayInstall()) {
        throw e;
      }
      installToolchain(plans.commands(request));
      return plans.facts(request, catalog);
    }
  }

  /**
   * Installs the rustup toolchain that is asked for, or that rustup chooses.
   *
   * @throws ProblemException if rustup refuses
   */
  void installToolchain(RustCommands commands) throws ProblemException, IOException {
    Command command = channels.installCommand(commands);
    try (CacheLock lock = lockRustup("the Rust toolchain is not installed", command)) {
      LOG.info("Installing a Rust toolchain: {}", command.display());
      channels.install(commands);
    }
  }

  /**
   * Has rustup install standard libraries and components, if there are any to install.
   *
   * @throws ProblemException if rustup refuses
   */
  void installRust(RustCommands commands, List<String> std, List<String> components)
      throws ProblemException, IOException {
    if (std.isEmpty() && components.isEmpty()) {
      return;
    }
    // rustup has no lock of its own: two that install at once damage each other's work.
    try (CacheLock lock =
        std.isEmpty()
            ? lockRustup(
                "the source of the standard library is not installed",
                rustup.componentCommand(commands, components))
            : lockRustup(
                "the standard library of %s is not installed".formatted(String.join(", ", std)),
                rustup.addCommand(commands, std))) {
      if (!std.isEmpty()) {
        LOG.info("Installing std of {}", String.join(", ", std));
        rustup.add(commands, std);
      }
      if (!components.isEmpty()) {
        LOG.info("Installing {}", String.join(", ", components));
        rustup.addComponents(commands, components);
      }
    }
  }

  private void provideImages(PlannedBuild planned) throws ProblemException, IOException {
    Set<Launch.Image> needed =
        planned.plan().jobs().stream()
            .flatMap(job -> job.launcher().stream())
            .flatMap(launcher -> launcher.launch().image().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Problems problems = new Problems();
    for (Launch.Image image : needed) {
      try {
        images.provide(image, planned.commands(), planned.request().mayInstall(), LOG::info);
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    problems.failIfAny();
  }

  private CacheLock lockRustup(String missing, Command command)
      throws ProblemException, IOException {
    Path file = host.rustupHome().resolve("rust-cross.lock");
    try {
      return CacheLock.acquire(file, "rustup's folder");
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.STD_MISSING,
              "%s, and rustup's folder cannot be used: %s".formatted(missing, Storage.reason(e)),
              "Set RUSTUP_HOME to a folder that can be written, or have somebody run who may: "
                  + command.display()),
          e);
    }
  }

  private static void writeScripts(BuildPlan plan) throws IOException {
    for (CargoJob job : plan.jobs()) {
      if (job.recorder().isPresent()) {
        write(job.recorder().get().script());
      }
      for (BuildUnit unit : job.units()) {
        for (WrapperScript script : unit.environment().scripts()) {
          write(script);
        }
      }
    }
    for (WrapperScript script : plan.hostScripts()) {
      write(script);
    }
  }

  /** A script that is there stays untouched: compiler caches look at its time. */
  private static void write(WrapperScript script) throws IOException {
    Path path = script.path();
    if (Files.isExecutable(path)) {
      return;
    }
    Files.createDirectories(path.getParent());
    Path partial = path.resolveSibling("." + path.getFileName() + "-" + UUID.randomUUID());
    Files.writeString(partial, script.content());
    if (!partial.toFile().setExecutable(true, false)) {
      throw new IOException(partial + " cannot be made executable");
    }
    Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
