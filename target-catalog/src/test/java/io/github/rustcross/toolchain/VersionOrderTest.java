package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A version")
class VersionOrderTest {
  @ParameterizedTest(name = "{0} is at least {1}")
  @CsvSource({"6.1, 6.1", "6.1.0, 6.1", "6, 6.0", "10.0, 9.9", "20260101, 8.0", "8.0-rc1, 8.0"})
  @DisplayName("is high enough")
  void enough(String version, String lowest) {
    assertThat(VersionOrder.isAtLeast(version, lowest)).isTrue();
  }

  @ParameterizedTest(name = "{0} is below {1}")
  @CsvSource({"6.0.9, 6.1", "6, 6.0.1", "9.9, 10.0", "'', 1"})
  @DisplayName("is too low")
  void tooLow(String version, String lowest) {
    assertThat(VersionOrder.isAtLeast(version, lowest)).isFalse();
  }
}
