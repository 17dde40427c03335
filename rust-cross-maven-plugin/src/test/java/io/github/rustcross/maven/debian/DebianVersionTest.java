package io.github.rustcross.maven.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.Exec;
import io.github.rustcross.maven.it.SkippedChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Versions of packages")
class DebianVersionTest {
  /** All of them are compared with each other. */
  private static final List<String> VERSIONS =
      List.of(
          "1.0",
          "1.0-0",
          "1.0-1",
          "1.0~rc1-1",
          "1.0~~",
          "1.0~~a",
          "1.0~",
          "1.0a",
          "1.0+b1",
          "1.0-1+deb12u1",
          "1.0-1~bpo12+1",
          "1:0.1",
          "0:1.0",
          "2:0",
          "1.10",
          "1.9",
          "1.09",
          "1.0.0",
          "3.0.16-1~deb12u1",
          "1.0-1-1",
          "20230311",
          "0",
          "0~",
          "0-0",
          "1.2.3.dfsg+~4.5",
          "99999999999999999999.1");

  @Test
  @DisplayName("are in the order of Debian Policy 5.6.12: ~~, ~~a, ~, nothing, a")
  void policy() throws Exception {
    List<String> order = List.of("1~~", "1~~a", "1~", "1", "1a");

    for (int i = 0; i + 1 < order.size(); i++) {
      assertThat(DebianVersion.parse(order.get(i)))
          .isLessThan(DebianVersion.parse(order.get(i + 1)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, <, 1.0-1",
    "1.0, =, 1.0-0",
    "1.0~beta1~svn1245, <, 1.0~beta1",
    "1.0~beta1, <, 1.0",
    "1.9, <, 1.10",
    "1.09, =, 1.9",
    "9, <, 1:0",
    "0:5, =, 5",
    "1.0-1, <, 1.0-1+b1",
    "1.0+x, >, 1.0a",
    "2.36-9+deb12u10, >, 2.36-9+deb12u9"
  })
  @DisplayName("compare as Policy says")
  void compare(String left, String relation, String right) throws Exception {
    assertThat(symbol(DebianVersion.parse(left).compareTo(DebianVersion.parse(right))))
        .isEqualTo(relation);
  }

  private static String symbol(int order) {
    return order < 0 ? "<" : order > 0 ? ">" : "=";
  }

  @Test
  @DisplayName("have epoch, upstream version and revision")
  void parts() throws Exception {
    assertThat(DebianVersion.parse("2:1.0-rc-3"))
        .isEqualTo(new DebianVersion("2:1.0-rc-3", 2, "1.0-rc", "3"));
    assertThat(DebianVersion.parse("1.0")).isEqualTo(new DebianVersion("1.0", 0, "1.0", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 0", "1_0", "1.0;rm", "../1", "ä"})
  @DisplayName("have no other characters")
  void malformed(String text) {
    assertThatExceptionOfType(MalformedArchiveException.class)
        .isThrownBy(() -> DebianVersion.parse(text))
        .withMessage("'%s' is no version of a package", text);
  }

  @Test
  @DisplayName("compare as dpkg does it")
  void dpkg() throws Exception {
    boolean possible = new HostSystem().program("dpkg").isPresent();
    if (!possible) {
      SkippedChecks.need("versions against dpkg", "run the tests on Debian or Ubuntu");
    }
    assumeTrue(possible, "no dpkg");
    List<String> ours = new ArrayList<>();
    StringBuilder script = new StringBuilder();
    for (String left : VERSIONS) {
      for (String right : VERSIONS) {
        ours.add(
            left + symbol(DebianVersion.parse(left).compareTo(DebianVersion.parse(right))) + right);
        script.append(
            "if dpkg --compare-versions '%1$s' lt '%2$s'; then r='<'; elif dpkg --compare-versions '%1$s' gt '%2$s'; then r='>'; else r='='; fi; echo '%1$s'\"$r\"'%2$s'\n"
                .formatted(left, right));
      }
    }

    Exec.Result theirs =
        Exec.run(
            Path.of("").toAbsolutePath(),
            Map.of("LC_ALL", "C"),
            List.of("sh", "-c", script.toString()));

    assertThat(ours).hasSizeGreaterThan(600);
    assertThat(theirs.stdout().lines().toList()).isEqualTo(ours);
  }
}
