package io.github.rustcross.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.runner.RunnerSelection.Runnable;
import io.github.rustcross.toolchain.FakeHost;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.ProgramProbe;
import io.github.rustcross.toolchain.ToolState;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of the bundled runners")
class BundledRunnersTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  /** A machine of each kind that a target is for, and those that programs of others run on. */
  private static final List<String> HOSTS =
      Stream.concat(
              Stream.of("x86_64-pc-windows-msvc", "x86_64-unknown-linux-gnu"),
              CATALOG.targets().keySet().stream())
          .distinct()
          .toList();

  static Collection<Runner> runners() {
    return CATALOG.runners().values();
  }

  /** Every target with every runner that it lists or that may be named for it. */
  static Stream<Arguments> pairs() {
    return CATALOG.targets().values().stream()
        .flatMap(
            target ->
                runners().stream()
                    .filter(runner -> runner.named() || lists(target, runner))
                    .map(runner -> Arguments.of(target.triple(), runner.name())));
  }

  @ParameterizedTest(name = "{1} runs {0}")
  @MethodSource("pairs")
  @DisplayName("every text is filled in where all is here:")
  void expands(TargetTriple triple, String runner) {
    Target target = CATALOG.require(triple);

    List<Runnable> runnable =
        HOSTS.stream()
            .map(host -> equipped(host).select(target, named(runner), TestBench.FOLDERS))
            .filter(Runnable.class::isInstance)
            .map(Runnable.class::cast)
            .toList();

    assertThat(runnable)
        .isNotEmpty()
        .allSatisfy(
            selected -> {
              assertThat(selected.command()).noneMatch(text -> text.matches(".*\\{[a-z].*"));
              assertThat(selected.environment().values())
                  .noneMatch(setting -> setting.value().contains("{"));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runners")
  @DisplayName("each says what it is, how it is installed, and refers to all of its scripts:")
  void complete(Runner runner) {
    assertThat(runner.description()).isNotBlank().doesNotContain("\n");
    if (runner.program().isPresent()) {
      assertThat(
              runner.install().packages().containsKey("apt")
                  || runner.install().command().isPresent())
          .isTrue();
      assertThat(runner.command()).isNotEmpty();
    }
    assertThat(runner.scripts().keySet())
        .allSatisfy(file -> assertThat(runner.command()).contains("{script:" + file + "}"));
    assertThat(runner.scripts().values()).noneMatch(script -> script.content().isBlank());
  }

  @Test
  @DisplayName("some target lists each, or the user may name it")
  void used() {
    assertThat(runners())
        .allMatch(
            runner ->
                runner.named()
                    || CATALOG.targets().values().stream()
                        .anyMatch(target -> lists(target, runner)));
  }

  @Test
  @DisplayName("those of Linux targets have what they need to know of each target")
  void linuxWords() {
    Set<String> architectures = new TreeSet<>();
    for (Target target : CATALOG.group("linux")) {
      assertThat(lists(target, CATALOG.requireRunner("qemu-user"))).isTrue();
      assertThat(target.names()).as(target.triple().value()).containsKeys("qemu", "gnu", "dpkg");
      architectures.add(target.names().get("qemu"));
    }

    assertThat(architectures)
        .containsExactly("aarch64", "arm", "i386", "riscv64", "s390x", "x86_64");
  }

  @Test
  @DisplayName("those of Windows targets name the machine as their binaries do")
  void windowsWords() {
    assertThat(CATALOG.targets().values())
        .filteredOn(target -> target.platform().os().equals("windows"))
        .isNotEmpty()
        .allSatisfy(
            target ->
                assertThat(target.names().get("coff"))
                    .isEqualTo(
                        switch (target.binary().machine().orElseThrow()) {
                          case 0x8664 -> "x64";
                          case 0x14c -> "x86";
                          case 0xaa64 -> "arm64";
                          default -> "another";
                        }));
  }

  private static boolean lists(Target target, Runner runner) {
    return target.runners().stream().anyMatch(choice -> choice.runner().equals(runner.name()));
  }

  private static RunnerRequest named(String runner) {
    return new RunnerRequest.Named(
        runner, CATALOG.requireRunner(runner).argument().map(form -> "argument"));
  }

  /** A machine that has every program, every file and every tool. */
  private static RunnerSelector equipped(String host) {
    return new RunnerSelector(
        CATALOG,
        HostPlatform.of(new TargetTriple(host), true),
        new FakeHost().everyProgram().everyFile(),
        tool -> new ToolState.Ready(Path.of("/tools", tool), "1.0", "cache"),
        (program, arguments, pattern) -> new ProgramProbe.Works("99.0"),
        Path.of("/cache"));
  }
}
