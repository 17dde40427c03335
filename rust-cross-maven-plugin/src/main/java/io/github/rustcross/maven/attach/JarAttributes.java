package io.github.rustcross.maven.attach;

import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryVersion;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MachODetails;
import io.github.rustcross.inspect.MachOPlatform;
import io.github.rustcross.inspect.UniversalDetails;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.report.BuildReport;
import io.github.rustcross.maven.report.TargetResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the manifest of a platform's jar says of the libraries in it, besides what it says of each.
 * Attributes without a value are left out.
 */
final class JarAttributes {
  private final Map<String, String> attributes = new TreeMap<>();
  private final List<FinishedArtifact> libraries;

  /** A library for one machine, or a slice of one for several. */
  private record Part(Inspection inspection, BinaryDetails details) {}

  private JarAttributes(List<FinishedArtifact> libraries) {
    this.libraries = libraries;
  }

  static Map<String, String> of(
      BuildReport report, TargetResult target, List<FinishedArtifact> libraries) {
    JarAttributes jar = new JarAttributes(libraries);
    jar.put("Rust-Target", Optional.of(target.triple().value()));
    jar.put(
        "Rust-Toolchain",
        target
            .toolchain()
            .map(used -> used.name() + used.version().map(text -> " " + text).orElse("")));
    jar.put("Rust-Version", report.rustc());
    jar.put("Rust-Catalog-Version", report.catalogVersion());
    jar.put("Rust-Glibc-Promised", target.floor().map(GlibcVersion::toString));
    jar.put(
        "Rust-Glibc-Minimum",
        libraries.stream()
            .flatMap(library -> library.inspection().glibc().stream())
            .max(Comparator.naturalOrder())
            .map(GlibcVersion::toString));
    jar.needed();
    jar.minimumSystem();
    return jar.attributes;
  }

  private void put(String name, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> attributes.put(name, text));
  }

  private void needed() {
    put(
        "Rust-Needed",
        words(libraries.stream().flatMap(library -> library.inspection().needed().stream())));
    put(
        "Rust-Runtime-Dependencies",
        words(
            libraries.stream()
                .flatMap(library -> library.verification().runtimeDependencies().stream())));
    Map<String, String> machines = new TreeMap<>();
    parts()
        .forEach(
            (machine, parts) ->
                words(parts.stream().flatMap(part -> part.inspection().needed().stream()))
                    .ifPresent(words -> machines.put(machine, words)));
    if (differ(machines.values())) {
      putEach("Rust-Needed", machines);
    }
  }

  private void minimumSystem() {
    Map<String, String> machines = new TreeMap<>();
    parts()
        .forEach(
            (machine, parts) -> {
              String systems = systems(parts);
              if (!systems.isEmpty()) {
                machines.put(machine, systems);
              }
            });
    if (differ(machines.values())) {
      putEach("Rust-Minimum-Os", machines);
    } else {
      put("Rust-Minimum-Os", machines.values().stream().findFirst());
    }
  }

  /** The highest version of each system that one of them needs. */
  private static String systems(List<Part> parts) {
    Map<String, BinaryVersion> versions = new TreeMap<>();
    for (Part part : parts) {
      if (part.details() instanceof MachODetails file) {
        for (MachOPlatform platform : file.platforms()) {
          versions.merge(
              platform.name(),
              platform.minimum(),
              (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
      }
    }
    return versions.entrySet().stream()
        .map(system -> system.getKey() + " " + system.getValue())
        .collect(Collectors.joining(", "));
  }

  /** All parts by the word for their machine. */
  private Map<String, List<Part>> parts() {
    Map<String, List<Part>> parts = new TreeMap<>();
    for (FinishedArtifact library : libraries) {
      for (Part part : parts(library)) {
        parts
            .computeIfAbsent(part.inspection().architecture(), machine -> new ArrayList<>())
            .add(part);
      }
    }
    return parts;
  }

  private static List<Part> parts(FinishedArtifact library) {
    List<Inspection> slices = library.inspection().slices();
    if (library.verification().details() instanceof UniversalDetails universal
        && universal.slices().size() == slices.size()) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < slices.size(); i++) {
        parts.add(new Part(slices.get(i), universal.slices().get(i).details()));
      }
      return parts;
    }
    return List.of(new Part(library.inspection(), library.verification().details()));
  }

  private static boolean differ(Collection<String> values) {
    return new HashSet<>(values).size() > 1;
  }

  private void putEach(String name, Map<String, String> machines) {
    machines.forEach(
        (machine, value) ->
            put(name + "-" + machine.replaceAll("[^A-Za-z0-9_-]", "_"), Optional.of(value)));
  }

  /** Sorted and with blanks between; a blank in a name is written as in addresses. */
  private static Optional<String> words(Stream<String> names) {
    return Optional.of(
        names
            .map(name -> name.replaceAll("\\s", "%20"))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" ")));
  }
}
