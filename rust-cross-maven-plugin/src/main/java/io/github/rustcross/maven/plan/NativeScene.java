package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Sysroot;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.DependencyWalk;
import io.github.rustcross.toolchain.PackageInstall;
import io.github.rustcross.toolchain.TargetSysroot;
import io.github.rustcross.toolchain.TargetWords;
import io.github.rustcross.toolchain.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One target of a build, as crates with a native side see it. */
final class NativeScene {
  private static final Pattern LINK_FOLDER = Pattern.compile("-L.*|.*link-args?=.*(-L|-l|/).*");

  private static final List<String> MORE =
      List.of(
          "--config", "--features", "-F", "--no-default-features", "--package", "-p", "--exclude");

  private final PlanInputs inputs;
  private final BuildUnit unit;
  private final DependencyWalk walk;
  private final Template template;
  private final Set<String> variables = new TreeSet<>();

  NativeScene(PlanInputs inputs, BuildUnit unit, DependencyWalk walk) {
    this.inputs = inputs;
    this.unit = unit;
    this.walk = walk;
    this.template = new Template(TargetWords.of(target(), inputs.rust().host()));
    TreeMap<String, String> all = new TreeMap<>(inputs.config().variables());
    all.putAll(inputs.environment());
    all.putAll(inputs.request().environment());
    all.putAll(unit.settings().environment());
    Optional<Origin> ofSysroot = unit.selection().sysroot().map(TargetSysroot::origin);
    unit.environment()
        .variables()
        .forEach(
            (name, set) -> {
              // What a sysroot sets is no word of the user's.
              if (ofSysroot.filter(origin -> origin == set.origin()).isEmpty()) {
                all.put(name, set.value());
              }
            });
    all.forEach(
        (name, value) -> {
          // As build scripts read them: 0 is as good as nothing.
          if (!value.isEmpty() && !value.equals("0")) {
            variables.add(name);
          }
        });
  }

  Target target() {
    return unit.target();
  }

  DependencyWalk walk() {
    return walk;
  }

  CrateKnowledge knowledge() {
    return inputs.catalog().crates();
  }

  OpensslMode openssl() {
    return unit.settings().openssl().orElse(inputs.request().openssl());
  }

  Optional<String> sysroot() {
    return unit.selection().sysroot().map(TargetSysroot::name);
  }

  /**
   * The sysroot, if a library can be in it. What is installed on this machine can be seen; what a
   * folder of the user's has is the user's to know, and what is fetched has what crates look for.
   */
  Optional<String> sysrootWith(Optional<Library> library) {
    return unit.selection()
        .sysroot()
        .filter(sysroot -> sysroot.root().isPresent() || isInstalled(library))
        .map(TargetSysroot::name);
  }

  /** Whether pkg-config would find one of its modules where the sysroot's variables send it. */
  private boolean isInstalled(Optional<Library> library) {
    List<String> modules = library.map(Library::pkgConfig).orElse(List.of());
    return modules.isEmpty()
        || Stream.of("/usr/lib/" + target().names().get("multiarch"), "/usr/lib", "/usr/share")
            .flatMap(
                folder -> modules.stream().map(module -> folder + "/pkgconfig/" + module + ".pc"))
            .anyMatch(file -> !inputs.search().matches(file).isEmpty());
  }

  /** What installs a library's packages, where the sysroot is this machine's own packages. */
  Optional<String> installation(Library library) {
    boolean installed =
        unit.selection().sysroot().filter(sysroot -> sysroot.root().isEmpty()).isPresent();
    // Debian and its kin, who have foreign architectures, have the same names.
    List<String> packages =
        library.packages().values().stream()
            .findFirst()
            .map(
                names ->
                    names.stream().map(name -> name + ":" + target().names().get("dpkg")).toList())
            .orElse(List.of());
    return !installed || packages.isEmpty()
        ? Optional.empty()
        : inputs.catalog().packageManagers().values().stream()
            .filter(manager -> !manager.foreign().isEmpty())
            .findFirst()
            .map(
                manager ->
                    new PackageInstall(
                            manager, manager.root() && !inputs.rust().host().privileged(), packages)
                        .text());
  }

