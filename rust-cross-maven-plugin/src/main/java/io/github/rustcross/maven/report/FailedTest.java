package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.testing.FailurePatterns;
import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestCase.Broken;
import io.github.rustcross.maven.testing.TestCase.Failed;
import io.github.rustcross.maven.testing.TestSuite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A test that failed, or several of one program that have no result for the same reason.
 *
 * @param title package, part and test
 * @param details why it failed, and where
 */
record FailedTest(String title, List<String> details) {
  private static final int LONGEST = 240;
  private static final String SEVERAL = " tests: ";
  private static final int NAMED = 10;

  /** What tests are called whose names are not known. */
  private static final Pattern UNNAMED = Pattern.compile("test .*, \\d+ of \\d+");

  /** What is shown as one. */
  private record Key(String crate, String part, String test) {
    String program() {
      return crate + " " + part;
    }
  }

  /** All that failed, in the order in which it was met. */
  static List<FailedTest> all(List<TestSuite> suites, List<FailurePatterns.Pattern> patterns) {
    Map<Key, String> sentences = new LinkedHashMap<>();
    patterns.forEach(
        pattern ->
            sentences.put(
                new Key(pattern.crate(), pattern.part(), pattern.test()), pattern.sentence()));
    Map<Key, Map<String, Set<TargetTriple>>> failures = new LinkedHashMap<>();
    for (TestSuite suite : suites) {
      ofSuite(suite)
          .forEach(
              (key, message) ->
                  failures
                      .computeIfAbsent(key, name -> new LinkedHashMap<>())
                      .computeIfAbsent(message, text -> new LinkedHashSet<>())
                      .add(suite.target()));
    }
    return failures.entrySet().stream()
        .map(test -> test(test.getKey(), test.getValue(), sentences, suites))
        .toList();
  }

  private static Map<Key, String> ofSuite(TestSuite suite) {
    Map<String, List<String>> broken =
        suite.cases().stream()
            .filter(test -> test.outcome() instanceof Broken)
            .collect(
                Collectors.groupingBy(
                    FailedTest::message,
                    Collectors.mapping(TestCase::name, Collectors.toUnmodifiableList())));
    Map<Key, String> failures = new LinkedHashMap<>();
    for (TestCase test : suite.cases()) {
      if (test.isBad()) {
        String message = message(test);
        List<String> alike =
            test.outcome() instanceof Broken ? broken.get(message) : List.of(test.name());
        failures.putIfAbsent(new Key(suite.crate(), suite.part(), together(alike)), message);
      }
    }
    return failures;
  }

  private static String together(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.stream().allMatch(name -> UNNAMED.matcher(name).matches())) {
      return names.size() + SEVERAL.replace(": ", "");
    }
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() + SEVERAL + first + (names.size() > NAMED ? ", …" : "");
  }

  private static FailedTest test(
      Key key,
      Map<String, Set<TargetTriple>> messages,
      Map<Key, String> sentences,
      List<TestSuite> suites) {
    List<String> details = new ArrayList<>();
    messages.forEach(
        (message, where) ->
            details.add(messages.size() == 1 ? message : message + " (" + joined(where) + ")"));
    Set<TargetTriple> failing =
        messages.values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    details.add(
        Optional.ofNullable(sentences.get(key)).orElseGet(() -> places(key, failing, suites)));
    boolean whole = key.test().equals(key.part());
    return new FailedTest(key.program() + (whole ? "" : " " + key.test()), details);
  }

  private static String places(Key key, Set<TargetTriple> failing, List<TestSuite> suites) {
    long tested =
        suites.stream()
            .filter(
                suite ->
                    key.crate().equals(TestSuite.NO_CRATE)
                        || suite.crate().equals(key.crate()) && suite.part().equals(key.part()))
            .map(TestSuite::target)
            .distinct()
            .count();
    String verb = key.test().matches("\\d+ tests.*") ? "on " : "fails on ";
    return verb
        + (failing.size() > 1 && failing.size() == tested
            ? "all " + tested + " targets"
            : joined(failing));
  }

  private static String message(TestCase test) {
    String message =
        test.outcome() instanceof Failed failed
            ? failed.message()
            : ((Broken) test.outcome()).message();
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
  }

  private static String joined(Set<TargetTriple> targets) {
    return targets.stream().map(TargetTriple::value).collect(Collectors.joining(", "));
  }
}
