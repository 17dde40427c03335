package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.CrateFacts.Finder;
import io.github.rustcross.catalog.CrateHint;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.DependencyWalk.Step;
import io.github.rustcross.maven.rust.ForeignCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out what the packages of one target need besides Rust, and where it comes from. */
final class NativeDependencies {
  private final NativeScene scene;
  private final ForeignCode foreignCode;

  NativeDependencies(NativeScene scene, ForeignCode foreignCode) {
    this.scene = scene;
    this.foreignCode = foreignCode;
  }

  /**
   * A package with what is known of it.
   *
   * @param step the package
   * @param facts the catalog's facts; empty where it knows none for this version
   * @param library the library that it is for
   * @param supply where that comes from; of one that is missing without advice yet
   */
  record Found(Step step, Optional<CrateFacts> facts, Optional<Library> library, Supply supply) {
    CargoPackage crate() {
      return step.crate();
    }

    NativeDependency with(Supply other) {
      return new NativeDependency(
          crate().name(),
          crate().version(),
          step.path().stream().map(CargoPackage::name).toList(),
          library,
          other);
    }
  }

  /** All packages with a native side. */
  List<Found> found() {
    List<Found> found = new ArrayList<>();
    for (Step step : scene.walk().steps()) {
      CrateFacts facts = scene.knowledge().facts().get(step.crate().name());
      Optional<Library> library =
          Optional.ofNullable(facts)
              .flatMap(CrateFacts::library)
              .map(scene.knowledge().libraries()::get);
      supply(step.crate(), facts)
          .ifPresent(
              supply ->
                  found.add(
                      new Found(
                          step,
                          Optional.ofNullable(facts)
                              .filter(known -> known.holdsFor(step.crate().version())),
                          library,
                          supply)));
    }
    return found;
  }

  private Optional<Supply> supply(CargoPackage crate, CrateFacts facts) {
    Set<Language> compiled = foreignCode.languages(crate);
    Optional<Supply> compiles =
        compiled.isEmpty() ? Optional.empty() : Optional.of(new Supply.CompilesOwn(compiled));
    if (facts == null) {
      return compiles;
    }
    if (!facts.holdsFor(crate.version())) {
      return facts.library().isEmpty()
          ? compiles
          : Optional.of(
              new Supply.Unclear(
                  "nothing is known of this version, only of "
                      + facts.versions().orElseThrow().text()));
    }
    Optional<OwnCopy> own = facts.own();
    if (looksForLibrary(crate, facts, scene.target())) {
      Optional<Supply> bundled =
          own.filter(copy -> copy.when() != OwnCopy.When.ALWAYS)
              .flatMap(copy -> bundled(crate, copy));
      return Optional.of(bundled.orElseGet(() -> supply(crate, facts, own)));
    }
    return scene
        .given(crate, facts)
        .or(
            () ->
                own.filter(copy -> copy.when() == OwnCopy.When.ALWAYS)
                    .map(OwnCopy::compiles)
                    .map(Supply.CompilesOwn::new))
        .or(() -> compiles);
  }

  private Supply supply(CargoPackage crate, CrateFacts facts, Optional<OwnCopy> own) {
    Optional<Library> library = facts.library().map(scene.knowledge().libraries()::get);
    boolean partOfSystem =
        library.filter(known -> known.partOf().contains(scene.target())).isPresent();
    return scene
        .given(crate, facts)
        .or(
            () ->
                scene
                    .sysrootWith(library)
                    .map(
                        name ->
                            new Supply.FromSysroot(
                                name,
                                own.filter(copy -> copy.when() == OwnCopy.When.MISSING)
                                    .isPresent())))
        .or(scene::elsewhere)
        .or(
            () ->
                partOfSystem
                    ? Optional.of(new Supply.OfSystem("of the target's system"))
                    : Optional.empty())
        .or(
            () ->
                own.filter(copy -> copy.when() == OwnCopy.When.MISSING)
                    .filter(copy -> scene.variable(copy.forbiddenBy()).isEmpty())
                    .map(OwnCopy::compiles)
                    .map(Supply.CompilesOwn::new))
        .orElseGet(() -> new Supply.Missing(isCertain(facts), List.of()));
  }

  /** Whether a crate's features and its target make it look for its library. */
  static boolean looksForLibrary(CargoPackage crate, CrateFacts facts, Target target) {
    Set<String> on = crate.features();
    return facts.library().isPresent()
        && (facts.only().isEmpty() || facts.only().stream().anyMatch(on::contains))
        && facts.unless().stream().noneMatch(on::contains)
        && !facts.unneeded().contains(target);
  }

  /** Whether its features say that it brings the library along. */
  static boolean hasOwnCopy(CargoPackage crate, CrateFacts facts) {
    return facts
        .own()
        .filter(
            copy ->
                copy.when() == OwnCopy.When.ALWAYS
                    || copy.features().stream().anyMatch(crate.features()::contains))
        .isPresent();
  }

  private Optional<Supply> bundled(CargoPackage crate, OwnCopy own) {
    return scene.variable(own.forbiddenBy()).isPresent() || isForbidden(crate)
        ? Optional.empty()
        : own.features().stream()
            .filter(crate.features()::contains)
            .findFirst()
            .map(Supply.Bundled::new);
  }

  /** {@code rust.openssl=sysroot} sets the variable that forbids it. */
  private boolean isForbidden(CargoPackage crate) {
    return scene.openssl() == OpensslMode.SYSROOT
        && scene
            .knowledge()
            .facts()
            .get(crate.name())
            .library()
            .filter(OpensslMode.LIBRARY::equals)
            .isPresent();
  }

  private boolean isCertain(CrateFacts facts) {
    return !facts.unsure().contains(scene.target())
        && facts.asks().stream().noneMatch(scene::hasProgram)
        && (facts.finder() == Finder.PKG_CONFIG || scene.isLinkedWithOwnLibraries());
  }

  /** What to know about packages of the target, each once. */
  List<String> hints() {
    Set<String> names =
        scene.walk().steps().stream().map(step -> step.crate().name()).collect(Collectors.toSet());
    Set<String> hints = new LinkedHashSet<>();
    for (Step step : scene.walk().steps()) {
      CrateFacts facts = scene.knowledge().facts().get(step.crate().name());
      if (facts != null && facts.holdsFor(step.crate().version())) {
        facts.hints().stream()
            .filter(hint -> applies(hint, step.crate(), names))
            .map(CrateHint::text)
            .forEach(hints::add);
      }
    }
    return List.copyOf(hints);
  }

  private boolean applies(CrateHint hint, CargoPackage crate, Collection<String> names) {
    return hint.targets().contains(scene.target())
        && (hint.features().isEmpty()
            || hint.features().stream().anyMatch(crate.features()::contains))
        && hint.unless().stream().noneMatch(names::contains);
  }
}
