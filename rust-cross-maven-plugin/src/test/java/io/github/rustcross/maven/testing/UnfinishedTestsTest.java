package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tests without a result")
class UnfinishedTestsTest {
  private static final Ending ABORTED = new Ending.Signalled(6, "SIGABRT");
  private static final Ending LATE = new Ending.TimedOut(Duration.ofSeconds(2));
  private static final String ABORTED_SAYS =
      "no result: the program was ended by signal 6 (SIGABRT)";

  /** What each further run was asked for. */
  private final List<List<String>> rounds = new ArrayList<>();

  @Test
  @DisplayName("are run again, one after the other; the one that crashes is named")
  void crash() throws IOException {
    assertThat(complete(List.of("a", "boom", "c", "d"), Set.of("a"), ABORTED, Set.of("boom")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "passed", "boom", ABORTED_SAYS, "c", "passed", "d", "passed"));
    assertThat(rounds).containsExactly(List.of("boom", "c", "d"), List.of("c", "d"));
  }

  @Test
  @DisplayName("are not blamed on the test whose line the program was writing when it crashed")
  void halfLine() throws IOException {
    Conclusion first =
        new Conclusion(
            List.of(
                new TestCase("a", new TestCase.Broken(ABORTED_SAYS, "")),
                new TestCase("test without a result, 1 of 1", new TestCase.Broken("", ""))),
            List.of());
    UnfinishedTests tests =
        new UnfinishedTests(
            new Fake(List.of("a", "boom"), Set.of("boom")), "lib", first, ABORTED, 2);

    assertThat(tests.complete())
        .containsExactly(
            new TestCase("a", new TestCase.Passed()),
            new TestCase("boom", new TestCase.Broken(ABORTED_SAYS, "")));
  }

  @Test
  @DisplayName("are run again to hear what it says where it is one alone, unless it hangs")
  void one() throws IOException {
    List<String> names = List.of("a", "b", "boom");
    assertThat(complete(names, Set.of("a", "b"), ABORTED, Set.of("boom")))
        .containsEntry("boom", ABORTED_SAYS)
        .containsEntry("a", "passed")
        .hasSize(3);
    assertThat(rounds).containsExactly(List.of("boom"));
    rounds.clear();
    assertThat(complete(names, Set.of("a", "b"), LATE, Set.of("boom"))).hasSize(3);
    assertThat(rounds).isEmpty();
  }

  @Test
  @DisplayName("that all pass one after the other do not hide that the program crashed")
  void together() throws IOException {
    assertThat(complete(List.of("a", "b"), Set.of(), ABORTED, Set.of()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a",
                "passed",
                "b",
                "passed",
                "lib",
                ABORTED_SAYS + "; one after the other, all of its tests are through"));
  }

  @Test
  @DisplayName("are few enough for a command line, though they be 20000")
  void many() throws IOException {
    List<String> names =
        IntStream.range(0, 20_000).mapToObj(i -> "module::a_test_with_number_" + i).toList();
    Map<String, String> results = complete(names, Set.of(), ABORTED, Set.of(names.get(9_000)));

    assertThat(results).hasSize(20_000).containsEntry(names.get(9_000), ABORTED_SAYS);
    assertThat(results.values()).containsOnly("passed", ABORTED_SAYS);
    assertThat(rounds)
        .allSatisfy(round -> assertThat(String.join(" ", round)).hasSizeLessThan(24_001));
  }

  @Test
  @DisplayName("are given up where the program keeps crashing; each says so")
  void hopeless() throws IOException {
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "boom" + i).toList();
    Map<String, String> results = complete(names, Set.of(), ABORTED, Set.copyOf(names));

