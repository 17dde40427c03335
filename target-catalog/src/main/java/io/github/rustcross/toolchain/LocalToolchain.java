package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.Toolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A toolchain as it is on this machine, for one target. */
final class LocalToolchain {
  private final Target target;
  private final HostPlatform host;
  private final HostSearch search;
  private final Map<String, String> words;
  private final SdkFolder folder;
  private final Toolchain toolchain;

  /** A program that serves, or why there is none. */
  sealed interface Lookup {
    /**
     * It is here.
     *
     * @param path where it is
     * @param pattern the pattern that it was found by; empty where it is on PATH
     */
    record Present(Path path, Optional<String> pattern) implements Lookup {}

    /**
     * It is not.
     *
     * @param reason why not
     * @param installable whether it would be here if the toolchain were installed
     */
    record Missing(String reason, boolean installable) implements Lookup {}
  }

  /**
   * Looks for the toolchain's folder.
   *
   * @param use for what it is looked at
   */
  LocalToolchain(Toolchain toolchain, TargetUse use, HostPlatform host, HostSearch search) {
    this.toolchain = toolchain;
    this.target = use.target();
    this.host = host;
    this.search = search;
    this.words = new LinkedHashMap<>(TargetWords.of(target, host));
    use.argument().ifPresent(text -> words.put("argument", text));
    use.sysroot().ifPresent(sysroot -> words.putAll(sysroot.templateWords()));
    search
        .variable(host.isWindows() ? "USERPROFILE" : "HOME")
        .ifPresent(home -> words.put("home", home));
    this.folder = new SdkSearch(toolchain, new Template(words, this::variable), search).find();
    if (folder instanceof SdkFolder.Here here) {
      words.put("folder", here.path().toString());
      here.parts().forEach((name, path) -> words.put("folder:" + name, path));
    }
  }

  private Optional<String> variable(String word) {
    return word.startsWith("env:") ? search.variable(word.substring(4)) : Optional.empty();
  }

  SdkFolder folder() {
    return folder;
  }

  /** What its texts know of the target, of this machine and of its folder. */
  Map<String, String> words() {
    return words;
  }

  /** The first candidate that is here. */
  Lookup find(Program.Found program) {
    Template template = new Template(words);
    List<String> onPath = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    boolean foreign = false;
    for (Program.Candidate candidate : program.names()) {
      Optional<String> name = template.tryExpand(candidate.name());
      if (candidate.sameArchitecture() && !target.platform().arch().equals(host.arch())) {
        foreign = true;
      } else if (name.isPresent() && name.get().contains("/")) {
        NewestMatch match = NewestMatch.of(search, name.get());
        if (match instanceof NewestMatch.One one) {
          return new Lookup.Present(one.path(), name);
        }
        if (match instanceof NewestMatch.Several several) {
          return new Lookup.Missing(
              "%s stands for several programs, and nothing tells which is the newest: %s"
                  .formatted(name.get(), several.names()),
              false);
        }
        paths.add(name.get());
      } else if (name.isPresent()) {
        Optional<Path> found = search.program(name.get());
        if (found.isPresent()) {
          return new Lookup.Present(found.get(), Optional.empty());
        }
        onPath.add(name.get());
      }
    }
    return missing(onPath, paths, foreign);
  }

  private Lookup.Missing missing(List<String> onPath, List<String> paths, boolean foreign) {
    List<String> reasons = new ArrayList<>();
    if (!paths.isEmpty()) {
      reasons.add(notThere(paths));
    }
    if (!onPath.isEmpty()) {
      reasons.add(String.join(" or ", onPath) + " is not on PATH");
    }
    if (!reasons.isEmpty()) {
      return new Lookup.Missing(String.join(", and ", reasons), true);
    }
    return new Lookup.Missing(
        foreign
            ? "it serves only targets with this machine's architecture, " + host.arch()
            : "the catalog has no name for its programs for " + target.triple(),
        false);
  }

  /** Which folder that is and who named it is what the user has to know. */
  private String notThere(List<String> paths) {
    if (!(folder instanceof SdkFolder.Here here)) {
      return "there is no " + String.join(" or ", paths);
    }
    String prefix = here.path() + "/";
    List<String> below =
        paths.stream()
            .map(path -> path.startsWith(prefix) ? path.substring(prefix.length()) : path)
            .toList();
    String lacking = String.join(" or ", below);
    return here.given()
        ? "%s names %s, which has no %s".formatted(here.how(), here.path(), lacking)
        : "%s has no %s".formatted(here.path(), lacking);
  }

  /** The folders in which the linker finds libraries; those that are not here are left out. */
  List<Path> linkPaths() {
    return folders(toolchain.paths().linkPaths());
  }

  /** Folders of libraries that are here, for the linker alone. */
  List<Path> linkerPaths() {
    return folders(toolchain.paths().linkerPaths());
  }

  private List<Path> folders(List<String> patterns) {
    return patterns.stream()
        .map(new Template(words)::tryExpand)
        .flatMap(Optional::stream)
        .map(pattern -> NewestMatch.of(search, pattern))
        .filter(NewestMatch.One.class::isInstance)
        .map(match -> ((NewestMatch.One) match).path())
        .toList();
  }

  /** Why a folder with libraries cannot be told. */
  Optional<String> ambiguousLinkPath() {
    return Stream.concat(
            toolchain.paths().linkPaths().stream(), toolchain.paths().linkerPaths().stream())
        .map(new Template(words)::tryExpand)
        .flatMap(Optional::stream)
        .map(pattern -> NewestMatch.of(search, pattern))
        .filter(NewestMatch.Several.class::isInstance)
        .map(
            match ->
                "its libraries are in several places, and nothing tells which is the newest: "
                    + ((NewestMatch.Several) match).names())
        .findFirst();
  }
}
