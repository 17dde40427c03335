package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.HostProgram;
import io.github.rustcross.catalog.Installation;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.PackageManager;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code packageManagers:} and every {@code install:}, and checks one against the other. */
final class InstallationReader {
  private static final String KEY = "install";
  private static final String ANY = "any";

  private InstallationReader() {}

  static PackageManager manager(String name, Fields fields) {
    PackageManager manager =
        new PackageManager(
            name,
            fields.text("program"),
            fields.text(KEY),
            fields.texts("foreign"),
            fields.flag("root", false),
            fields.origin());
    if (!manager.install().contains(PackageManager.PACKAGES)) {
      throw fields.problem(
          KEY,
          fields.origin(KEY),
          "'%s' does not say where the packages go: it needs %s"
              .formatted(manager.install(), PackageManager.PACKAGES));
    }
    fields.done();
    return manager;
  }

  /** The {@code install:} of an entry. */
  static Installation read(Fields entry) {
    return entry
        .optionalMapping(KEY)
        .map(InstallationReader::installation)
        .orElse(Installation.NONE);
  }

  private static Installation installation(Fields fields) {
    Map<String, List<String>> packages = new LinkedHashMap<>();
    Optional<String> command = fields.optionalText(ANY);
    for (String key : fields.keys()) {
      if (!key.equals(ANY)) {
        packages.put(key, fields.texts(key));
      }
    }
    return new Installation(packages, command);
  }

  /** Package managers that the catalog does not know. */
  static List<CatalogProblem> check(TargetCatalog catalog) {
    List<CatalogProblem> problems = new ArrayList<>();
    for (Toolchain toolchain : catalog.toolchains().values()) {
      String path = "toolchains." + toolchain.name();
      check(toolchain.install(), catalog, toolchain.origin(), path, problems);
    }
    for (Diagnostic diagnostic : catalog.diagnostics().values()) {
      String path = "diagnostics." + diagnostic.id();
      check(diagnostic.install(), catalog, diagnostic.origin(), path, problems);
    }
    for (HostProgram program : catalog.crates().programs().values()) {
      String path = "hostPrograms." + program.name();
      check(program.install(), catalog, program.origin(), path, problems);
    }
    for (Runner runner : catalog.runners().values()) {
      String path = "runners." + runner.name();
      check(runner.install(), catalog, runner.origin(), path, problems);
      runner
          .sysroot()
          .ifPresent(
              sysroot ->
                  check(sysroot.install(), catalog, runner.origin(), path + ".sysroot", problems));
    }
    return problems;
  }

  private static void check(
      Installation installation,
      TargetCatalog catalog,
      Origin origin,
      String path,
      List<CatalogProblem> problems) {
    for (String manager : installation.packages().keySet()) {
      CatalogChecks.dangling(
              "package manager",
              manager,
              catalog.packageManagers().keySet(),
              origin,
              path + "." + KEY)
          .ifPresent(problems::add);
    }
  }
}
