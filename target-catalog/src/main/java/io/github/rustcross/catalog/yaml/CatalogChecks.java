package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RunnerChoice;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what one entry alone cannot show: names that lead nowhere, and classifiers used twice. */
final class CatalogChecks {
  private static final Pattern TEXT_WORD = Pattern.compile("\\{([A-Za-z][^{}]*)}");

  private final TargetCatalog catalog;
  private final Mapping root;
  private final List<CatalogProblem> problems = new ArrayList<>();

  /** Who needs an entry that an overlay takes away, by its section and name. */
  private final Map<String, List<String>> takenAway = new LinkedHashMap<>();

  private CatalogChecks(TargetCatalog catalog, Mapping root) {
    this.catalog = catalog;
    this.root = root;
  }

  static List<CatalogProblem> check(TargetCatalog catalog, Mapping root, Fields host) {
    CatalogChecks checks = new CatalogChecks(catalog, root);
    checks.targets();
    checks.toolchains();
    catalog
        .runners()
        .values()
        .forEach(runner -> checks.problems.addAll(RunnerChecks.check(runner, catalog)));
    checks.problems.addAll(InstallationReader.check(catalog));
    checks.problems.addAll(SysrootReader.check(catalog));
    checks.problems.addAll(NativeChecks.check(catalog));
    checks.rules();
    checks.host(host, "toolchain", catalog.hostToolchain());
    checks.host(host, "fallback", catalog.hostFallback());
    checks.takenAway.forEach(checks::needed);
    return checks.problems;
  }

  private void targets() {
    Map<String, TargetTriple> classifiers = new LinkedHashMap<>();
    for (Target target : catalog.targets().values()) {
      String path = "targets." + target.triple();
      for (String group : target.groups()) {
        known("group", group, catalog.groups().keySet(), target.origin(), path + ".groups");
      }
      for (TargetTriple slice : target.slices()) {
        known(
            "target", slice.value(), catalog.targets().keySet(), target.origin(), path + ".slices");
      }
      for (ToolchainChoice choice : target.toolchains()) {
        Set<String> names = new LinkedHashSet<>();
        names.add(choice.toolchain());
        names.add(choice.linkingToolchain());
        for (String name : names) {
          known(
              "toolchain",
              name,
              catalog.toolchains().keySet(),
              choice.origin(),
              path + ".toolchains");
        }
        LauncherChecks.check(choice, catalog, path).ifPresent(problems::add);
      }
      for (RunnerChoice choice : target.runners()) {
        known(
            "runner",
            choice.runner(),
            catalog.runners().keySet(),
            choice.origin(),
            path + ".runners");
      }
      String classifier = target.names().get("classifier");
      TargetTriple other = classifiers.putIfAbsent(classifier, target.triple());
      if (other != null) {
        problems.add(
            new CatalogProblem(
                target.origin(),
                path + ".names.classifier",
                "'%s' is the classifier of %s already".formatted(classifier, other)));
      }
    }
  }

  private void toolchains() {
    for (Toolchain toolchain : catalog.toolchains().values()) {
      String path = "toolchains." + toolchain.name();
      if (toolchain.glibcHighest().isPresent() && toolchain.glibcFloor() != FloorPromise.ASKED) {
        problems.add(
            new CatalogProblem(
                toolchain.origin(),
                path + ".glibcHighest",
                "has no meaning with 'glibcFloor: %s'; take one of them out"
                    .formatted(toolchain.glibcFloor().id())));
      }
      problems.addAll(LauncherChecks.check(toolchain));
      problems.addAll(ToolchainChecks.check(toolchain));
      for (String download : toolchain.downloads()) {
        download(download, toolchain.origin(), path + ".downloads");
      }
      toolchain
          .programs()
          .forEach(
              (role, program) -> {
                if (program instanceof Program.Wrapped wrapped) {
                  String place = path + ".programs." + role.id();
                  download(wrapped.tool(), wrapped.origin(), place);
                  wrapped
                      .version()
                      .ifPresent(
                          call -> download(call.tool(), wrapped.origin(), place + ".version"));
                }
              });
    }
    for (Download download : catalog.downloads().values()) {
      if (download.sources().isEmpty()) {
        problems.add(
            new CatalogProblem(
                download.origin(), "downloads." + download.name() + ".sources", "is empty"));
      }
    }
  }

  /** Words in the texts of rules that nothing would ever be put for. */
  private void rules() {
    catalog
        .rules()
        .forEach(
            (rule, knowledge) -> {
              words(rule, "cause", knowledge.cause(), knowledge.origin());
              words(rule, "fix", knowledge.fix(), knowledge.origin());
            });
  }

  private void words(Rule rule, String key, String text, Origin origin) {
    TEXT_WORD
        .matcher(text)
        .results()
        .map(word -> word.group(1))
        .distinct()
        .filter(word -> !rule.words().contains(word))
        .map(
            word ->
                new CatalogProblem(
                    origin,
                    "rules.%s.%s".formatted(rule.id(), key),
                    "no word '{%s}' here; known: %s"
                        .formatted(word, String.join(", ", rule.words()))))
        .forEach(problems::add);
  }

  private void download(String name, Origin origin, String path) {
    known("download", name, catalog.downloads().keySet(), origin, path);
  }

  private void host(Fields host, String key, String toolchain) {
    known(
        "toolchain",
        toolchain,
        catalog.toolchains().keySet(),
        host.origin(key),
        host.path() + "." + key);
  }

  private void known(
      String what, String name, Collection<String> names, Origin origin, String path) {
    String entry = what + "s." + name;
    if (takenAway(what + "s", name).isPresent()) {
      takenAway.computeIfAbsent(entry, any -> new ArrayList<>()).add(path + " at " + origin);
    } else {
      dangling(what, name, names, origin, path).ifPresent(problems::add);
    }
  }

  /** Where an entry of a section is taken away, if it is. */
  private Optional<Origin> takenAway(String section, String name) {
    return root.entries().get(section) instanceof Mapping all
        ? Optional.ofNullable(all.entries().get(name))
            .filter(ListChange::isNothing)
            .map(YamlNode::origin)
        : Optional.empty();
  }

  /** One problem, where the user can mend it, instead of one for each that misses it. */
  private void needed(String entry, List<String> users) {
    String[] keys = entry.split("\\.", 2);
    int others = users.size() - 1;
    problems.add(
        new CatalogProblem(
            takenAway(keys[0], keys[1]).orElseThrow(),
            entry,
            "cannot be taken away: %s needs it%s"
                .formatted(users.get(0), others == 0 ? "" : ", and %d more".formatted(others))));
  }

  /** The problem that a name leads nowhere, if it does. */
  static Optional<CatalogProblem> dangling(
      String what, String name, Collection<String> names, Origin origin, String path) {
    if (names.contains(name)) {
      return Optional.empty();
    }
    List<String> nearest = TargetCatalog.nearest(name, names);
    return Optional.of(
        new CatalogProblem(
            origin,
            path,
            "no %s '%s'%s"
                .formatted(
                    what,
                    name,
                    nearest.isEmpty() ? "" : "; did you mean '" + nearest.get(0) + "'?")));
  }
}
