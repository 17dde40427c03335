package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the words of {@code rust.targets} and {@code rust.crossToolchain} into targets. */
public final class TargetSelector {
  private static final String HOST = "host";
  private static final String AUTO = "auto";
  private static final Pattern WITH_FLOOR = Pattern.compile("(.+?)\\.(\\d[0-9.]*)");

  private final TargetCatalog catalog;
  private final TargetTriple host;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, TargetRequest> explicit = new LinkedHashMap<>();
  private final Map<String, TargetRequest> selected = new LinkedHashMap<>();
  private final Set<String> excluded = new HashSet<>();
  private final Map<String, String> toolchains = new LinkedHashMap<>();
  private final FloorRequest floor;
  private final TargetRules rules;
  private Optional<String> toolchainForAll = Optional.empty();

  private TargetSelector(TargetCatalog catalog, TargetTriple host, BuildRequest request) {
    this.catalog = catalog;
    this.host = host;
    this.floor = request.floor();
    this.rules = new TargetRules(catalog, host, request.rules());
    this.problems.addAll(rules.problems());
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
    TargetSelector selector = new TargetSelector(catalog, host, request);
    selector.toolchains(request.crossToolchain());
    List<String> words =
        !request.targets().isEmpty()
            ? request.targets()
            : defaults.isEmpty() ? List.of(HOST) : defaults;
    words.forEach(selector::word);
    selector.excluded.forEach(selector.selected::remove);
    selector.selected.values().forEach(selector::checkCommonFloor);
    if (selector.selected.isEmpty() && selector.problems.isEmpty()) {
      selector.problem(
          ProblemCode.TARGETS_EMPTY,
          "rust.targets=%s leaves no target to build".formatted(String.join(",", words)),
          "Take a target or a group out of the exclusions.");
    }
    if (!selector.problems.isEmpty()) {
      throw new ProblemException(selector.problems);
    }
    return List.copyOf(selector.selected.values());
  }

  private void toolchains(List<String> words) {
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = word.substring(equals + 1);
      if (!name.equals(AUTO) && !catalog.toolchains().containsKey(name)) {
        problem(
            ProblemCode.TOOLCHAIN_UNKNOWN,
            "rust.crossToolchain: there is no toolchain '%s'".formatted(name),
            didYouMean(name, catalog.toolchains().keySet()));
      } else if (equals < 0) {
        toolchainForAll = Optional.of(name);
      } else {
        String triple = word.substring(0, equals);
        find("rust.crossToolchain: ", triple.equals(HOST) ? host.value() : triple)
            .ifPresent(target -> toolchains.put(key(target), name));
      }
    }
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
        ? new TargetRequest(
            target, request.floor(), new ToolchainRequest.HostDefault(), request.settings())
        : request;
  }

  private void triple(String word) {
    Matcher matcher = WITH_FLOOR.matcher(word);
    if (catalog.find(word).isPresent() || !matcher.matches()) {
      find(word).ifPresent(target -> explicit(target, request(target, commonFloor(target))));
      return;
    }
    Optional<Target> target = find(matcher.group(1));
    if (target.isPresent()) {
      floor(target.get(), matcher.group(2))
          .ifPresent(asked -> explicit(target.get(), request(target.get(), asked)));
    }
  }

  private Optional<FloorRequest> floor(Target target, String text) {
    Optional<GlibcVersion> version = GlibcVersion.parse(text);
    Optional<GlibcVersion> lowest = target.defaultFloor().flatMap(GlibcVersion::parse);
    String word = target.triple() + "." + text;
    if (version.isEmpty()) {
      problem(
          ProblemCode.FLOOR_INVALID,
          "rust.targets: '%s' is not a glibc version in '%s'".formatted(text, word),
          "Write it like %s.2.17".formatted(target.triple()));
      return Optional.empty();
    }
    if (lowest.isEmpty()) {
      problem(
          ProblemCode.FLOOR_INVALID,
          "rust.targets: %s has no glibc, so '%s' cannot have a floor"
              .formatted(target.triple(), word),
          "Write %s".formatted(target.triple()));
      return Optional.empty();
    }
    if (version.get().compareTo(lowest.get()) < 0) {
      problem(
          ProblemCode.FLOOR_INVALID,
          "rust.targets: '%s' is below glibc %s, the lowest that Rust's standard library supports"
              .formatted(word, lowest.get()),
          "Write %s.%s".formatted(target.triple(), lowest.get()));
      return Optional.empty();
    }
    return Optional.of(new FloorRequest.AtMost(version.get()));
  }

  private void explicit(Target target, TargetRequest request) {
    if (explicit.put(key(target), request) != null) {
      problem(
          ProblemCode.TARGET_REPEATED,
          "rust.targets names %s twice".formatted(target.triple()),
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
          "rust.targets: there is no group '%s'".formatted(word),
          didYouMean(word, catalog.groups().keySet().stream().map(known -> "@" + known).toList()));
    }
    return catalog.group(name);
  }

  private Optional<Target> find(String triple) {
    return find("rust.targets: ", triple);
  }

  private Optional<Target> find(String parameter, String triple) {
    Optional<Target> target = catalog.find(triple);
    if (target.isEmpty()) {
      problem(
          ProblemCode.TARGET_UNKNOWN,
          "%sthere is no target '%s' in catalog %s".formatted(parameter, triple, catalog.version()),
          didYouMean(triple, catalog.targets().keySet()));
    }
    return target;
  }

  private TargetRequest request(Target target, FloorRequest asked) {
    FloorRequest applicable =
        target.defaultFloor().isPresent() ? asked : new FloorRequest.Unspecified();
    return new TargetRequest(target, applicable, toolchain(target), rules.of(target));
  }

  private FloorRequest commonFloor(Target target) {
    FloorRequest own = rules.of(target).floor();
    return own instanceof FloorRequest.Unspecified ? floor : own;
  }

  /** A floor of a target's own was checked when it was read: what is too low here is for all. */
  private void checkCommonFloor(TargetRequest request) {
    Optional<GlibcVersion> lowest = request.target().defaultFloor().flatMap(GlibcVersion::parse);
    if (request.floor() instanceof FloorRequest.AtMost asked
        && lowest.isPresent()
        && asked.version().compareTo(lowest.get()) < 0) {
      problem(
          ProblemCode.FLOOR_INVALID,
          "%s%s is below glibc %s, the lowest that Rust's standard library supports on %s"
              .formatted(
                  request.settings().floor() instanceof FloorRequest.Unspecified
                      ? "rust.glibc="
                      : "<perTarget>: glibc ",
                  asked.version(),
                  lowest.get(),
                  request.target().triple()),
          "Ask for a floor of its own: %s.%s".formatted(request.target().triple(), lowest.get()));
    }
  }

  private ToolchainRequest toolchain(Target target) {
    String name =
        rules
            .of(target)
            .toolchain()
            .orElse(toolchains.getOrDefault(key(target), toolchainForAll.orElse(AUTO)));
    return name.equals(AUTO) ? new ToolchainRequest.Auto() : new ToolchainRequest.Named(name);
  }

  private static String key(Target target) {
    return target.triple().value();
  }

  private void problem(ProblemCode code, String message, String suggestion) {
    problems.add(Problem.of(code, message, suggestion));
  }

  private static String didYouMean(String name, Collection<String> names) {
    List<String> nearest = TargetCatalog.nearest(name, names);
    return nearest.isEmpty()
        ? "Known are: " + String.join(", ", names)
        : "Did you mean " + String.join(" or ", nearest) + "?";
  }
}
