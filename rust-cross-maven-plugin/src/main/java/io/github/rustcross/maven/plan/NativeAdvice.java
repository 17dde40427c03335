package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Avoidance;
import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.HostProgram;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.DependencyWalk.Step;
import io.github.rustcross.maven.rust.Manifest;
import io.github.rustcross.maven.rust.Manifest.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What helps where a crate's library is missing, the best first, with the lines to write. */
final class NativeAdvice {
  private final NativeScene scene;
  private final Path workspace;
  private final Map<Path, Optional<Manifest>> manifests = new LinkedHashMap<>();

  NativeAdvice(NativeScene scene, Path workspace) {
    this.scene = scene;
    this.workspace = workspace;
  }

  /** All that helps. */
  List<Advice> of(NativeDependencies.Found missing) {
    List<Advice> all = new ArrayList<>();
    Stream.of(
            installed(missing),
            corrected(missing),
            without(missing),
            ownCopy(missing),
            sysroot(missing))
        .flatMap(Optional::stream)
        // Who has misspelled the feature that helps is told so, and need not be told again.
        .filter(one -> all.stream().noneMatch(other -> other.lines().equals(one.lines())))
        .forEach(all::add);
    return all;
  }

  /** What installs the library beside this machine's own, where the user wants it from there. */
  private Optional<Advice> installed(NativeDependencies.Found missing) {
    return missing
        .library()
        .flatMap(scene::installation)
        .map(command -> new Advice("its packages, installed on this machine", List.of(command)));
  }

  /** What takes the crate out of the graph. */
  Optional<Advice> without(NativeDependencies.Found missing) {
    Map<CargoPackage, Avoidance> avoided = new LinkedHashMap<>();
    for (Step step : scene.walk().steps()) {
      CrateFacts facts = scene.knowledge().facts().get(step.crate().name());
      if (facts != null) {
        facts.avoids().stream()
            .filter(avoidance -> avoidance.crate().equals(missing.crate().name()))
            .filter(avoidance -> avoidance.holdsFor(step.crate().version()))
            .filter(avoidance -> avoidance.isNeededFor(step.crate().features()))
            .findFirst()
            .ifPresent(avoidance -> avoided.put(step.crate(), avoidance));
      }
    }
    Set<String> ids = avoided.keySet().stream().map(CargoPackage::id).collect(Collectors.toSet());
    if (avoided.isEmpty() || scene.walk().reaches(missing.crate().id(), ids)) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    Set<String> what = new LinkedHashSet<>();
    for (Map.Entry<CargoPackage, Avoidance> one : avoided.entrySet()) {
      Set<String> others = new LinkedHashSet<>(ids);
      others.remove(one.getKey().id());
      boolean first = scene.walk().reaches(one.getKey().id(), others);
      if (!first || !leadsTo(one.getKey(), missing.crate())) {
        continue;
      }
      List<Entry> entries = entries(one.getKey());
      if (entries.isEmpty()) {
        // It is somebody else's dependency, whose features are not the user's to choose.
        return Optional.empty();
      }
      what.add(one.getValue().what());
      for (Entry entry : entries) {
        lines.add(place(entry));
        lines.add(CargoLines.without(entry, one.getValue(), manifest(one.getKey().manifest())));
      }
    }
    return Optional.of(new Advice(String.join("; ", what), grouped(lines)));
  }

  /** What makes the crate compile the library itself. */
  Optional<Advice> ownCopy(NativeDependencies.Found missing) {
    Optional<OwnCopy> own =
        missing.facts().flatMap(CrateFacts::own).filter(copy -> !copy.features().isEmpty());
    if (own.isEmpty() || scene.variable(own.get().forbiddenBy()).isPresent()) {
      return Optional.empty();
    }
    String feature = own.get().features().get(0);
    CargoPackage asked =
        own.get().through().stream()
            .flatMap(name -> missing.step().path().stream().filter(at -> at.name().equals(name)))
            .findFirst()
            .or(() -> through(own.get()))
            .orElse(missing.crate());
    List<Entry> entries = entries(asked);
    List<String> lines = new ArrayList<>();
    if (entries.isEmpty()) {
      CargoPackage root = missing.step().path().get(0);
      lines.add(place(root.manifest(), "dependencies"));
      lines.add(CargoLines.added(asked.name(), asked.version(), feature));
    } else {
      lines.add(place(entries.get(0)));
      lines.add(CargoLines.with(entries.get(0), feature));
    }
    String programs =
        own.get().programs().stream()
            .map(scene.knowledge().programs()::get)
            .map(HostProgram::name)
            .collect(Collectors.joining(" and "));
    return Optional.of(
        new Advice(
            "%s compiled along%s"
                .formatted(
                    missing.library().orElseThrow().description(),
                    programs.isEmpty() ? "" : ", which takes " + programs),
            lines));
  }

