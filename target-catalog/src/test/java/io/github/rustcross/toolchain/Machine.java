package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A machine as a test wants it.
 *
 * @param catalog what is known of targets
 * @param host who it is
 * @param programs what is on its PATH
 * @param variables the user's variables
 * @param files what else is there
 * @param tools the tools that it has or can have; all others cannot be had
 */
record Machine(
    TargetCatalog catalog,
    HostPlatform host,
    Set<String> programs,
    Map<String, String> variables,
    Set<String> files,
    Map<String, ToolState> tools) {
  static final FloorRequest NO_FLOOR_SAID = new FloorRequest.Unspecified();
  static final ToolchainRequest AUTO = new ToolchainRequest.Auto();

  private static final Path CACHE = Path.of("/cache");
  private static final TargetCatalog BUNDLED = TargetCatalog.bundled();

  /** Debian on x86_64, with nothing installed. */
  static Machine debian() {
    return of("x86_64-unknown-linux-gnu", "apt-get");
  }

  /** A machine of root's with nothing installed but these programs. */
  static Machine of(String triple, String... programs) {
    HostPlatform host = HostPlatform.of(new TargetTriple(triple), true);
    return new Machine(BUNDLED, host, Set.of(programs), Map.of(), Set.of(), Map.of());
  }

  /** The same machine for a user who may not install packages. */
  Machine unprivileged() {
    HostPlatform user = HostPlatform.of(host.triple(), false);
    return new Machine(catalog, user, programs, variables, files, tools);
  }

  Machine withCatalog(TargetCatalog other) {
    return new Machine(other, host, programs, variables, files, tools);
  }

  /** Further programs on PATH. */
  Machine withPrograms(String... names) {
    return new Machine(catalog, host, joined(programs, names), variables, files, tools);
  }

  Machine withVariable(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(variables);
    all.put(name, value);
    return new Machine(catalog, host, programs, all, files, tools);
  }

  /** Further files, and the folders that they are in. */
  Machine withFiles(String... paths) {
    return new Machine(catalog, host, programs, variables, joined(files, paths), tools);
  }

  private static Set<String> joined(Set<String> some, String... others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(List.of(others));
    return all;
  }

  Machine withTools(Map<String, ToolState> states) {
    return new Machine(catalog, host, programs, variables, files, states);
  }

  /** All of the catalog's tools are here. */
  Machine withAllTools() {
    return withTools(
        catalog.downloads().values().stream()
            .collect(
                Collectors.toMap(
                    download -> download.name(),
                    download ->
                        new ToolState.Ready(
                            Path.of("/tools", download.name() + host.executableSuffix()),
                            download.version(),
                            "PATH"))));
  }

  Target target(String triple) {
    return catalog.require(new TargetTriple(triple));
  }

  ToolchainSelection select(
      String triple, Needs needs, FloorRequest floor, ToolchainRequest request) {
    return select(
        triple,
        needs,
        floor,
        request,
        (program, arguments, pattern) -> new ProgramProbe.Works("4.3.1"));
  }

  /** The same where programs that are started say what the test wants. */
  ToolchainSelection select(
      String triple,
      Needs needs,
      FloorRequest floor,
      ToolchainRequest request,
      ProgramProbe probe) {
    return new ToolchainSelector(catalog, host, search(), this::state, probe)
        .select(target(triple), needs, floor, request);
  }

  TargetEnvironment environment(String triple, Selected selected, Set<ArtifactKind> kinds) {
    return factory().create(target(triple), selected, kinds);
  }

  TargetEnvironment hostFallback(GlibcVersion floor) {
    return factory().hostFallback(target(host.triple().value()), Optional.of(floor));
  }

  private TargetEnvironmentFactory factory() {
    return new TargetEnvironmentFactory(catalog, host, search(), this::state, CACHE, "1.95.0");
  }

  private HostSearch search() {
    FakeHost search = new FakeHost().files(files.toArray(String[]::new));
    variables.forEach(search::variable);
    programs.forEach(name -> search.program(name, "/usr/bin/" + name + host.executableSuffix()));
    return search;
  }

  private ToolState state(String name) {
    return tools.getOrDefault(name, new ToolState.Unavailable(List.of(name + " is not on PATH")));
  }

  /** What a crate asks for: its executable, and the languages it compiles. */
  static Needs bin(Language... languages) {
    return needs(ArtifactKind.BIN, languages);
  }

  static Needs cdylib(Language... languages) {
    return needs(ArtifactKind.CDYLIB, languages);
  }

  private static Needs needs(ArtifactKind kind, Language... languages) {
    return new Needs(Arrays.stream(languages).collect(Collectors.toSet()), Set.of(kind));
  }

  static ToolchainRequest named(String name) {
    return new ToolchainRequest.Named(name, Optional.empty());
  }

  static ToolchainRequest named(String name, String argument) {
    return new ToolchainRequest.Named(name, Optional.of(argument));
  }

  static FloorRequest atMost(String version) {
    return new FloorRequest.AtMost(GlibcVersion.parse(version).orElseThrow());
  }
}
