package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A requirement of a crate's version, in cargo's notation,")
class VersionRequirementTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9 | 0.9.118 | true",
        "0.9 | 0.10.0 | false",
        "0.0.3 | 0.0.4 | false",
        "1 | 1.99.0 | true",
        "1 | 2.0.0 | false",
        "^1.2 | 1.1.9 | false",
        ">=0.30, <0.40 | 0.30.0 | true",
        ">=0.30, <0.40 | 0.39.9 | true",
        ">=0.30, <0.40 | 0.40.0 | false",
        ">=0.30,<0.40 | 0.29.9 | false",
        "<=1.2 | 1.2.9 | true",
        "<=1.2 | 1.3.0 | false",
        ">1.2 | 1.2.9 | false",
        ">1.2 | 1.3.0 | true",
        "=1.2.3 | 1.2.3 | true",
        "=1.2.3 | 1.2.4 | false",
        "0.18 | 0.18.8+1.9.7 | true",
        "2 | 2.0.0-rc.1 | true",
        "* | 7.0.0 | true",
        "0 | 0.99.0 | true"
      })
  @DisplayName("holds for the versions for which cargo says so")
  void holds(String requirement, String version, boolean expected) {
    assertThat(new VersionRequirement(requirement).contains(version)).isEqualTo(expected);
  }

  @Test
  @DisplayName("is refused where it is something else, with the part that is wrong")
  void malformed() {
    assertThatThrownBy(() -> new VersionRequirement("1.0, ~1.2"))
        .hasMessage("'~1.2' is not a requirement like \">=0.9, <0.10\"");
    assertThatThrownBy(() -> new VersionRequirement("1.0,"))
        .hasMessage("'' is not a requirement like \">=0.9, <0.10\"");
  }
}
