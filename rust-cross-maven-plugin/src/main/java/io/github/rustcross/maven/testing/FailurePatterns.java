package io.github.rustcross.maven.testing;

import io.github.rustcross.catalog.Platform;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which kind of target a test fails on. A word of the platform is named only if the test fails on
 * all targets with that word that it was run on, and on no other.
 */
public final class FailurePatterns {
  /** What tells targets apart, that which explains most first. */
  private static final List<Property> PROPERTIES =
      List.of(
          new Property(Platform::endian, word -> word + "-endian"),
          new Property(
              platform -> String.valueOf(platform.pointerWidth()), width -> width + "-bit"),
          new Property(Platform::os, UnaryOperator.identity()),
          new Property(FailurePatterns::library, UnaryOperator.identity()));

  /** A triple says its architecture itself, so it is named only if nothing else can be. */
  private static final Property ARCHITECTURE =
      new Property(Platform::arch, UnaryOperator.identity());

  /** The words of WASI's versions say nothing to people that the triple does not. */
  private static String library(Platform platform) {
    return platform.families().contains("wasm") ? "" : platform.env();
  }

  private final Map<TargetTriple, Platform> platforms;

  private FailurePatterns(Collection<Target> targets) {
    platforms =
        targets.stream()
            .collect(Collectors.toMap(Target::triple, Target::platform, (first, again) -> first));
  }

  /** A word of a platform and how it is said. */
  private record Property(Function<Platform, String> of, UnaryOperator<String> said) {}

  /** A test of a program of a package, wherever it was run. */
  private record Key(String crate, String part, String test) {}

  /** Where a test failed and where it passed. */
  private record Places(List<TargetTriple> failing, List<TargetTriple> passing) {
    Places() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * A test that fails on some targets and passes on others.
   *
   * @param crate the package
   * @param part which of its programs
   * @param test the test
   * @param failing where it fails, in the order in which it was run
   * @param passing where it passes
   * @param sentence which they are, as a clause without a full stop
   */
  public record Pattern(
      String crate,
      String part,
      String test,
      List<TargetTriple> failing,
      List<TargetTriple> passing,
      String sentence) {}

  /**
   * The tests that do not do the same everywhere; where one was ignored or has no result, it counts
   * as not tested.
   *
   * @param suites all results
   * @param targets the targets that were tested, with the catalog's words for them
   */
  public static List<Pattern> of(List<TestSuite> suites, Collection<Target> targets) {
    Map<Key, Places> tests = new LinkedHashMap<>();
    for (TestSuite suite : suites) {
      for (TestCase test : suite.cases()) {
        Key key = new Key(suite.crate(), suite.part(), test.name());
        if (test.isBad()) {
          tests.computeIfAbsent(key, name -> new Places()).failing().add(suite.target());
        } else if (test.outcome() instanceof TestCase.Passed) {
          tests.computeIfAbsent(key, name -> new Places()).passing().add(suite.target());
        }
      }
    }
    FailurePatterns patterns = new FailurePatterns(targets);
    return tests.entrySet().stream()
        .filter(test -> isMixed(test.getValue()))
        .map(test -> patterns.pattern(test.getKey(), test.getValue()))
        .toList();
  }

  private static boolean isMixed(Places places) {
    return !places.failing().isEmpty() && !places.failing().containsAll(places.passing());
  }

  private Pattern pattern(Key key, Places places) {
    List<TargetTriple> failing = places.failing().stream().distinct().toList();
    List<TargetTriple> passing =
        places.passing().stream().distinct().filter(target -> !failing.contains(target)).toList();
    return new Pattern(
        key.crate(), key.part(), key.test(), failing, passing, sentence(failing, passing));
  }

  private String sentence(List<TargetTriple> failing, List<TargetTriple> passing) {
    String passes = passes(passing);
    List<String> words =
        PROPERTIES.stream().flatMap(word -> shared(word, failing, passing).stream()).toList();
    if (words.isEmpty()) {
      words = shared(ARCHITECTURE, failing, passing).stream().toList();
    }
    if (failing.size() == 1) {
      String only = words.isEmpty() ? "" : ", the only " + String.join(" and only ", words);
      return "fails on "
          + failing.get(0)
          + " alone"
          + only
          + (only.isEmpty() ? "" : " target")
          + passes;
    }
    return words.isEmpty()
        ? "fails on " + joined(failing) + passes
        : "fails on all "
            + String.join(" targets, which are all ", words)
            + " targets ("
            + joined(failing)
            + ")"
            + passes;
  }

  /** The word that all these have and none of those. */
  private Optional<String> shared(
      Property property, List<TargetTriple> failing, List<TargetTriple> passing) {
    Set<String> words = words(property, failing);
    boolean tells =
        words.size() == 1
            && !words.contains("")
            && words(property, passing).stream().noneMatch(words::contains);
    return tells ? words.stream().map(property.said()).findFirst() : Optional.empty();
  }

  /** An unknown target has an empty word, which tells nothing. */
  private Set<String> words(Property property, List<TargetTriple> targets) {
    return targets.stream()
        .map(target -> Optional.ofNullable(platforms.get(target)).map(property.of()).orElse(""))
        .collect(Collectors.toSet());
  }

  private static String passes(List<TargetTriple> passing) {
    return "; passes on "
        + (passing.size() == 1 ? passing.get(0).value() : passing.size() + " others");
  }

  private static String joined(List<TargetTriple> targets) {
    return targets.stream().map(TargetTriple::value).collect(Collectors.joining(", "));
  }
}
