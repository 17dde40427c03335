package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.DidYouMean;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the words of {@code rust.targets} and {@code rust.crossToolchain} into targets. */
public final class TargetSelector {
  private static final String HOST = "host";

  private final TargetCatalog catalog;
  private final TargetTriple host;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, TargetRequest> explicit = new LinkedHashMap<>();
  private final Map<String, TargetRequest> selected = new LinkedHashMap<>();
  private final Set<String> excluded = new HashSet<>();
  private final ToolchainWords toolchains;
  private final SysrootWords sysroots;
  private final String parameter;
  private final FloorRequest floor;
  private final TargetRules rules;
  private final FloorChecks floors;

  private TargetSelector(
      TargetCatalog catalog,
      TargetTriple host,
      String parameter,
      FloorRequest floor,
      List<String> toolchains,
      SysrootSettings sysroots,
      List<TargetRule> rules) {
    this.catalog = catalog;
    this.host = host;
    this.parameter = parameter;
    this.floor = floor;
    this.floors = new FloorChecks(catalog, parameter);
    TargetScope scope = new TargetScope(catalog, host);
    this.rules = new TargetRules(scope, rules);
    this.problems.addAll(this.rules.problems());
    this.toolchains = new ToolchainWords(scope, toolchains, problems);
    this.sysroots = new SysrootWords(scope, sysroots, problems);
  }

  /**
   * Resolves the words of a request.
   *
   * @param host the host triple, for {@code host}
   * @param defaults what is built where the request names nothing: {@code build.target} of cargo
   * @throws ProblemException with everything that is wrong with the words
   */
  public static List<TargetRequest> select(
      TargetCatalog catalog, TargetTriple host, BuildRequest request, List<String> defaults)
      throws ProblemException {
    return select(catalog, host, request.choice(), defaults, request.isTest() ? "test" : "build");
  }

  /**
   * Resolves the words of a choice.
   *
   * @param host the host triple, for {@code host}
   * @param defaults the words where the user has none; without any it is {@code host}
   * @param purpose what the targets are for, for messages: {@code build}, {@code test}, …
   * @throws ProblemException with everything that is wrong with the words
   */
  public static List<TargetRequest> select(
      TargetCatalog catalog,
      TargetTriple host,
      TargetChoice choice,
      List<String> defaults,
      String purpose)
      throws ProblemException {
    TargetSelector selector =
        new TargetSelector(
            catalog,
            host,
            choice.parameter(),
            choice.floor(),
            choice.crossToolchain(),
            choice.sysroots(),
            choice.rules());
    List<String> words =
        !choice.targets().isEmpty()
            ? choice.targets()
            : defaults.isEmpty() ? List.of(HOST) : defaults;
    selector.words(words);
    selector.selected.values().stream()
        .map(target -> selector.floors.check(target, choice.floor()))
        .flatMap(Optional::stream)
        .forEach(selector.problems::add);
    return selector.result(words, purpose);
  }

  /**
   * Resolves words for binaries that are there already: nothing is built, and any floor will do.
   *
   * @param host what {@code host} means
   * @param floor the glibc floor of words that have none of their own
   * @throws ProblemException with everything that is wrong with the words
   */
  public static List<TargetRequest> select(
      TargetCatalog catalog,
      TargetTriple host,
      String parameter,
      List<String> words,
      FloorRequest floor)
      throws ProblemException {
    TargetSelector selector =
        new TargetSelector(
            catalog, host, parameter, floor, List.of(), SysrootSettings.NONE, List.of());
    selector.words(words);
    return selector.result(words, "verify");
  }

  private void words(List<String> words) {
    words.forEach(this::word);
    excluded.forEach(selected::remove);
  }