    assertThat(rounds).hasSize(20);
    assertThat(results).hasSize(100);
    assertThat(results.values()).containsOnly(ABORTED_SAYS);
  }

  @Test
  @DisplayName("are given up after the third time that the program takes too long")
  void slow() throws IOException {
    List<String> names = List.of("hang1", "hang2", "hang3", "a");
    Map<String, String> results =
        complete(names, Set.of(), LATE, Set.of("hang1", "hang2", "hang3"));

    assertThat(rounds).containsExactly(names, List.of("hang2", "hang3", "a"));
    String late = "no result: the program did not end within 2 s; raise rust.test.timeout";
    String notReached =
        "no result: it was not run again, because others took too long; leave those out, or raise"
            + " rust.test.timeout";
    assertThat(results)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("hang1", late, "hang2", late, "hang3", notReached, "a", notReached));
  }

  @Test
  @DisplayName("that follow one that hangs get their results")
  void hang() throws IOException {
    assertThat(complete(List.of("a", "hang", "c"), Set.of(), LATE, Set.of("hang")))
        .containsEntry("a", "passed")
        .containsEntry("c", "passed")
        .hasSize(3);
  }

  @Test
  @DisplayName("stay as they were where the program does not say their names, or says others")
  void unlisted() throws IOException {
    Conclusion first = first(List.of("a", "b", "c"), Set.of("a"), ABORTED);
    for (List<String> listed : List.of(List.<String>of(), List.of("a", "b", "c", "filtered"))) {
      assertThat(
              new UnfinishedTests(new Fake(listed, Set.of()), "lib", first, ABORTED, 3).complete())
          .isEqualTo(first.cases());
    }
    assertThat(rounds).isEmpty();
  }

  @Test
  @DisplayName("stay as they were where further runs bring nothing")
  void fruitless() throws IOException {
    Conclusion first = first(List.of("a", "b", "c"), Set.of("a"), ABORTED);
    UnfinishedTests.Program silent =
        new Fake(List.of("a", "b", "c"), Set.of()) {
          @Override
          public UnfinishedTests.Round run(List<String> names) {
            rounds.add(names);
            return new UnfinishedTests.Round(new Conclusion(List.of(), List.of()), ABORTED);
          }
        };

    assertThat(new UnfinishedTests(silent, "lib", first, ABORTED, 3).complete())
        .isEqualTo(first.cases());
    assertThat(rounds).hasSize(1);
  }

  @Test
  @DisplayName("are none where tests merely fail, or the program crashes after the last")
  void none() throws IOException {
    Conclusion failed =
        new Conclusion(List.of(new TestCase("a", new TestCase.Failed("wrong", ""))), List.of());
    assertThat(complete(failed, new Ending.Exited(101), List.of("a"))).isEqualTo(failed.cases());

    Conclusion later =
        new Conclusion(
            List.of(
                new TestCase("a", new TestCase.Passed()),
                new TestCase("lib", new TestCase.Broken("crashed later", ""))),
            List.of());
    assertThat(complete(later, ABORTED, List.of("a"))).isEqualTo(later.cases());
    assertThat(rounds).isEmpty();
  }

  private List<TestCase> complete(Conclusion first, Ending ending, List<String> names)
      throws IOException {
    return new UnfinishedTests(new Fake(names, Set.of()), "lib", first, ending, names.size())
        .complete();
  }

  private Map<String, String> complete(
      List<String> names, Set<String> passed, Ending ending, Set<String> broken)
      throws IOException {
    Map<String, String> results = new LinkedHashMap<>();
    new UnfinishedTests(
            new Fake(names, broken), "lib", first(names, passed, ending), ending, names.size())
        .complete()
        .forEach(test -> results.put(test.name(), said(test)));
    return results;
  }

  private static String said(TestCase test) {
    return test.outcome() instanceof TestCase.Broken broken ? broken.message() : "passed";
  }

  /** Several tests ran at once, so that nobody knows whose results are missing. */
  private static Conclusion first(List<String> names, Collection<String> passed, Ending ending) {
    List<TestCase> cases = new ArrayList<>();
    passed.forEach(name -> cases.add(new TestCase(name, new TestCase.Passed())));
    for (int i = passed.size(); i < names.size(); i++) {
      cases.add(
          new TestCase(
              "test without a result, " + i,
              new TestCase.Broken("no result: " + ending.sentence(), "")));
    }
    return new Conclusion(cases, List.of());
  }

  /** A program in which some tests take it with them. */
  private class Fake implements UnfinishedTests.Program {
    private final List<String> names;
    private final Set<String> broken;

    Fake(List<String> names, Set<String> broken) {
      this.names = names;
      this.broken = broken;
    }

    @Override
    public List<String> names() {
      return names;
    }

    @Override
    public UnfinishedTests.Round run(List<String> some) {
      rounds.add(some);
      List<TestCase> cases = new ArrayList<>();
      for (String name : some) {
        if (broken.contains(name)) {
          Ending ending = name.startsWith("hang") ? LATE : ABORTED;
          cases.add(new TestCase(name, new TestCase.Broken("no result: " + ending.sentence(), "")));
          return new UnfinishedTests.Round(new Conclusion(cases, List.of()), ending);
        }
        cases.add(new TestCase(name, new TestCase.Passed()));
      }
      return new UnfinishedTests.Round(new Conclusion(cases, List.of()), new Ending.Exited(0));
    }
  }
}
