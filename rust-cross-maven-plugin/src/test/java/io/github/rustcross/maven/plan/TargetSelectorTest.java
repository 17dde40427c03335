package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.ToolchainRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("rust.targets and rust.crossToolchain")
class TargetSelectorTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final String HOST = "x86_64-unknown-linux-gnu";
  private static final String GNU = "aarch64-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";

  @Nested
  @DisplayName("name")
  class Selected {
    @Test
    @DisplayName("triples, in the order in which they are written")
    void inOrder() throws Exception {
      assertThat(triples("x86_64-pc-windows-gnu," + MUSL + "," + GNU))
          .containsExactly("x86_64-pc-windows-gnu", MUSL, GNU);
    }

    @Test
    @DisplayName("a glibc floor behind a triple")
    void floor() throws Exception {
      TargetRequest request = only(Request.of(GNU + ".2.28"));

      assertThat(request.target().triple()).hasToString(GNU);
      assertThat(request.floor()).isEqualTo(new FloorRequest.AtMost(new GlibcVersion(2, 28)));
    }

    @Test
    @DisplayName("a glibc floor behind a triple, which wins over rust.glibc")
    void floorWins() throws Exception {
      assertThat(only(Request.of(GNU + ".2.28").glibc("none")).floor())
          .isEqualTo(new FloorRequest.AtMost(new GlibcVersion(2, 28)));
    }

    @Test
    @DisplayName("a glibc floor for all, which targets without glibc do not have")
    void floorForAll() throws Exception {
      List<TargetRequest> requests = select(Request.of(GNU + "," + MUSL).glibc("2.31"));

      assertThat(requests.get(0).floor())
          .isEqualTo(new FloorRequest.AtMost(new GlibcVersion(2, 31)));
      assertThat(requests.get(1).floor()).isEqualTo(new FloorRequest.Unspecified());
    }

    @Test
    @DisplayName("a glibc floor for all that is too low only for targets that are left out")
    void floorForTheRest() throws Exception {
      assertThat(select(Request.of("@gnu,!riscv64gc-unknown-linux-gnu").glibc("2.17")))
          .allMatch(
              request -> request.floor().equals(new FloorRequest.AtMost(new GlibcVersion(2, 17))));
      assertThat(select(Request.of("@gnu,riscv64gc-unknown-linux-gnu.2.29").glibc("2.17")))
          .anyMatch(
              request -> request.floor().equals(new FloorRequest.AtMost(new GlibcVersion(2, 29))));
    }

    @Test
    @DisplayName("host, which is built as plain cargo would")
    void host() throws Exception {
      TargetRequest request = only(Request.of("host"));

      assertThat(request.target().triple()).hasToString(HOST);
      assertThat(request.toolchain()).isEqualTo(new ToolchainRequest.HostDefault());
      assertThat(request.floor()).isEqualTo(new FloorRequest.Unspecified());
    }

    @Test
    @DisplayName("host, which has a sysroot only if it is named for it")
    void hostWithSysroot() throws Exception {
      TargetRequest request = only(Request.of("host").sysroot("debian-12"));

      assertThat(request.toolchain()).isEqualTo(new ToolchainRequest.HostDefault());
      assertThat(request.sysroot()).isEmpty();
      TargetRequest named = only(Request.of("host").sysroot("host=debian-12"));
      assertThat(named.toolchain()).isEqualTo(new ToolchainRequest.Auto());
      assertThat(named.sysroot()).isPresent();
    }

    @Test
    @DisplayName("host with a floor or a toolchain, which is built like any other target")
    void hostWithFloor() throws Exception {
      assertThat(only(Request.of("host.2.28")))
          .returns(HOST, request -> request.target().triple().value())
          .returns(new FloorRequest.AtMost(new GlibcVersion(2, 28)), TargetRequest::floor);
      assertThat(only(Request.of("host").glibc("2.28")))
          .returns(new ToolchainRequest.Auto(), TargetRequest::toolchain)
          .returns(new FloorRequest.AtMost(new GlibcVersion(2, 28)), TargetRequest::floor);
      assertThat(only(Request.of("host").crossToolchain("zig")).toolchain())
          .isEqualTo(new ToolchainRequest.Named("zig", Optional.empty()));
    }

    @Test
    @DisplayName("host where nothing is asked for and cargo's configuration names nothing")
    void nothing() throws Exception {
      assertThat(only(Request.of("")).toolchain()).isEqualTo(new ToolchainRequest.HostDefault());
    }

    @Test
    @DisplayName("what build.target of cargo's configuration names, where nothing is asked for")
    void buildTarget() throws Exception {
      assertThat(select(Request.of(""), MUSL, GNU))
          .extracting(request -> request.target().triple().value())
          .containsExactly(MUSL, GNU);
      assertThat(select(Request.of("wasm32-wasip1"), MUSL))
          .extracting(request -> request.target().triple().value())
          .containsExactly("wasm32-wasip1");
    }

    @Test
    @DisplayName("groups, in the catalog's order")
    void groups() throws Exception {
      assertThat(triples("@musl"))
          .containsExactlyElementsOf(
              CATALOG.group("musl").stream().map(target -> target.triple().value()).toList());
      assertThat(triples("@all")).hasSameSizeAs(CATALOG.group("all"));
    }

    @Test
    @DisplayName("groups that overlap, each target once")
    void overlap() throws Exception {
      assertThat(triples("@linux,@gnu,@jni")).doesNotHaveDuplicates().contains(GNU, MUSL);
    }

    @Test
    @DisplayName("a target of a group once more, to give it a floor")
    void groupAndTriple() throws Exception {
      for (String words : List.of("@gnu," + GNU + ".2.28", GNU + ".2.28,@gnu")) {
        List<TargetRequest> requests = select(Request.of(words));

        assertThat(requests)
            .hasSameSizeAs(CATALOG.group("gnu"))
            .filteredOn(request -> request.target().triple().value().equals(GNU))
            .extracting(TargetRequest::floor)
            .containsExactly(new FloorRequest.AtMost(new GlibcVersion(2, 28)));
      }
    }

    @Test
    @DisplayName("targets, groups and the host to leave out, wherever they stand")
    void exclusions() throws Exception {
      assertThat(triples("!" + MUSL + ",@musl"))
          .containsExactly("aarch64-unknown-linux-musl", "i686-unknown-linux-musl");
      assertThat(triples("@linux,!@gnu")).containsExactlyElementsOf(triples("@musl"));
      assertThat(triples("@gnu,!host")).contains(GNU).doesNotContain(HOST);
    }

    @Test
    @DisplayName("one toolchain for all, or one for a target")
    void toolchains() throws Exception {
      List<TargetRequest> requests =
          select(Request.of(GNU + "," + MUSL).crossToolchain("zig", GNU + "=gcc"));

      assertThat(requests)
          .extracting(TargetRequest::toolchain)
          .containsExactly(
              new ToolchainRequest.Named("gcc", Optional.empty()),
              new ToolchainRequest.Named("zig", Optional.empty()));
    }

    @Test
    @DisplayName("a toolchain with what is written behind it, for a triple, then a group, then all")
    void toolchainArguments() throws Exception {
      List<TargetRequest> requests =
          select(
              Request.of(GNU + "," + MUSL + ",aarch64-apple-darwin")
                  .crossToolchain(
                      MUSL + "=musl-gcc", "@musl=musl-cross", "@gnu=clang:/sysroots/a=b:c", "zig"));

      assertThat(requests)
          .extracting(TargetRequest::toolchain)
          .containsExactly(
              new ToolchainRequest.Named("clang", Optional.of("/sysroots/a=b:c")),
              new ToolchainRequest.Named("musl-gcc", Optional.empty()),
              new ToolchainRequest.Named("zig", Optional.empty()));
    }

    @Test
    @DisplayName("a toolchain for host, by that word or by its triple")
    void toolchainOfHost() throws Exception {
      for (String word : List.of("host=gcc", HOST + "=gcc")) {
        assertThat(only(Request.of("host").crossToolchain(word)).toolchain())
            .isEqualTo(new ToolchainRequest.Named("gcc", Optional.empty()));
      }
    }

    @Test
    @DisplayName("auto for a target whose toolchain is otherwise named")
    void auto() throws Exception {
      assertThat(only(Request.of(GNU).crossToolchain("gcc", GNU + "=auto")).toolchain())
          .isEqualTo(new ToolchainRequest.Auto());
      assertThat(only(Request.of(GNU).crossToolchain()).toolchain())
          .isEqualTo(new ToolchainRequest.Auto());
    }
  }

  @Nested
  @DisplayName("are refused")
  class Refused {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            x86_64-unknown-linux-gnux     | Did you mean x86_64-unknown-linux-gnu or x86_64-unknown-linux-gnux32 or x86_64-unknown-linux-musl?
            x86_64-linux-gnu              | Did you mean x86_64-unknown-linux-gnu?
            arm64-apple-darwin            | Did you mean aarch64-apple-darwin or x86_64-apple-darwin?
            """)
    @DisplayName("for a triple that does not exist, with those that are like it")
    void unknownTriple(String word, String suggestion) {
      assertThat(problem(Request.of(word)))
          .isEqualTo(
              Problem.of(
                  ProblemCode.TARGET_UNKNOWN,
                  "rust.targets: there is no target '%s' in catalog %s"
                      .formatted(word, CATALOG.version()),
                  suggestion));
    }

    @Test
    @DisplayName("for a word that is like nothing, with all that is known")
    void nothingLikeIt() {
      assertThat(problem(Request.of("linux")).suggestion().orElseThrow())
          .startsWith("Known are: x86_64-unknown-linux-gnu, aarch64-unknown-linux-gnu, ");
    }

    @Test
    @DisplayName("for a triple that does not exist with a floor, which is not part of the name")
    void unknownTripleWithFloor() {
      assertThat(problem(Request.of("aarch64-unknown-linux-gn.2.17")).message())
          .contains("'aarch64-unknown-linux-gn'");
    }

    @Test
    @DisplayName("for a group that does not exist")
    void unknownGroup() {
      assertThat(problem(Request.of("@window")))
          .isEqualTo(
              Problem.of(
                  ProblemCode.TARGET_UNKNOWN,
                  "rust.targets: there is no group '@window'",
                  "Did you mean @windows?"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            aarch64-unknown-linux-gnu.2     | rust.targets: '2' is not a glibc version in 'aarch64-unknown-linux-gnu.2'                                              | Write it like aarch64-unknown-linux-gnu.2.17
            aarch64-unknown-linux-gnu.2.28. | rust.targets: '2.28.' is not a glibc version in 'aarch64-unknown-linux-gnu.2.28.'                                      | Write it like aarch64-unknown-linux-gnu.2.17
            aarch64-unknown-linux-gnu.abc   | rust.targets: 'abc' is not a glibc version in 'aarch64-unknown-linux-gnu.abc'                                          | Write it like aarch64-unknown-linux-gnu.2.17
            aarch64-unknown-linux-gnu.2.17.1| rust.targets: '2.17.1' is not a glibc version in 'aarch64-unknown-linux-gnu.2.17.1'                                    | Write it like aarch64-unknown-linux-gnu.2.17
            aarch64-unknown-linux-gnu.      | rust.targets: '' is not a glibc version in 'aarch64-unknown-linux-gnu.'                                                | Write it like aarch64-unknown-linux-gnu.2.17
            riscv64gc-unknown-linux-gnu..2  | rust.targets: '.2' is not a glibc version in 'riscv64gc-unknown-linux-gnu..2'                                          | Write it like riscv64gc-unknown-linux-gnu.2.29
            aarch64-unknown-linux-gnu.2.45  | rust.targets: 'aarch64-unknown-linux-gnu.2.45' is above glibc 2.44, the highest that toolchain 'zig' can build against | Write aarch64-unknown-linux-gnu.2.44, or leave the floor out.
            x86_64-unknown-linux-gnu.9.99   | rust.targets: 'x86_64-unknown-linux-gnu.9.99' is above glibc 2.44, the highest that toolchain 'zig' can build against  | Write x86_64-unknown-linux-gnu.2.44, or leave the floor out.
            thumbv7em-none-eabihf.x         | rust.targets: thumbv7em-none-eabihf has no glibc, so 'thumbv7em-none-eabihf.x' cannot have a floor                     | Write thumbv7em-none-eabihf
            x86_64-unknown-linux-musl.2.17  | rust.targets: x86_64-unknown-linux-musl has no glibc, so 'x86_64-unknown-linux-musl.2.17' cannot have a floor          | Write x86_64-unknown-linux-musl
            aarch64-unknown-linux-gnu.2.12  | rust.targets: 'aarch64-unknown-linux-gnu.2.12' is below glibc 2.17, the lowest that Rust's standard library supports   | Write aarch64-unknown-linux-gnu.2.17
            riscv64gc-unknown-linux-gnu.2.17| rust.targets: 'riscv64gc-unknown-linux-gnu.2.17' is below glibc 2.29, the lowest that Rust's standard library supports | Write riscv64gc-unknown-linux-gnu.2.29
            """)
    @DisplayName("for a floor that cannot be")
    void badFloor(String word, String message, String suggestion) {
      assertThat(problem(Request.of(word)))
          .isEqualTo(Problem.of(ProblemCode.FLOOR_INVALID, message, suggestion));
    }

    @Test
    @DisplayName("for a floor for all that is below the lowest of one")
    void floorForAllTooLow() {
      assertThat(problem(Request.of(GNU + ",riscv64gc-unknown-linux-gnu").glibc("2.17")))
          .isEqualTo(
              Problem.of(
                  ProblemCode.FLOOR_INVALID,
                  "rust.glibc=2.17 is below glibc 2.29, the lowest that Rust's standard library"
                      + " supports on riscv64gc-unknown-linux-gnu",
                  "Write -Drust.glibc=2.29 or newer, or ask for a floor of its own:"
                      + " riscv64gc-unknown-linux-gnu.2.29"));
    }

    @Test
    @DisplayName("for a floor for all that is above what the toolchain knows")
    void floorForAllTooHigh() {
      assertThat(problem(Request.of(GNU).glibc("2.45")))
          .isEqualTo(
              Problem.of(
                  ProblemCode.FLOOR_INVALID,
                  "rust.glibc=2.45 is above glibc 2.44, the highest that toolchain 'zig' can build"
                      + " aarch64-unknown-linux-gnu against",
                  "Write -Drust.glibc=2.44, or none to promise nothing."));
    }

    @Test
    @DisplayName("for a floor above what an overlay says of the toolchain, and no other")
    void floorOfOverlay() throws Exception {
      TargetCatalog later = overlaid("{ zig: { glibcHighest: '2.50' } }");
      TargetCatalog unlimited = overlaid("{ zig: { glibcHighest: ~ } }");
      TargetTriple host = new TargetTriple(HOST);

      for (TargetCatalog catalog : List.of(later, unlimited)) {
        assertThat(
                TargetSelector.select(catalog, host, Request.of(GNU + ".2.50").build(), List.of()))
            .hasSize(1);
      }
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(
              () ->
                  TargetSelector.select(later, host, Request.of(GNU + ".2.51").build(), List.of()))
          .withMessageContaining("is above glibc 2.50, the highest that toolchain 'zig'");
    }

    private TargetCatalog overlaid(String toolchains) {
      return TargetCatalog.load(
          List.of(
              new CatalogSource("overlay.yaml", "schemaVersion: 1\ntoolchains: " + toolchains)));
    }

    @Test
    @DisplayName("for a target that is named twice, with another floor or as host too")
    void twice() {
      for (String words : List.of(HOST + "," + HOST, HOST + "," + HOST + ".2.28", "host," + HOST)) {
        assertThat(problem(Request.of(words)))
            .isEqualTo(
                Problem.of(
                    ProblemCode.TARGET_REPEATED,
                    "rust.targets names x86_64-unknown-linux-gnu twice",
                    "Name it once; one build has one binary per target."));
      }
    }

    @Test
    @DisplayName("where nothing is left to build")
    void everythingExcluded() {
      assertThat(problem(Request.of("@musl,!@linux")))
          .isEqualTo(
              Problem.of(
                  ProblemCode.TARGETS_EMPTY,
                  "rust.targets=@musl,!@linux leaves no target to build",
                  "Take a target or a group out of the exclusions."));
    }

    @Test
    @DisplayName("for an exclusion that does not exist, which excludes nothing")
    void unknownExclusion() {
      assertThat(problem(Request.of("@musl,!x86_64-unknown-linux-mus")).suggestion().orElseThrow())
          .contains("x86_64-unknown-linux-musl");
      assertThat(problem(Request.of("@musl,!@muls")).suggestion()).contains("Did you mean @musl?");
    }

    @Test
    @DisplayName("for a toolchain that does not exist, for all targets or for one")
    void unknownToolchain() {
      for (String word : List.of("migw", GNU + "=migw")) {
        assertThat(problem(Request.of(GNU).crossToolchain(word)))
            .isEqualTo(
                Problem.of(
                    ProblemCode.TOOLCHAIN_UNKNOWN,
                    "rust.crossToolchain: there is no toolchain 'migw'",
                    "Did you mean mingw or zig?"));
      }
    }

    @Test
    @DisplayName("for toolchains that contradict each other, each once, all at once")
    void contradictions() {
      List<Problem> problems =
          problems(
              Request.of(GNU)
                  .crossToolchain(
                      "zig",
                      "gcc",
                      GNU + "=gcc",
                      GNU + "=gcc",
                      GNU + "=clang:/a",
                      GNU + "=clang:/a",
                      "@musl=zig",
                      "@musl=musl-gcc",
                      "host=gcc",
                      HOST + "=zig"));

      assertThat(problems)
          .extracting(Problem::toString)
          .containsExactly(
              "RC-PARAMETER-INVALID: rust.crossToolchain names two toolchains for all targets: zig"
                  + " and gcc\n"
                  + "    Name one, and others for some targets: <triple>=gcc or @<group>=gcc",
              "RC-PARAMETER-INVALID: rust.crossToolchain names two toolchains for "
                  + GNU
                  + ": gcc and clang:/a\n    Name one.",
              "RC-PARAMETER-INVALID: rust.crossToolchain names two toolchains for @musl: zig and"
                  + " musl-gcc\n    Name one.",
              "RC-PARAMETER-INVALID: rust.crossToolchain names two toolchains for "
                  + HOST
                  + ": gcc and zig\n    Name one.");
    }

    @Test
    @DisplayName("for an argument of a toolchain that takes none, for all, one, or in the POM")
    void needlessArgument() {
      Problem wrong =
          Problem.of(
              ProblemCode.PARAMETER_INVALID,
              "rust.crossToolchain: zig takes no argument, not '/opt/zig'",
              "Write zig alone.");
      assertThat(problem(Request.of(GNU).crossToolchain("zig:/opt/zig"))).isEqualTo(wrong);
      assertThat(problem(Request.of(GNU).crossToolchain(GNU + "=zig:/opt/zig"))).isEqualTo(wrong);
      assertThat(problem(Request.of(GNU).crossToolchain("auto:x")).message())
          .isEqualTo("rust.crossToolchain: auto takes no argument, not 'x'");
    }

    @Test
    @DisplayName("for a toolchain that the catalog forbids, with the reason and who says so")
    void forbidden() {
      TargetCatalog company =
          TargetCatalog.load(
              List.of(
                  new CatalogSource(
                      "company.yaml",
                      """
                      schemaVersion: 1
                      toolchains:
                        mingw: { forbidden: our licence department has not looked at it }
                      """)));

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(
              () ->
                  TargetSelector.select(
                      company,
                      new TargetTriple(HOST),
                      Request.of(GNU).crossToolchain("mingw").build(),
                      List.of()))
          .extracting(e -> e.problems().get(0).toString())
          .isEqualTo(
              "RC-TOOLCHAIN-FORBIDDEN: rust.crossToolchain: mingw is forbidden: our licence"
                  + " department has not looked at it (company.yaml:3:23)\n"
                  + "    Name another, or leave the choice to the catalog.");
    }

    @Test
    @DisplayName("for a toolchain of a target that does not exist")
    void toolchainOfUnknownTarget() {
      assertThat(problem(Request.of(GNU).crossToolchain("aarch64-linux-gnu=gcc")).message())
          .startsWith("rust.crossToolchain: there is no target or group 'aarch64-linux-gnu'");
    }

    @Test
    @DisplayName("for a host that the catalog does not know")
    void unknownHost() {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(
              () ->
                  TargetSelector.select(
                      CATALOG,
                      new TargetTriple("mips64-acme-linux-gnu"),
                      Request.of("host").build(),
                      List.of()))
          .withMessageContaining("there is no target 'mips64-acme-linux-gnu'");
    }

    @Test
    @DisplayName("with all that is wrong at once")
    void allAtOnce() {
      assertThat(problems(Request.of("@nix,foo-bar,!x-y").crossToolchain("gc")))
          .extracting(Problem::code)
          .containsExactly(
              ProblemCode.TOOLCHAIN_UNKNOWN,
              ProblemCode.TARGET_UNKNOWN,
              ProblemCode.TARGET_UNKNOWN,
              ProblemCode.TARGET_UNKNOWN);
    }
  }

  private static List<String> triples(String words) throws ProblemException {
    return select(Request.of(words)).stream()
        .map(request -> request.target().triple().value())
        .toList();
  }

  private static TargetRequest only(Request request) throws ProblemException {
    List<TargetRequest> requests = select(request);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static List<TargetRequest> select(Request request, String... defaults)
      throws ProblemException {
    return TargetSelector.select(
        CATALOG, new TargetTriple(HOST), request.build(), List.of(defaults));
  }

  private static Problem problem(Request request) {
    List<Problem> problems = problems(request);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static List<Problem> problems(Request request) {
    try {
      throw new AssertionError("selected: " + select(request));
    } catch (ProblemException e) {
      return e.problems();
    }
  }
}
