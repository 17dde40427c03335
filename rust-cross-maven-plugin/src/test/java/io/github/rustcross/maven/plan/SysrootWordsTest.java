package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of rust.sysroot")
class SysrootWordsTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final Path HERE = Path.of("/home/me/crate");
  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String MUSL = "aarch64-unknown-linux-musl";

  private final List<Problem> problems = new ArrayList<>();

  @Test
  @DisplayName("name one for all targets that it can serve, and leave the others alone")
  void forAll() {
    assertThat(name(ARM, "debian-12")).contains("debian-12");
    assertThat(name(MUSL, "debian-12")).isEmpty();
    assertThat(name("x86_64-pc-windows-gnu", "debian-12")).isEmpty();
    assertThat(name("loongarch64-unknown-linux-gnu", "debian-12"))
        .as("Debian 12 has no such architecture")
        .isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  @DisplayName("name others for some targets, or none")
  void forSome() {
    String[] words = {"debian-12", "@linux=debian-11", ARM + "=none"};

    assertThat(name(ARM, words)).isEmpty();
    assertThat(name("s390x-unknown-linux-gnu", words)).contains("debian-11");
    assertThat(problems).isEmpty();
  }

  @Test
  @DisplayName("may be folders, beside the POM or elsewhere, with colons in their names")
  void folders() {
    assertThat(name(ARM, "./board")).contains("/home/me/crate/board");
    assertThat(name(ARM, "/opt/a:b")).contains("/opt/a:b");
    assertThat(name(MUSL, "/opt/alpine")).contains("/opt/alpine");
    assertThat(problems).isEmpty();
  }

  @Test
  @DisplayName("are refused where a target that is named cannot have one")
  void unsuitable() {
    name(MUSL, MUSL + "=debian-12");

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "RC-SYSROOT-UNKNOWN: rust.sysroot: debian-12 has libraries for Linux with glibc only,"
                + " and cannot serve aarch64-unknown-linux-musl\n"
                + "    Name another for it, or aarch64-unknown-linux-musl=none.");
  }

  @Test
  @DisplayName("are refused where the catalog has no such sysroot, with the nearest name")
  void unknown() {
    name(ARM, "debian12");

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "RC-SYSROOT-UNKNOWN: rust.sysroot: there is no sysroot 'debian12'\n"
                + "    Did you mean debian-12 or debian-10 or debian-11? A folder has a slash in it: ./debian12");
  }

  @Test
  @DisplayName("are refused where they name two for the same targets")
  void contradiction() {
    name(ARM, "debian-12", "debian-11");

    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "rust.sysroot names two sysroots for all targets: debian-12 and debian-11");
  }

  @Test
  @DisplayName("lose to what <perTarget> says")
  void perTarget() {
    SysrootWords words = words("debian-12");

    assertThat(words.request(target(ARM), Optional.of("debian-11")).map(SysrootRequest::name))
        .contains("debian-11");
    assertThat(words.request(target(ARM), Optional.of("none"))).isEmpty();
    words.request(target(ARM), Optional.of("debina-11"));
    assertThat(problems).hasSize(1);
  }

  private Optional<String> name(String triple, String... said) {
    return words(said).request(target(triple), Optional.empty()).map(SysrootRequest::name);
  }

  private SysrootWords words(String... said) {
    return new SysrootWords(
        new TargetScope(CATALOG, new TargetTriple("x86_64-unknown-linux-gnu")),
        new SysrootSettings(List.of(said), List.of(), Optional.empty(), HERE, false, false),
        problems);
  }

  private static Target target(String triple) {
    return CATALOG.require(new TargetTriple(triple));
  }
}
