package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bundled catalog")
class BundledCatalogTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  @Test
  @DisplayName("passes the checks that every catalog with an overlay has to pass")
  void checked() {
    CatalogSource nothing = new CatalogSource("nothing.yaml", "schemaVersion: 1\n");

    assertThat(TargetCatalog.load(List.of(nothing)).targets().keySet())
        .isEqualTo(CATALOG.targets().keySet());
  }

  @Test
  @DisplayName("loads, with a version")
  void loads() {
    assertThat(CATALOG.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(CATALOG.targets()).isNotEmpty();
  }

  @Test
  @DisplayName("has no two targets with one classifier")
  void classifiers() {
    Map<String, List<String>> triples =
        CATALOG.targets().values().stream()
            .collect(
                Collectors.groupingBy(
                    target -> target.names().get("classifier"),
                    Collectors.mapping(target -> target.triple().value(), Collectors.toList())));

    assertThat(triples).hasSameSizeAs(CATALOG.targets());
    assertThat(triples.values()).allSatisfy(sharing -> assertThat(sharing).hasSize(1));
  }

  @Test
  @DisplayName("has no group without a target, and nothing in a group that is not in @all")
  void groups() {
    assertThat(CATALOG.groups().keySet())
        .allSatisfy(group -> assertThat(CATALOG.group(group)).as("@" + group).isNotEmpty())
        .allSatisfy(group -> assertThat(CATALOG.group("all")).containsAll(CATALOG.group(group)));
  }

  @Test
  @DisplayName("has in groups what Rust and a download build on any machine")
  void groupsAreBuildable() {
    assertThat(CATALOG.group("all"))
        .filteredOn(BundledCatalogTest::hasToKeepToTheRule)
        .filteredOn(target -> target.toolchains().stream().noneMatch(BundledCatalogTest::fetched))
        .extracting(Target::triple)
        .isEmpty();
  }

  @Test
  @DisplayName("has in groups what was proven, with a standard library of rustup's")
  void groupsAreProven() {
    assertThat(CATALOG.group("all"))
        .filteredOn(BundledCatalogTest::hasToKeepToTheRule)
        .filteredOn(target -> !isProven(target))
        .extracting(Target::triple)
        .isEmpty();
    assertThat(CATALOG.group("all"))
        .flatExtracting(Target::slices)
        .allMatch(slice -> CATALOG.require(slice).groups().contains("all"));
  }

  /** Targets of Microsoft's linker are built on Windows only, and universal ones from others. */
  private static boolean hasToKeepToTheRule(Target target) {
    return !target.isUniversal() && !target.platform().env().equals("msvc");
  }

  private static boolean isProven(Target target) {
    Proof proof = TargetCatalog.proofs().get(target.triple().value());
    return proof != null
        && proof.std() == target.std()
        && target.toolchains().stream()
            .filter(BundledCatalogTest::fetched)
            .anyMatch(choice -> proof.built().contains(choice.toolchain()));
  }

  /** Whether what compiles and links comes with rustc, or is fetched. */
  private static boolean fetched(ToolchainChoice choice) {
    return choice.hosts().isEmpty()
        && Stream.of(choice.toolchain(), choice.linkingToolchain())
            .map(CATALOG::requireToolchain)
            .allMatch(
                toolchain ->
                    !toolchain.anyTarget()
                        && (!toolchain.downloads().isEmpty()
                            || toolchain.programs().values().stream()
                                .allMatch(Program.OfRustc.class::isInstance)));
  }

  @Test
  @DisplayName("has no target twice under one JNA name in @jni, musl beside glibc aside")
  void jni() {
    Map<String, Long> platforms =
        CATALOG.group("jni").stream()
            .map(BundledCatalogTest::platformOfJvms)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(platforms.values()).containsOnly(1L);
  }

  @Test
  @DisplayName("says where each target and each choice stands, with its own version")
  void origins() {
    String origin = "catalog %s, line \\d+".formatted(CATALOG.version().replace(".", "\\."));

    assertThat(CATALOG.targets().values())
        .allSatisfy(target -> assertThat(target.origin().toString()).matches(origin))
        .flatExtracting(Target::toolchains)
        .allSatisfy(choice -> assertThat(choice.origin().toString()).matches(origin));
  }

  @Test
  @DisplayName("gives every role of a program that has one a variable of its own")
  void variables() {
    assertThat(CATALOG.variables())
        .containsOnlyKeys(Stream.of(Role.values()).filter(Role::hasVariable).toArray(Role[]::new));
    assertThat(CATALOG.variables().values()).doesNotHaveDuplicates();
    assertThat(CATALOG.variables().values())
        .as("they belong to one target")
        .allMatch(name -> name.contains("{triple_}") || name.contains("{TRIPLE}"));
  }

  @Test
  @DisplayName("is not changed by being loaded again")
  void repeatable() {
    assertThat(TargetCatalog.bundled().targets()).isEqualTo(CATALOG.targets());
  }

  private static String platformOfJvms(Target target) {
    return target.names().get("jna") + (target.groups().contains("musl") ? "-musl" : "");
  }
}