  private List<TargetRequest> result(List<String> words, String purpose) throws ProblemException {
    if (selected.isEmpty() && problems.isEmpty()) {
      problem(
          ProblemCode.TARGETS_EMPTY,
          "%s=%s leaves no target to %s".formatted(parameter, String.join(",", words), purpose),
          "Take a target or a group out of the exclusions.");
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems.stream().distinct().toList());
    }
    return List.copyOf(selected.values());
  }

  /** A word of {@code rust.targets} without the glibc floor that it may have. */
  public static String withoutFloor(String word) {
    return FloorChecks.withoutFloor(word);
  }

  private void word(String word) {
    if (word.startsWith("!")) {
      exclude(word.substring(1));
    } else if (word.startsWith("@")) {
      group(word)
          .forEach(
              target -> selected.putIfAbsent(key(target), request(target, commonFloor(target))));
    } else if (word.equals(HOST)) {
      find(host.value()).ifPresent(target -> explicit(target, hostRequest(target)));
    } else {
      triple(word);
    }
  }

  private TargetRequest hostRequest(Target target) {
    TargetRequest request = request(target, commonFloor(target));
    return request.toolchain() instanceof ToolchainRequest.Auto
            && !(request.floor() instanceof FloorRequest.AtMost)
            && !sysroots.isForItself(target, rules.of(target).sysroot())
        ? new TargetRequest(
            target,
            request.floor(),
            new ToolchainRequest.HostDefault(),
            Optional.empty(),
            request.settings())
        : request;
  }

  private void triple(String word) {
    String prefix = HOST + ".";
    Optional<FloorChecks.Split> split =
        floors.split(word.startsWith(prefix) ? host + "." + word.substring(prefix.length()) : word);
    if (split.isEmpty()) {
      find(word).ifPresent(target -> explicit(target, request(target, commonFloor(target))));
      return;
    }
    find(split.get().triple())
        .ifPresent(
            target ->
                floors
                    .ofWord(target, word, split.get().floor(), problems)
                    .ifPresent(asked -> explicit(target, request(target, asked))));
  }

  private void explicit(Target target, TargetRequest request) {
    if (explicit.put(key(target), request) != null) {
      problem(
          ProblemCode.TARGET_REPEATED,
          "%s names %s twice".formatted(parameter, target.triple()),
          "Name it once; one build has one binary per target.");
    }
    selected.put(key(target), request);
  }

  private void exclude(String word) {
    if (word.startsWith("@")) {
      group(word).forEach(target -> excluded.add(key(target)));
    } else {
      find(word.equals(HOST) ? host.value() : word).ifPresent(target -> excluded.add(key(target)));
    }
  }

  private List<Target> group(String word) {
    String name = word.substring(1);
    if (!catalog.groups().containsKey(name)) {
      problem(
          ProblemCode.TARGET_UNKNOWN,
          "%s: there is no group '%s'".formatted(parameter, word),
          DidYouMean.of(
              word, catalog.groups().keySet().stream().map(known -> "@" + known).toList()));
    }
    return catalog.group(name);
  }

  private Optional<Target> find(String triple) {
    return find(parameter + ": ", triple);
  }

  private Optional<Target> find(String parameter, String triple) {
    Optional<Target> target = catalog.find(triple);
    if (target.isEmpty()) {
      problem(
          ProblemCode.TARGET_UNKNOWN,
          "%sthere is no target '%s' in catalog %s".formatted(parameter, triple, catalog.version()),
          DidYouMean.of(triple, catalog.targets().keySet()));
    }
    return target;
  }

  private TargetRequest request(Target target, FloorRequest asked) {
    FloorRequest applicable =
        target.defaultFloor().isPresent() ? asked : new FloorRequest.Unspecified();
    return new TargetRequest(
        target,
        applicable,
        toolchain(target),
        sysroots.request(target, rules.of(target).sysroot()),
        rules.of(target));
  }

  private FloorRequest commonFloor(Target target) {
    FloorRequest own = rules.of(target).floor();
    return own instanceof FloorRequest.Unspecified ? floor : own;
  }

  private ToolchainRequest toolchain(Target target) {
    return toolchains.request(target, rules.of(target).toolchain());
  }

  private static String key(Target target) {
    return target.triple().value();
  }

  private void problem(ProblemCode code, String message, String suggestion) {
    problems.add(Problem.of(code, message, suggestion));
  }
}
