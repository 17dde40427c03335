package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.testing.FailurePatterns.Pattern;
import io.github.rustcross.maven.testing.TestCase.Broken;
import io.github.rustcross.maven.testing.TestCase.Failed;
import io.github.rustcross.maven.testing.TestCase.Ignored;
import io.github.rustcross.maven.testing.TestCase.Passed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A test that fails on some targets")
class FailurePatternsTest {
  private static final String X64 = "x86_64-unknown-linux-gnu";
  private static final String X64_MUSL = "x86_64-unknown-linux-musl";
  private static final String ARM64 = "aarch64-unknown-linux-gnu";
  private static final String ARM64_MUSL = "aarch64-unknown-linux-musl";
  private static final String ARM7 = "armv7-unknown-linux-gnueabihf";
  private static final String RISCV = "riscv64gc-unknown-linux-gnu";
  private static final String S390X = "s390x-unknown-linux-gnu";
  private static final String WINDOWS = "x86_64-pc-windows-gnu";
  private static final String WASI = "wasm32-wasip1";
  private static final List<String> ALL =
      List.of(X64, X64_MUSL, ARM64, ARM64_MUSL, ARM7, RISCV, S390X, WINDOWS, WASI);

  @Test
  @DisplayName("because of their byte order is told by it")
  void endian() {
    assertThat(sentence(ALL, S390X))
        .isEqualTo(
            "fails on s390x-unknown-linux-gnu alone, the only big-endian target; passes on 8"
                + " others");
  }

  @Test
  @DisplayName("because of their pointers is told by their width")
  void width() {
    assertThat(sentence(ALL, ARM7, WASI))
        .isEqualTo(
            "fails on all 32-bit targets (armv7-unknown-linux-gnueabihf, wasm32-wasip1); passes on"
                + " 7 others");
  }

  @Test
  @DisplayName("because of their libc or system is told by it")
  void words() {
    assertThat(sentence(ALL, X64_MUSL, ARM64_MUSL))
        .isEqualTo(
            "fails on all musl targets (x86_64-unknown-linux-musl, aarch64-unknown-linux-musl);"
                + " passes on 7 others");
    assertThat(sentence(ALL, WINDOWS))
        .isEqualTo(
            "fails on x86_64-pc-windows-gnu alone, the only windows target; passes on 8 others");
    assertThat(sentence(List.of(X64, ARM64, RISCV), ARM64))
        .isEqualTo(
            "fails on aarch64-unknown-linux-gnu alone, the only aarch64 target; passes on 2"
                + " others");
  }

  @Test
  @DisplayName("is told by every word that fits, as nobody knows which it is")
  void severalWords() {
    assertThat(sentence(List.of(X64, WASI), WASI))
        .startsWith("fails on wasm32-wasip1 alone, the only 32-bit and only wasi")
        .endsWith(" target; passes on x86_64-unknown-linux-gnu");
  }

  @Test
  @DisplayName("is not told by a word that others have, or that not all of them have")
  void noWord() {
    assertThat(sentence(ALL, X64_MUSL))
        .isEqualTo("fails on x86_64-unknown-linux-musl alone; passes on 8 others");
    assertThat(sentence(ALL, RISCV, WINDOWS))
        .isEqualTo(
            "fails on riscv64gc-unknown-linux-gnu, x86_64-pc-windows-gnu; passes on 7 others");
  }

  @Test
  @DisplayName("is compared only with targets where it ran, and a crash is a failure")
  void tested() {
    List<TestSuite> suites =
        List.of(
            suite(X64, new TestCase("a", new Passed())),
            suite(S390X, new TestCase("a", new Broken("no result", ""))),
            suite(ARM7, new TestCase("a", new Ignored(Optional.empty()))),
            suite(WASI));

    assertThat(FailurePatterns.of(suites, targets(ALL)))
        .singleElement()
        .satisfies(
            pattern -> {
              assertThat(pattern.sentence())
                  .isEqualTo(
                      "fails on s390x-unknown-linux-gnu alone, the only big-endian target; passes"
                          + " on x86_64-unknown-linux-gnu");
              assertThat(pattern.failing()).containsExactly(new TargetTriple(S390X));
              assertThat(pattern.passing()).containsExactly(new TargetTriple(X64));
            });
  }

  @Test
  @DisplayName("has no pattern if it fails or passes wherever it ran, or is of another program")
  void none() {
    List<TestSuite> suites =
        List.of(
            suite(X64, new TestCase("a", new Failed("m", "")), new TestCase("b", new Passed())),
            suite(S390X, new TestCase("a", new Failed("m", "")), new TestCase("b", new Passed())));

    assertThat(FailurePatterns.of(suites, targets(ALL))).isEmpty();
    assertThat(FailurePatterns.of(List.of(), List.of())).isEmpty();
  }

  private static String sentence(List<String> tested, String... failing) {
    List<TestSuite> suites =
        tested.stream()
            .map(
                triple ->
                    suite(
                        triple,
                        new TestCase(
                            "a",
                            Set.of(failing).contains(triple)
                                ? new Failed("left: 1; right: 2", "")
                                : new Passed())))
            .toList();
    List<Pattern> patterns = FailurePatterns.of(suites, targets(tested));
    assertThat(patterns).hasSize(1);
    return patterns.get(0).sentence();
  }

  private static List<Target> targets(List<String> triples) {
    TargetCatalog catalog = TargetCatalog.bundled();
    return triples.stream().map(TargetTriple::new).map(catalog::require).toList();
  }

  private static TestSuite suite(String triple, TestCase... cases) {
    return new TestSuite(
        new TargetTriple(triple),
        "demo",
        "lib",
        "native",
        Instant.EPOCH,
        Duration.ZERO,
        Stream.of(cases).toList(),
        "",
        List.of());
  }
}