  Optional<String> advisedSysroot() {
    return SysrootWords.suitable(inputs.catalog(), target()).map(Sysroot::name);
  }

  /** The first variable of these templates that the user has set. */
  Optional<String> variable(List<String> templates) {
    return templates.stream()
        .map(template::tryExpand)
        .flatMap(Optional::stream)
        .map(NativeScene::named)
        .flatMap(named -> variables.stream().filter(named))
        .findFirst();
  }

  private static Predicate<String> named(String pattern) {
    return pattern.contains("*")
        ? Pattern.compile(
                Stream.of(pattern.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")))
            .asMatchPredicate()
        : pattern::equals;
  }

  /** What the user says of where a crate's library is. */
  Optional<Supply> given(CargoPackage crate, CrateFacts facts) {
    boolean overridden =
        crate
            .links()
            .filter(
                inputs.config().overrides().getOrDefault(target().triple().value(), Set.of())
                    ::contains)
            .isPresent();
    if (overridden) {
      return Optional.of(
          new Supply.Given(
              "[target.%s.%s] of cargo's configuration"
                  .formatted(target().triple(), crate.links().orElseThrow())));
    }
    Optional<String> further =
        inputs.request().cargo().arguments().stream().filter(NativeScene::saysMore).findFirst();
    if (further.isPresent()) {
      return Optional.of(new Supply.Given("%s for cargo".formatted(further.get())));
    }
    List<String> locations = new ArrayList<>(facts.locations());
    if (facts.library().isPresent()) {
      for (CargoPackage helper : walk.buildNeeds(crate)) {
        Optional.ofNullable(knowledge().facts().get(helper.name()))
            .ifPresent(known -> locations.addAll(known.locations()));
      }
    }
    return variable(locations).map(Supply.Given::new);
  }

  /** What cargo is told past the plan may choose other features, or say where libraries are. */
  private static boolean saysMore(String argument) {
    return MORE.stream()
        .anyMatch(option -> argument.equals(option) || argument.startsWith(option + "="));
  }

  /** The system where nothing can be told from here, because the compiler sees another one. */
  Optional<Supply> elsewhere() {
    ToolchainChoice choice = unit.selection().choice();
    if (unit.environment().launch().isPresent()) {
      return Optional.of(new Supply.OfSystem("of the image"));
    }
    return choice.toolchain().equals(inputs.catalog().hostToolchain())
            || target().triple().equals(inputs.rust().host().triple())
        ? Optional.of(new Supply.OfSystem("of this machine"))
        : Optional.empty();
  }

  /** Whether the user has a linker or flags of the target's own, which cargo adds by itself. */
  private boolean hasOwnFlags() {
    String prefix = "CARGO_TARGET_%s_".formatted(target().triple().shouted());
    return inputs.environment().keySet().stream().anyMatch(name -> name.startsWith(prefix))
        || inputs.config().overrides().values().stream()
            .anyMatch(settings -> settings.contains(CargoConfig.FLAGS));
  }

  boolean hasProgram(String name) {
    return inputs.search().program(name).isPresent();
  }

  /** Whether whoever links cannot know of libraries that nobody has told it of. */
  boolean isLinkedWithOwnLibraries() {
    boolean told =
        walk.steps().stream()
                .map(DependencyWalk.Step::crate)
                .anyMatch(crate -> crate.isLocal() && crate.hasBuildScript())
            || unit.environment().rustflags().stream()
                .anyMatch(flag -> LINK_FOLDER.matcher(flag.value()).matches());
    return !told
        && !hasOwnFlags()
        && inputs
            .catalog()
            .requireToolchain(unit.selection().choice().linkingToolchain())
            .ownLibraries();
  }
}
