package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.PackageArchive;
import io.github.rustcross.catalog.PackageManager;
import io.github.rustcross.catalog.PlaceWords;
import io.github.rustcross.catalog.PlatformSign;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Sysroot;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads a catalog and its overlays into the model, or says everything that is wrong with them. */
public final class CatalogLoader {
  private static final String VERSION = "catalogVersion";

  private final List<CatalogProblem> problems = new ArrayList<>();
  private final CatalogLayers layers;
  private final NewEntries newEntries;
  private final Fields root;
  private String catalog = "";

  private CatalogLoader(CatalogLayers layers) {
    this.layers = layers;
    this.newEntries = new NewEntries(layers.base());
    this.root = new Fields("", layers.merged(), layers.tolerance());
    problems.addAll(layers.problems());
  }

  /**
   * Merges the sources and the overlays that they name, later ones winning, and reads the result.
   *
   * @param sources the base catalog first
   * @throws CatalogException with all problems that were found
   */
  public static TargetCatalog load(List<CatalogSource> sources) {
    return new CatalogLoader(CatalogLayers.of(sources)).read();
  }

  /**
   * What is wrong with single overlays, for a user who is told already that others cannot be read.
   * What they are together is not looked at.
   *
   * @param overlays without the base catalog
   */
  public static List<CatalogProblem> problems(List<CatalogSource> overlays) {
    OverlayChain chain = new OverlayChain();
    overlays.forEach(chain::add);
    return chain.problems();
  }

  private TargetCatalog read() {
    root.has(SchemaCheck.KEY);
    catalog = collect(this::version, "");
    Map<String, String> groups = collect(() -> root.textMap("groups"), Map.of());
    Map<String, String> jniLayouts = collect(() -> root.textMap("jniLayouts"), Map.of());
    Map<String, Target> targets = targets();
    Map<String, PackageManager> packageManagers =
        section("packageManagers", InstallationReader::manager);
    Map<String, Toolchain> toolchains = section("toolchains", ToolchainReader::read);
    Map<String, Runner> runners = section("runners", RunnerReader::read);
    Map<String, Download> downloads = section("downloads", DownloadReader::read);
    Map<String, PackageArchive> archives = section("archives", ArchiveReader::read);
    Map<String, Sysroot> sysroots = section("sysroots", SysrootReader::read);
    CrateKnowledge crates = collect(() -> CrateReader.read(root), CrateKnowledge.NONE);
    Map<Rule, RuleKnowledge> rules =
        collect(() -> RuleReader.read(root.mapping("rules")), Map.of());
    Map<String, Diagnostic> diagnostics = section("diagnostics", DiagnosticReader::read);
    PlaceWords places = collect(() -> PlaceReader.read(root.mapping("places")), PlaceWords.NONE);
    List<PlatformSign> signs = collect(() -> PlaceReader.signs(root), List.of());
    Map<String, String> sysrootVariables =
        collect(() -> root.textMap("sysrootVariables"), Map.of());
    Map<Role, String> variables = collect(() -> variables(root.mapping("variables")), Map.of());
    List<String> hostVariables = collect(() -> root.texts("hostVariables"), List.of());
    Fields host = collect(() -> root.mapping("host"), null);
    String hostToolchain = host == null ? "" : collect(() -> host.text("toolchain"), "");
    String hostFallback = host == null ? "" : collect(() -> host.text("fallback"), "");
    Map<Rule, RuleLevel> hostRules =
        host == null
            ? Map.of()
            : collect(
                () -> host.optionalMapping("rules").map(RuleReader::levels).orElse(Map.of()),
                Map.of());
    List<String> compilers =
        host == null ? List.of() : collect(() -> host.texts("compilers"), List.of());
    collect(
        () -> {
          root.done();
          return null;
        },
        null);
    failIfAny();
    TargetCatalog read =
        new TargetCatalog(
            catalog,
            groups,
            jniLayouts,
            targets,
            packageManagers,
            toolchains,
            runners,
            downloads,
            archives,
            sysroots,
            crates,
            rules,
            diagnostics,
            places,
            signs,
            sysrootVariables,
            variables,
            hostVariables,
            hostToolchain,
            hostRules,
            hostFallback,
            compilers,
            layers.tolerance().warnings());
    if (layers.changed()) {
      problems.addAll(CatalogChecks.check(read, layers.merged(), host));
      problems.addAll(DiagnosticChecks.check(read, Optional.of(layers.base())));
      failIfAny();
    }
    return read;
  }

  /** An overlay may have a version of its own, which is not that of the catalog. */
  private String version() {
    String version = new Fields("", layers.base(), layers.tolerance()).text(VERSION);
    root.optionalText(VERSION);
    return version;
  }

  private static Map<Role, String> variables(Fields fields) {
    Map<Role, String> variables = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      if (role.hasVariable()) {
        variables.put(role, fields.text(role.id()));
      }
    }
    fields.done();
    return variables;
  }

  private Map<String, Target> targets() {
    Families families =
        new Families(collect(() -> root.optionalMapping("families"), Optional.empty()));
    Map<String, Target> targets =
        section("targets", (name, target) -> TargetReader.read(name, families.complete(target)));
    families.warnOfUnused(layers.tolerance(), newEntries.names("families"));
    return targets;
  }

  private <T> Map<String, T> section(String name, BiFunction<String, Fields, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    Fields section = collect(() -> root.mapping(name), null);
    if (section != null && !layers.changed()) {
      return new LazyEntries<>(section.keys(), key -> reader.apply(key, section.mapping(key)));
    }
    if (section != null) {
      for (String key : section.keys()) {
        T entry = collect(() -> entry(section, key, reader), null);
        if (entry != null) {
          entries.put(key, entry);
        }
      }
    }
    return entries;
  }

  private <T> T entry(Fields section, String key, BiFunction<String, Fields, T> reader) {
    Optional<CatalogProblem> incomplete =
        layers.changed() ? newEntries.problem(section, key, catalog) : Optional.empty();
    if (incomplete.isPresent()) {
      throw new CatalogException(incomplete.get());
    }
    return reader.apply(key, section.mapping(key));
  }

  /** Reads one part; its problems are kept, so that the parts after it are read too. */
  private <T> T collect(Supplier<T> reader, T otherwise) {
    try {
      return reader.get();
    } catch (CatalogException e) {
      problems.addAll(e.problems());
      return otherwise;
    }
  }

  private void failIfAny() {
    if (!problems.isEmpty()) {
      // What is wrong in a family is found again in each of its targets.
      Map<String, CatalogProblem> distinct = new LinkedHashMap<>();
      problems.stream()
          .map(this::withVersion)
          .forEach(problem -> distinct.putIfAbsent(problem.origin() + problem.message(), problem));
      throw new CatalogException(List.copyOf(distinct.values()));
    }
  }

  private CatalogProblem withVersion(CatalogProblem problem) {
    return layers
        .tolerance()
        .newer(problem.origin())
        .map(version -> SchemaCheck.withVersion(problem, version))
        .orElse(problem);
  }
}
