package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Launcher;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.Toolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what starts cargo for a toolchain: the first program that is here and works. */
final class LauncherSearch {
  private final HostPlatform host;
  private final HostSearch search;
  private final ProgramProbe probe;

  /** Targets share a launcher, and to ask one takes a process. */
  private final Map<String, Engine> engines = new HashMap<>();

  LauncherSearch(HostPlatform host, HostSearch search, ProgramProbe probe) {
    this.host = host;
    this.search = search;
    this.probe = probe;
  }

  /** What came of it. */
  sealed interface Result {}

  /** It is here. */
  record Found(FoundLauncher launcher) implements Result {}

  /**
   * It is not.
   *
   * @param reason why not
   * @param installable whether the toolchain's install command would help
   */
  record Lacking(String reason, boolean installable) implements Result {}

  private sealed interface Engine {}

  private record Working(Path program, Optional<String> version) implements Engine {}

  private record Unusable(List<String> reasons) implements Engine {}

  Result find(Toolchain toolchain, Target target, Optional<String> argument) {
    Launcher launcher = toolchain.launcher().orElseThrow();
    Engine engine = engines.computeIfAbsent(toolchain.name(), name -> engine(launcher));
    if (engine instanceof Unusable unusable) {
      return new Lacking(String.join("; ", unusable.reasons()), true);
    }
    Working working = (Working) engine;
    Optional<String> image =
        launcher.image().flatMap(images -> image(images, target, words(target, argument)));
    if (launcher.image().isPresent() && image.isEmpty()) {
      return new Lacking(
          "the catalog has no image for this target here; name one: -Drust.crossToolchain=%s=%s:IMAGE"
              .formatted(target.triple(), toolchain.name()),
          false);
    }
    return new Found(new FoundLauncher(working.program(), working.version(), image));
  }

  private static Map<String, String> words(Target target, Optional<String> argument) {
    Map<String, String> words = new HashMap<>(target.names());
    argument.ifPresent(text -> words.put("argument", text));
    return words;
  }

  private Optional<String> image(Launcher.Image images, Target target, Map<String, String> words) {
    Template template = new Template(words);
    return images.names().stream()
        .filter(
            candidate ->
                !candidate.sameArchitecture() || target.platform().arch().equals(host.arch()))
        .map(candidate -> template.tryExpand(candidate.name()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Engine engine(Launcher launcher) {
    List<String> missing = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String name : launcher.program().names()) {
      Optional<Path> path = search.program(name);
      if (path.isEmpty()) {
        missing.add(name);
        continue;
      }
      if (launcher.version().isEmpty()) {
        return new Working(path.get(), Optional.empty());
      }
      Engine engine = probed(path.get(), launcher.version().get());
      if (engine instanceof Working) {
        return engine;
      }
      reasons.addAll(((Unusable) engine).reasons());
    }
    if (!missing.isEmpty()) {
      reasons.add(String.join(" or ", missing) + " is not on PATH");
    }
    return new Unusable(reasons);
  }

  private Engine probed(Path path, Runner.VersionRule rule) {
    ProgramProbe.Result result = probe.probe(path, rule.arguments(), rule.pattern());
    if (result instanceof ProgramProbe.Broken broken) {
      return new Unusable(List.of("%s does not serve: %s".formatted(path, broken.reason())));
    }
    String version = ((ProgramProbe.Works) result).version();
    return rule.atLeast().filter(lowest -> !VersionOrder.isAtLeast(version, lowest)).isPresent()
        ? new Unusable(
            List.of(
                "%s is version %s, at least %s is needed"
                    .formatted(path, version, rule.atLeast().get())))
        : new Working(path, Optional.of(version));
  }
}
