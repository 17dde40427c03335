package io.github.rustcross.maven.explain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.CatalogValue;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.RunnerChoice;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.catalog.yaml.CatalogValues;
import io.github.rustcross.maven.explain.TargetDescription.Way;
import io.github.rustcross.maven.plan.HealthCheck;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.plan.TargetSelector;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetSysroot;
import io.github.rustcross.toolchain.ToolchainRequest;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Puts together all that is known of targets. */
public final class Descriptions {
  private static final String TARGETS = "targets";
  private static final String GLIBC = "glibc";
  private static final String TOOLCHAIN = "crossToolchain";
  private static final String AUTO = "auto";
  private static final String PER_TARGET = "POM, <perTarget>";

  private final TargetView view;
  private final CatalogValues values;
  private final UnaryOperator<String> said;
  private final BiFunction<Target, String, RunnerSelection> runners;

  /**
   * Descriptions for this machine.
   *
   * @param values the catalog's values with where they come from
   * @param said who says what holds for all targets, by the parameter's name: {@code command line}
   *     or {@code POM}
   * @param runners whether a runner, by its name, runs a target's programs here
   */
  public Descriptions(
      TargetView view,
      CatalogValues values,
      UnaryOperator<String> said,
      BiFunction<Target, String, RunnerSelection> runners) {
    this.view = view;
    this.values = values;
    this.said = said;
    this.runners = runners;
  }

  /** Those of the chosen targets. */
  public List<TargetDescription> all() {
    return view.targets().stream().map(this::describe).toList();
  }

  private TargetDescription describe(TargetRequest request) {
    Target target = request.target();
    List<CatalogValue> known = values.target(target.triple().value());
    Map<String, RunnerSelection> runs = new LinkedHashMap<>();
    for (RunnerChoice choice : target.runners()) {
      runs.put(choice.runner(), runners.apply(target, choice.runner()));
    }
    return new TargetDescription(
        target,
        settings(request, known),
        known,
        target.toolchains().stream().map(choice -> way(request, choice)).toList(),
        runs);
  }

  private Map<String, Setting> settings(TargetRequest request, List<CatalogValue> known) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    floor(request, known).ifPresent(floor -> settings.put(GLIBC, floor));
    settings.put(TOOLCHAIN, toolchain(request));
    return settings;
  }

  private Optional<Setting> floor(TargetRequest request, List<CatalogValue> known) {
    if (request.target().defaultFloor().isEmpty()) {
      return Optional.empty();
    }
    if (request.floor() instanceof FloorRequest.Unspecified) {
      return Optional.of(defaultFloor(request, known));
    }
    String value =
        request.floor() instanceof FloorRequest.AtMost floor ? floor.version().toString() : "none";
    boolean ofWord =
        view.choice().targets().stream()
            .anyMatch(
                word -> !TargetSelector.withoutFloor(word).equals(word) && names(word, request));
    if (ofWord) {
      return Optional.of(setting(value, said.apply(TARGETS)));
    }
    boolean own = !(request.settings().floor() instanceof FloorRequest.Unspecified);
    return Optional.of(setting(value, own ? PER_TARGET : said.apply(GLIBC)));
  }

  private boolean names(String word, TargetRequest request) {
    String triple = TargetSelector.withoutFloor(word);
    return triple.equals(request.target().triple().value())
        || triple.equals("host") && request.target().triple().equals(view.host().triple());
  }

  private boolean promisesNone(TargetRequest request, Toolchain toolchain) {
    return toolchain.glibcFloor() == FloorPromise.NONE
        || toolchain.glibcFloor() == FloorPromise.SYSROOT
            && view.sysroot(request.target()).flatMap(TargetSysroot::glibc).isEmpty();
  }

  /** What holds where nobody says anything. */
  private Setting defaultFloor(TargetRequest request, List<CatalogValue> known) {
    if (request.toolchain() instanceof ToolchainRequest.HostDefault) {
      return setting("none", "built as plain cargo does, because it is named as host");
    }
    if (request.toolchain() instanceof ToolchainRequest.Named named
        && promisesNone(request, view.catalog().requireToolchain(named.name()))) {
      return setting("none", "toolchain " + named.name() + " cannot promise any");
    }
    return known.stream()
        .filter(value -> value.path().equals("libc.floor"))
        .findFirst()
        .map(value -> new Setting(value.text(), value.origin()))
        .orElseGet(() -> setting(request.target().defaultFloor().orElseThrow(), "catalog"));
  }

  private Setting toolchain(TargetRequest request) {
    if (request.toolchain() instanceof ToolchainRequest.HostDefault) {
      return setting(view.catalog().hostToolchain(), "named as host");
    }
    String name = request.toolchain() instanceof ToolchainRequest.Named named ? named.name() : AUTO;
    if (request.settings().toolchain().isPresent()) {
      return setting(name, PER_TARGET);
    }
    boolean nothing = view.choice().crossToolchain().stream().allMatch(AUTO::equals);
    return setting(name, nothing ? "default" : said.apply(TOOLCHAIN));
  }

  private static Setting setting(String value, String who) {
    return new Setting(value, Origin.of(who));
  }

  private Way way(TargetRequest request, ToolchainChoice choice) {
    Set<ArtifactKind> kinds = EnumSet.noneOf(ArtifactKind.class);
    kinds.addAll(request.target().files().keySet());
    kinds.retainAll(choice.kinds());
    List<String> serves = new ArrayList<>();
    Map<String, Rejection> rejections = new LinkedHashMap<>();
    for (Map.Entry<String, Needs> level : HealthCheck.levels(kinds).entrySet()) {
      Optional<Rejection> rejection = view.rejection(request, choice, level.getValue());
      rejection.ifPresentOrElse(
          why -> rejections.put(level.getKey(), why), () -> serves.add(level.getKey()));
    }
    return new Way(
        choice,
        view.catalog().requireToolchain(choice.toolchain()),
        serves,
        rejections,
        values.toolchain(choice.toolchain()));
  }
}
