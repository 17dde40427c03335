package io.github.rustcross.catalog;

import io.github.rustcross.catalog.yaml.CatalogLoader;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.catalog.yaml.LazyEntries;
import io.github.rustcross.catalog.yaml.ProofFile;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The targets, toolchains, runners and tools that are known, with all overlays applied. Immutable.
 *
 * @param version {@code catalogVersion} of the catalog; overlays do not change it
 * @param groups what each group means, by name without the {@code @}
 * @param jniLayouts where a library lies in a jar, by the layout's name; templates
 * @param targets by triple, in the catalog's order
 * @param packageManagers by name, those to be tried first in front
 * @param toolchains by name, in the catalog's order
 * @param runners by name, in the catalog's order
 * @param downloads by name
 * @param archives distributions whose packages sysroots are made of, by name
 * @param sysroots by name, in the catalog's order
 * @param crates what is known of crates
 * @param rules what is known of each rule of verification
 * @param diagnostics the failures that can be explained, by name, in the catalog's order
 * @param places the words for platforms in the paths of libraries in jars
 * @param signs what tells a binary's platform, first fit first
 * @param sysrootVariables what tells build scripts of a sysroot; names and values are templates
 * @param variables the variable through which cargo and build scripts learn of the program in a
 *     role; templates
 * @param hostVariables variables of the user's environment that mean the host's own compiler and
 *     must not reach a foreign target
 * @param hostToolchain the toolchain that serves {@code host}: whatever cargo does by itself
 * @param hostRules how much rules count at most for what that toolchain builds
 * @param hostFallback the toolchain that links for the host on a machine with no C compiler
 * @param hostCompilers programs of which one, on PATH, makes the fallback unnecessary
 * @param warnings what was passed over in overlays and does no harm, to be told to the user
 */
public record TargetCatalog(
    String version,
    Map<String, String> groups,
    Map<String, String> jniLayouts,
    Map<String, Target> targets,
    Map<String, PackageManager> packageManagers,
    Map<String, Toolchain> toolchains,
    Map<String, Runner> runners,
    Map<String, Download> downloads,
    Map<String, PackageArchive> archives,
    Map<String, Sysroot> sysroots,
    CrateKnowledge crates,
    Map<Rule, RuleKnowledge> rules,
    Map<String, Diagnostic> diagnostics,
    PlaceWords places,
    List<PlatformSign> signs,
    Map<String, String> sysrootVariables,
    Map<Role, String> variables,
    List<String> hostVariables,
    String hostToolchain,
    Map<Rule, RuleLevel> hostRules,
    String hostFallback,
    List<String> hostCompilers,
    List<CatalogProblem> warnings) {

  /**
   * The schema version that this library reads. Files of another major are refused; of those of a
   * newer minor, keys that are not known are passed over with a warning.
   */
  public static final SchemaVersion SCHEMA_VERSION = new SchemaVersion(1, 0);

  /** Copies the collections and keeps their order. */
  public TargetCatalog {
    groups = ordered(groups);
    jniLayouts = ordered(jniLayouts);
    targets = ordered(targets);
    packageManagers = ordered(packageManagers);
    toolchains = ordered(toolchains);
    runners = ordered(runners);
    downloads = ordered(downloads);
    archives = ordered(archives);
    sysroots = ordered(sysroots);
    rules = Map.copyOf(rules);
    diagnostics = ordered(diagnostics);
    signs = List.copyOf(signs);
    sysrootVariables = ordered(sysrootVariables);
    variables = Map.copyOf(variables);
    hostRules = Map.copyOf(hostRules);
    hostVariables = List.copyOf(hostVariables);
    hostCompilers = List.copyOf(hostCompilers);
    warnings = List.copyOf(warnings);
  }

  /** The catalog that this library brings along. */
  public static TargetCatalog bundled() {
    return load(List.of());
  }

  /**
   * The bundled catalog with overlays on top, later ones winning key by key.
   *
   * @throws CatalogException if one cannot be read; it names every problem with file and line
   */
  public static TargetCatalog load(List<CatalogSource> overlays) {
    return CatalogLoader.load(
        Stream.concat(Stream.of(CatalogSource.bundled()), overlays.stream()).toList());
  }

  /** The target of that name. */
  public Optional<Target> find(String triple) {
    return Optional.ofNullable(targets.get(triple));
  }

  /** The target of that name, which the caller knows to exist. */
  public Target require(TargetTriple triple) {
    return find(triple.value())
        .orElseThrow(() -> new IllegalArgumentException("no target " + triple));
  }

  /** The targets of a group, in the catalog's order. */
  public List<Target> group(String name) {
    return targets.values().stream().filter(target -> target.groups().contains(name)).toList();
  }

  /**
   * What was really done for the bundled catalog's targets, by triple; read when it is asked for.
   * Of a target that is not among them nothing was. Overlays do not change it: what they change was
   * not proven so.
   */
  public static Map<String, Proof> proofs() {
    return ProofFile.bundled();
  }

  /** The toolchain of that name, which the caller knows to exist. */
  public Toolchain requireToolchain(String name) {
    return Optional.ofNullable(toolchains.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no toolchain " + name));
  }

  /** The runner of that name, which the caller knows to exist. */
  public Runner requireRunner(String name) {
    return Optional.ofNullable(runners.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no runner " + name));
  }

  /** The archive of that name, which the caller knows to exist. */
  public PackageArchive requireArchive(String name) {
    return Optional.ofNullable(archives.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no archive " + name));
  }

  /** The names among {@code candidates} that are spelled most like {@code name}, best first. */
  public static List<String> nearest(String name, Collection<String> candidates) {
    return NearestName.of(name, candidates);
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return map instanceof LazyEntries ? map : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
