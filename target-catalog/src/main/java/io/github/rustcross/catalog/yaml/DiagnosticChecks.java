package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks of diagnostics what one entry alone cannot show, and what costs something to find out. */
final class DiagnosticChecks {
  private static final Pattern WORD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.:+-]*)\\??}");
  private static final Pattern GROUP = Pattern.compile("\\{([0-9]+)\\??}");

  /** What texts may say beside the words under a target's {@code names:}. */
  private static final Set<String> WORDS =
      new TreeSet<>(
          Set.of(
              "triple",
              "triple_",
              "TRIPLE",
              "targetOs",
              "targetArch",
              "exe",
              "host",
              "hostOs",
              "hostArch",
              "toolchain",
              "crossToolchain",
              "install"));

  private final TargetCatalog catalog;
  private final Optional<Mapping> base;
  private final List<CatalogProblem> problems = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  /** Also those that an overlay takes away, which others may still name. */
  private final Set<String> diagnostics;

  private final Set<String> toolchains;

  private DiagnosticChecks(TargetCatalog catalog, Optional<Mapping> base) {
    this.catalog = catalog;
    this.base = base;
    this.diagnostics = names("diagnostics", catalog.diagnostics().keySet());
    this.toolchains = names("toolchains", catalog.toolchains().keySet());
    catalog.targets().values().forEach(target -> names.addAll(target.names().keySet()));
  }

  private Set<String> names(String section, Set<String> present) {
    Set<String> all = new TreeSet<>(present);
    base.map(below -> below.entries().get(section))
        .ifPresent(below -> all.addAll(((Mapping) below).entries().keySet()));
    return all;
  }

  /**
   * What is wrong.
   *
   * @param base the catalog below the overlays, whose patterns are known to be right; empty where
   *     it is to be checked itself
   */
  static List<CatalogProblem> check(TargetCatalog catalog, Optional<Mapping> base) {
    DiagnosticChecks checks = new DiagnosticChecks(catalog, base);
    catalog.diagnostics().values().forEach(checks::diagnostic);
    return checks.problems;
  }

  private void diagnostic(Diagnostic diagnostic) {
    for (String other : diagnostic.before()) {
      known("diagnostic", other, diagnostics, diagnostic, "before");
    }
    for (String toolchain : diagnostic.toolchains()) {
      known("toolchain", toolchain, toolchains, diagnostic, "toolchains");
    }
    int groups = diagnostic.pattern().map(text -> groups(diagnostic, "pattern", text)).orElse(0);
    diagnostic.unless().ifPresent(text -> groups(diagnostic, "unless", text));
    words(diagnostic, "what", diagnostic.what(), groups);
    words(diagnostic, "why", diagnostic.why(), groups);
    diagnostic.fix().forEach(text -> words(diagnostic, "fix", text, groups));
  }

  /** How many groups a pattern has; as many as any text can ask for where it is known. */
  private int groups(Diagnostic diagnostic, String key, String text) {
    if (base.flatMap(below -> text(below, diagnostic.id(), key)).filter(text::equals).isPresent()) {
      return Integer.MAX_VALUE;
    }
    try {
      return Pattern.compile(text).matcher("").groupCount();
    } catch (PatternSyntaxException e) {
      problem(diagnostic, key, "not a regular expression: " + e.getDescription());
      return Integer.MAX_VALUE;
    }
  }

  private static Optional<String> text(Mapping root, String id, String key) {
    return root.entries().get("diagnostics") instanceof Mapping all
            && all.entries().get(id) instanceof Mapping entry
            && entry.entries().get(key) instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private void words(Diagnostic diagnostic, String key, String text, int groups) {
    WORD.matcher(text)
        .results()
        .map(word -> word.group(1))
        .distinct()
        .filter(word -> !WORDS.contains(word) && !names.contains(word))
        .forEach(
            word ->
                problem(
                    diagnostic,
                    key,
                    "no word '{%s}' here; known: %s, and those under the names: of targets"
                        .formatted(word, String.join(", ", WORDS))));
    GROUP
        .matcher(text)
        .results()
        .map(group -> group.group(1))
        .distinct()
        .filter(group -> group.length() > 2 || Integer.parseInt(group) > groups)
        .forEach(
            group ->
                problem(
                    diagnostic,
                    key,
                    "the pattern has no group {%s}; it has %d".formatted(group, groups)));
  }

  private void known(
      String what, String name, Set<String> known, Diagnostic diagnostic, String key) {
    CatalogChecks.dangling(what, name, known, diagnostic.origin(), path(diagnostic, key))
        .ifPresent(problems::add);
  }

  private void problem(Diagnostic diagnostic, String key, String message) {
    problems.add(new CatalogProblem(diagnostic.origin(), path(diagnostic, key), message));
  }

  private static String path(Diagnostic diagnostic, String key) {
    return "diagnostics." + diagnostic.id() + "." + key;
  }
}