  private Optional<CargoPackage> through(OwnCopy own) {
    return scene.walk().steps().stream()
        .map(Step::crate)
        .filter(crate -> own.through().contains(crate.name()))
        .findFirst();
  }

  /** Entries with {@code feature} for {@code features} on the way to the crate. */
  private Optional<Advice> corrected(NativeDependencies.Found missing) {
    Set<String> names =
        missing.step().path().stream().map(CargoPackage::name).collect(Collectors.toSet());
    missing.facts().flatMap(CrateFacts::own).map(OwnCopy::through).ifPresent(names::addAll);
    List<String> lines = new ArrayList<>();
    localManifests()
        .flatMap(manifest -> manifest.entries().stream())
        .filter(entry -> entry.misspelled().isPresent() && names.contains(entry.crate()))
        .forEach(
            entry -> {
              lines.add(place(entry));
              lines.add(CargoLines.corrected(entry));
            });
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Advice("'features' instead of 'feature', which cargo passes over", lines));
  }

  /** What has the library come from a distribution's packages. */
  Optional<Advice> sysroot(NativeDependencies.Found missing) {
    boolean packaged =
        missing.library().filter(library -> !library.packages().isEmpty()).isPresent();
    return scene
        .advisedSysroot()
        .filter(name -> packaged)
        .map(
            name ->
                new Advice(
                    "for targets with glibc, the packages of a distribution, linked dynamically",
                    List.of("-Drust.sysroot=" + name)));
  }

  private boolean leadsTo(CargoPackage from, CargoPackage missing) {
    Set<String> seen = new LinkedHashSet<>();
    List<CargoPackage> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      CargoPackage next = open.remove(open.size() - 1);
      if (next.id().equals(missing.id())) {
        return true;
      }
      if (seen.add(next.id())) {
        open.addAll(scene.walk().needs(next));
      }
    }
    return false;
  }

  /** How the user's own packages ask for a package. */
  private List<Entry> entries(CargoPackage crate) {
    List<Entry> entries = new ArrayList<>();
    for (Step step : scene.walk().steps()) {
      CargoPackage owner = step.crate();
      if (owner.isLocal() && scene.walk().needs(owner).contains(crate)) {
        manifest(owner.manifest())
            .flatMap(
                manifest ->
                    manifest.entries().stream()
                        .filter(entry -> entry.crate().equals(crate.name()))
                        .findFirst())
            .map(this::said)
            .filter(entry -> !entries.contains(entry))
            .ifPresent(entries::add);
      }
    }
    return entries;
  }

  /** An entry that the workspace has is changed there. */
  private Entry said(Entry entry) {
    return !entry.isInherited()
        ? entry
        : manifest(workspace.resolve("Cargo.toml"))
            .flatMap(
                root ->
                    root.entries().stream()
                        .filter(other -> other.table().equals("workspace.dependencies"))
                        .filter(other -> other.name().equals(entry.name()))
                        .findFirst())
            .orElse(entry);
  }

  private Stream<Manifest> localManifests() {
    return scene.walk().steps().stream()
        .map(Step::crate)
        .filter(CargoPackage::isLocal)
        .map(crate -> manifest(crate.manifest()))
        .flatMap(Optional::stream);
  }

  private Optional<Manifest> manifest(Path file) {
    return manifests.computeIfAbsent(file, Manifest::read);
  }

  private String place(Entry entry) {
    return place(entry.file(), entry.table());
  }

  private String place(Path file, String table) {
    Path shown = file.startsWith(workspace) ? workspace.relativize(file) : file;
    return "# %s, [%s]".formatted(shown, table);
  }

  /** Each place once, with all its lines. */
  private static List<String> grouped(List<String> lines) {
    Map<String, List<String>> byPlace = new LinkedHashMap<>();
    for (int index = 0; index < lines.size(); index += 2) {
      byPlace
          .computeIfAbsent(lines.get(index), place -> new ArrayList<>())
          .add(lines.get(index + 1));
    }
    List<String> grouped = new ArrayList<>();
    byPlace.forEach(
        (place, own) -> {
          grouped.add(place);
          grouped.addAll(own);
        });
    return grouped;
  }
}
