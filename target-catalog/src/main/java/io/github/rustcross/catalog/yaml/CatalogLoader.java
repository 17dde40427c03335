package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.PackageManager;
import io.github.rustcross.catalog.PlaceWords;
import io.github.rustcross.catalog.PlatformSign;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads a catalog and its overlays into the model, or says everything that is wrong with them. */
public final class CatalogLoader {
  private static final String VERSION = "catalogVersion";

  private final List<CatalogProblem> problems = new ArrayList<>();
  private final Fields base;
  private final Fields root;

  /** The bundled catalog by itself was checked when it was built. */
  private final boolean changed;

  private CatalogLoader(Mapping base, Mapping merged, boolean changed) {
    this.changed = changed;
    this.base = new Fields("", base);
    this.root = new Fields("", merged);
  }

  /**
   * Merges the sources, later ones winning, and reads the result.
   *
   * @param sources the base catalog first
   * @throws CatalogException with all problems that were found
   */
  public static TargetCatalog load(List<CatalogSource> sources) {
    Mapping base = null;
    Mapping merged = null;
    for (CatalogSource source : sources) {
      Mapping mapping = parse(source);
      SchemaVersion.check(mapping, source.name());
      base = base == null ? mapping : base;
      merged = merged == null ? mapping : YamlMerge.merge(merged, mapping);
    }
    if (merged == null) {
      throw new IllegalArgumentException("no catalog to load");
    }
    boolean bundledAlone =
        sources.size() == 1 && sources.get(0).name().equals(CatalogSource.BUNDLED);
    return new CatalogLoader(base, merged, !bundledAlone).read();
  }

  private static Mapping parse(CatalogSource source) {
    if (source.name().equals(CatalogSource.BUNDLED)) {
      Optional<Mapping> tree = CatalogResources.tree(source);
      if (tree.isPresent()) {
        return tree.get();
      }
    }
    return YamlParser.parse(source);
  }

  private TargetCatalog read() {
    root.optionalInteger(SchemaVersion.KEY);
    String version = collect(this::version, "");
    Map<String, String> groups = collect(() -> root.textMap("groups"), Map.of());
    Map<String, String> jniLayouts = collect(() -> root.textMap("jniLayouts"), Map.of());
    Map<String, Target> targets = targets();
    Map<String, PackageManager> packageManagers =
        section("packageManagers", InstallationReader::manager);
    Map<String, Toolchain> toolchains = section("toolchains", ToolchainReader::read);
    Map<String, Runner> runners = section("runners", RunnerReader::read);
    Map<String, Download> downloads = section("downloads", DownloadReader::read);
    CrateKnowledge crates =
        collect(
            () -> CrateReader.read(root.mapping("crates"), root.items("buildScripts")),
            new CrateKnowledge(Map.of(), Set.of(), List.of()));
    Map<Rule, RuleKnowledge> rules =
        collect(() -> RuleReader.read(root.mapping("rules")), Map.of());
    PlaceWords places = collect(() -> PlaceReader.read(root.mapping("places")), PlaceWords.NONE);
    List<PlatformSign> signs = collect(() -> PlaceReader.signs(root), List.of());
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
    TargetCatalog catalog =
        new TargetCatalog(
            version,
            groups,
            jniLayouts,
            targets,
            packageManagers,
            toolchains,
            runners,
            downloads,
            crates,
            rules,
            places,
            signs,
            variables,
            hostVariables,
            hostToolchain,
            hostRules,
            hostFallback,
            compilers);
    if (changed) {
      problems.addAll(CatalogChecks.check(catalog, host));
      failIfAny();
    }
    return catalog;
  }

  /** An overlay may have a version of its own, which is not that of the catalog. */
  private String version() {
    String version = base.text(VERSION);
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
    return section("targets", (name, target) -> TargetReader.read(name, families.complete(target)));
  }

  private <T> Map<String, T> section(String name, BiFunction<String, Fields, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    Fields section = collect(() -> root.mapping(name), null);
    if (section != null) {
      for (String key : section.keys()) {
        T entry = collect(() -> reader.apply(key, section.mapping(key)), null);
        if (entry != null) {
          entries.put(key, entry);
        }
      }
    }
    return entries;
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
      problems.forEach(
          problem -> distinct.putIfAbsent(problem.origin() + problem.message(), problem));
      throw new CatalogException(List.copyOf(distinct.values()));
    }
  }
}
