package io.github.rustcross.diagnose;

import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.Installation;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.diagnose.Diagnosis.Advice;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.HostSearch;
import io.github.rustcross.toolchain.InstallCommand;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.TargetWords;
import io.github.rustcross.toolchain.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills the texts of diagnostics in, for one target on one machine. */
final class DiagnosisTexts {
  private static final Pattern GROUP = Pattern.compile("\\{([0-9]+)(\\?)?}");

  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final Target target;
  private final String toolchain;
  private final Map<String, String> words;
  private final InstallCommand installs;

  DiagnosisTexts(
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      Target target,
      String toolchain) {
    this.catalog = catalog;
    this.host = host;
    this.target = target;
    this.toolchain = toolchain;
    this.words = TargetWords.of(target, host);
    this.installs = new InstallCommand(catalog, host, search);
    words.put("host", host.triple().value());
    words.put("toolchain", toolchain);
    crossToolchain().ifPresent(name -> words.put("crossToolchain", name));
  }

  Diagnosis of(Match match) {
    Diagnostic diagnostic = match.diagnostic();
    Template template =
        new Template(
            words,
            word ->
                word.equals("install") ? install(diagnostic).map(Remedy::text) : Optional.empty());
    List<String> groups = match.groups();
    return new Diagnosis(
        diagnostic.id(),
        diagnostic.stage(),
        sentence(diagnostic.what(), template, groups),
        sentence(diagnostic.why(), template, groups),
        diagnostic.fix().stream()
            .flatMap(text -> filled(text, template, groups).stream())
            .map(Advice::of)
            .toList(),
        diagnostic.evidence());
  }

  private static String sentence(String text, Template template, List<String> groups) {
    return filled(text, template, groups).orElse(text).strip();
  }

  /** Nothing where a word or a group is not known. */
  private static Optional<String> filled(String text, Template template, List<String> groups) {
    Optional<String> expanded = template.tryExpand(text);
    if (expanded.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder filled = new StringBuilder();
    Matcher group = GROUP.matcher(expanded.get());
    while (group.find()) {
      int number = Integer.parseInt(group.group(1));
      if (number > groups.size()) {
        return Optional.empty();
      }
      group.appendReplacement(filled, Matcher.quoteReplacement(groups.get(number - 1)));
    }
    return Optional.of(group.appendTail(filled).toString());
  }

  /** Another of the target's toolchains, which would not fail for the same reason. */
  private Optional<String> crossToolchain() {
    List<String> used = List.of(toolchain.split(" \\+ "));
    return target.toolchains().stream()
        .filter(choice -> isFor(choice.hosts()))
        .map(ToolchainChoice::toolchain)
        .filter(name -> !used.contains(name))
        .filter(name -> catalog.requireToolchain(name).compiles().contains(Language.C))
        .filter(name -> isFor(catalog.requireToolchain(name).terms().hosts()))
        .findFirst();
  }

  private boolean isFor(Set<String> hosts) {
    return hosts.isEmpty()
        || hosts.contains(host.os())
        || hosts.contains(host.os() + "-" + host.arch());
  }

  private Optional<Remedy> install(Diagnostic diagnostic) {
    Template template = new Template(words);
    Stream<Installation> ofToolchains =
        diagnostic.toolchains().stream()
            .filter(
                name ->
                    target.toolchains().stream()
                        .anyMatch(choice -> choice.toolchain().equals(name)))
            .map(name -> catalog.requireToolchain(name).install());
    return Stream.concat(Stream.of(diagnostic.install()), ofToolchains)
        .flatMap(installation -> installs.of(installation, template).stream())
        .findFirst();
  }
}
