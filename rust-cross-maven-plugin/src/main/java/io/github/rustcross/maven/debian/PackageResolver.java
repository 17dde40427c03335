package io.github.rustcross.maven.debian;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.debian.Dependency.Alternative;
import io.github.rustcross.maven.debian.Resolution.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds all that packages depend on. Files are unpacked beside each other and nothing is
 * configured, so that conflicts do not matter; recommendations are not followed. Of alternatives
 * the first that can be had with all that it depends on counts, unless another is among the
 * packages already.
 */
public final class PackageResolver {
  private final PackageIndex index;
  private final String architecture;
  private final Predicate<String> leftOut;
  private final Map<String, PackageParagraph> chosen = new LinkedHashMap<>();
  private final Map<PackageParagraph, List<Failure>> failed = new HashMap<>();

  private PackageResolver(PackageIndex index, String architecture, Predicate<String> leftOut) {
    this.index = index;
    this.architecture = architecture;
    this.leftOut = leftOut;
  }

  /**
   * Resolves.
   *
   * @param architecture the index's, in Debian's words
   * @param leftOut which packages are taken to be there already, unless they are asked for
   * @param asked names of packages, or {@code name=version}
   * @throws MalformedArchiveException if the index has a dependency that is none
   */
  public static Resolution resolve(
      PackageIndex index, String architecture, Predicate<String> leftOut, List<String> asked)
      throws MalformedArchiveException {
    return new PackageResolver(index, architecture, leftOut).resolve(asked);
  }

  private Resolution resolve(List<String> asked) throws MalformedArchiveException {
    List<Failure> failures = new ArrayList<>();
    List<PackageParagraph> first = new ArrayList<>();
    for (String text : asked) {
      Optional<PackageParagraph> found = asked(text);
      if (found.isEmpty()) {
        failures.add(new Failure(List.of(text), unknown(text)));
      } else if (chosen.putIfAbsent(found.get().name(), found.get()) == null) {
        first.add(found.get());
      }
    }
    for (PackageParagraph paragraph : first) {
      failures.addAll(dependencies(paragraph, List.of()));
    }
    return new Resolution(
        chosen.values().stream()
            .map(ResolvedPackage::of)
            .sorted(Comparator.comparing(ResolvedPackage::name))
            .toList(),
        failures);
  }

  private Optional<PackageParagraph> asked(String text) throws MalformedArchiveException {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return index.named(text).stream().findFirst();
    }
    DebianVersion version = DebianVersion.parse(text.substring(equals + 1));
    return index.named(text.substring(0, equals)).stream()
        .filter(paragraph -> paragraph.version().equals(version))
        .findFirst();
  }

  private String unknown(String text) {
    String name = text.replaceFirst("=.*", "");
    String versions = versions(name);
    if (!versions.isEmpty()) {
      return "there is no such version, but " + versions;
    }
    List<PackageParagraph.Provision> provisions = index.providing(name);
    if (!provisions.isEmpty()) {
      return "there is no such package; it is provided by "
          + provisions.stream()
              .map(provision -> provision.by().name())
              .distinct()
              .collect(Collectors.joining(", "));
    }
    List<String> nearest = TargetCatalog.nearest(name, index.names());
    return "there is no such package"
        + (nearest.isEmpty() ? "" : "; did you mean " + nearest.get(0) + "?");
  }

  private String versions(String name) {
    return index.named(name).stream()
        .map(paragraph -> paragraph.version().text())
        .collect(Collectors.joining(", "));
  }

  /** Chooses what a package that is chosen depends on. */
  private List<Failure> dependencies(PackageParagraph paragraph, List<String> path)
      throws MalformedArchiveException {
    List<String> here = with(path, paragraph.name());
    List<Failure> failures = new ArrayList<>();
    for (Dependency dependency : paragraph.dependencies()) {
      failures.addAll(meet(dependency, here));
    }
    return failures;
  }

  private List<Failure> meet(Dependency dependency, List<String> path)
      throws MalformedArchiveException {
    for (Alternative alternative : dependency.alternatives()) {
      if (leftOut.test(alternative.name()) && !chosen.containsKey(alternative.name())
          || isMet(alternative)) {
        return List.of();
      }
    }
    List<Failure> first = null;
    for (Alternative alternative : dependency.alternatives()) {
      for (PackageParagraph candidate : candidates(alternative)) {
        List<Failure> failures = choose(candidate, path);
        if (failures.isEmpty()) {
          return failures;
        }
        first = first == null ? failures : first;
      }
    }
    return first != null
        ? first
        : List.of(new Failure(with(path, dependency.toString()), reason(dependency)));
  }

  private List<Failure> choose(PackageParagraph candidate, List<String> path)
      throws MalformedArchiveException {
    if (failed.containsKey(candidate)) {
      return failed.get(candidate);
    }
    Map<String, PackageParagraph> before = new LinkedHashMap<>(chosen);
    chosen.put(candidate.name(), candidate);
    List<Failure> failures = dependencies(candidate, path);
    if (!failures.isEmpty()) {
      failed.put(candidate, failures);
      chosen.keySet().retainAll(before.keySet());
    }
    return failures;
  }

  private boolean isMet(Alternative alternative) throws MalformedArchiveException {
    PackageParagraph named = chosen.get(alternative.name());
    if (named != null && fits(alternative, named)) {
      return true;
    }
    for (PackageParagraph.Provision provision : index.providing(alternative.name())) {
      if (provision.by().equals(chosen.get(provision.by().name()))
          && provided(alternative, provision)) {
        return true;
      }
    }
    return false;
  }

  /** What is not yet chosen and would do; of a package that is chosen there is no other version. */
  private List<PackageParagraph> candidates(Alternative alternative) {
    return Stream.concat(
            index.named(alternative.name()).stream()
                .filter(paragraph -> fits(alternative, paragraph)),
            index.providing(alternative.name()).stream()
                .filter(provision -> provided(alternative, provision))
                .map(PackageParagraph.Provision::by))
        .filter(paragraph -> !chosen.containsKey(paragraph.name()))
        .toList();
  }

  private boolean fits(Alternative alternative, PackageParagraph paragraph) {
    return isOfArchitecture(alternative) && alternative.accepts(paragraph.version());
  }

  private boolean provided(Alternative alternative, PackageParagraph.Provision provision) {
    return isOfArchitecture(alternative) && provision.meets(alternative);
  }

  private boolean isOfArchitecture(Alternative alternative) {
    return alternative
        .architecture()
        .map(word -> List.of("any", "native", architecture).contains(word))
        .orElse(true);
  }

  private String reason(Dependency dependency) {
    String there =
        dependency.alternatives().stream()
            .filter(alternative -> !versions(alternative.name()).isEmpty())
            .map(
                alternative ->
                    chosen.containsKey(alternative.name())
                        ? alternative.name()
                            + " is taken as "
                            + chosen.get(alternative.name()).version()
                        : alternative.name() + " is there as " + versions(alternative.name()))
            .collect(Collectors.joining(", "));
    return there.isEmpty() ? "nothing is called so or provides it" : there;
  }

  private static List<String> with(List<String> path, String next) {
    List<String> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }
}
