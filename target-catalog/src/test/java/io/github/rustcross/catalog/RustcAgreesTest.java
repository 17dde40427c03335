package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The installed rustc agrees with the bundled catalog")
class RustcAgreesTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  private static Map<String, JsonNode> specs;

  static Stream<Target> targets() {
    return CATALOG.targets().values().stream().filter(target -> !target.isUniversal());
  }

  static Stream<Target> targetsOfApple() {
    return targets().filter(target -> target.binary().machO().minimumOs().isPresent());
  }

  @BeforeAll
  static void needsRustc() throws InterruptedException {
    try {
      specs = RustcSpec.all();
    } catch (IOException e) {
      abort("no rustc on PATH: " + e.getMessage());
    }
  }

  @Test
  @DisplayName("on which targets there are")
  void known() {
    assertThat(specs.keySet())
        .containsAll(targets().map(target -> target.triple().value()).toList())
        .allMatch(TargetTriple::isTriple);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @DisplayName("on the platform of")
  void platform(Target target) {
    assertThat(target.platform()).isEqualTo(spec(target).platform());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @DisplayName("on tier and standard library of")
  void support(Target target) {
    RustcSpec spec = spec(target);

    assertThat(target.tier()).isEqualTo(spec.tier());
    switch (spec.std()) {
      case "true" -> assertThat(target.std()).isNotEqualTo(StdSupport.CORE);
      case "false" -> assertThat(target.std()).isEqualTo(StdSupport.CORE);
      // UEFI's is there, but not all of it.
      default -> assertThat(target.std()).isEqualTo(StdSupport.PREBUILT);
    }
    assertThat(target.std() == StdSupport.SOURCE).as("rustup has none").isEqualTo(spec.tier() == 3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @DisplayName("on how files are called for")
  void files(Target target) {
    RustcSpec spec = spec(target);

    assertThat(naming(target, ArtifactKind.BIN)).contains("|" + spec.text("exe-suffix", ""));
    assertThat(naming(target, ArtifactKind.CDYLIB))
        .isEqualTo(
            spec.flag("dynamic-linking")
                ? Optional.of(spec.text("dll-prefix", "lib") + "|" + spec.text("dll-suffix", ".so"))
                : Optional.empty());
    assertThat(naming(target, ArtifactKind.STATICLIB))
        .contains(spec.text("staticlib-prefix", "lib") + "|" + spec.text("staticlib-suffix", ".a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @DisplayName("on how programs are linked for")
  void linkage(Target target) {
    RustcSpec spec = spec(target);
    String linkage = target.binary().linkage().getOrDefault(ArtifactKind.BIN, "none");
    boolean asked =
        target
            .rustflags()
            .getOrDefault(ArtifactKind.BIN, java.util.List.of())
            .contains("-Ctarget-feature=+crt-static");
    boolean withoutSystem = !spec.flag("dynamic-linking");

    if (linkage.equals("static")) {
      assertThat(spec.flag("crt-static-default") || asked || withoutSystem).isTrue();
    } else if (linkage.equals("dynamic")) {
      assertThat(spec.flag("crt-static-default") || asked).isFalse();
    }
    if (asked) {
      assertThat(spec.flag("crt-static-respected")).isTrue();
      assertThat(spec.flag("crt-static-default")).as("it need not be asked for").isFalse();
    }
    if (target.binary().format().equals("elf")) {
      assertThat(target.binary().elf().positionIndependent())
          .isEqualTo(
              spec.flag(
                  linkage.equals("static")
                      ? "static-position-independent-executables"
                      : "position-independent-executables"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targetsOfApple")
  @DisplayName("on the oldest system of")
  void deploymentTarget(Target target) throws IOException, InterruptedException {
    assertThat(RustcSpec.rustc("--print", "deployment-target", "--target", target.triple().value()))
        .endsWith("_DEPLOYMENT_TARGET=" + target.binary().machO().minimumOs().orElseThrow() + "\n");
  }

  private static Optional<String> naming(Target target, ArtifactKind kind) {
    return Optional.ofNullable(target.files().get(kind))
        .map(naming -> naming.prefix() + "|" + naming.suffix());
  }

  private static RustcSpec spec(Target target) {
    return new RustcSpec(specs.get(target.triple().value()));
  }
}
