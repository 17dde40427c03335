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
  private static final int NAMED = 10;

  /** What tests are called whose names are not known. */
  private static final Pattern UNNAMED = Pattern.compile("test .*, \\d+ of \\d+");

  /** What is shown as one: a test, or several that have no result for the same reason. */
  private record Key(String crate, String part, List<String> tests) {
    String title() {
      String program = crate + " " + part;
      return tests.equals(List.of(part)) ? program : program + " " + names();
    }

    private String names() {
      if (tests.size() == 1) {
        return tests.get(0);
      }
      String count = tests.size() + " tests";
      if (tests.stream().allMatch(name -> UNNAMED.matcher(name).matches())) {
        return count;
      }
      String first = tests.stream().limit(NAMED).collect(Collectors.joining(", "));
      return count + ": " + first + (tests.size() > NAMED ? ", …" : "");
    }
  }

  /** All that failed, in the order in which it was met. */
  static List<FailedTest> all(List<TestSuite> suites, List<FailurePatterns.Pattern> patterns) {
    Map<Key, String> sentences = new LinkedHashMap<>();
    patterns.forEach(
        pattern ->
            sentences.put(
                new Key(pattern.crate(), pattern.part(), List.of(pattern.test())),
                pattern.sentence()));
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
        failures.putIfAbsent(new Key(suite.crate(), suite.part(), alike), message);
      }
    }
    return failures;
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
    return new FailedTest(key.title(), details);
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
    String verb = key.tests().size() > 1 ? "on " : "fails on ";
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
