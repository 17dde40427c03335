package io.github.rustcross.maven.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The hosts that are reached without a proxy")
class DirectHostsTest {
  @ParameterizedTest
  @DisplayName("are said to cargo, rustup and pip in their words")
  @CsvSource({
    "localhost|*.corp, 'localhost,.corp'",
    "'localhost, *.corp', 'localhost,.corp'",
    "10.*|192.168.*|172.16.1.*, '10.0.0.0/8,192.168.0.0/16,172.16.1.0/24'",
    "*, *",
    "*corp|127.0.0.1, 'corp,127.0.0.1'",
    "build*|a*.corp|plain, plain",
  })
  void variable(String settings, String variable) {
    assertThat(DirectHosts.ofSettings(settings).variable()).isEqualTo(variable);
  }

  @Test
  @DisplayName("that these cannot be told of are known")
  void inexpressible() {
    assertThat(DirectHosts.ofSettings("build*|*.corp|a*.corp|10.*").inexpressible())
        .containsExactly("build*", "a*.corp");
    assertThat(DirectHosts.ofSettings("*|localhost").inexpressible()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("of settings.xml are found as Maven finds them")
  @CsvSource({
    "*.corp, files.corp, true",
    "*.corp, FILES.CORP, true",
    "*.corp, corp, false",
    "*.corp, files.corp.org, false",
    "10.*, 10.1.2.3, true",
    "10.*, 110.1.2.3, false",
    "build*, build7.corp, true",
    "*, anything, true",
    "::1, [::1], true",
  })
  void settings(String hosts, String host, boolean direct) {
    assertThat(DirectHosts.ofSettings(hosts).contains(host)).isEqualTo(direct);
  }

  @ParameterizedTest
  @DisplayName("of NO_PROXY are found as curl finds them")
  @CsvSource({
    ".corp, files.corp, true",
    ".corp, corp, true",
    "corp, files.corp, true",
    "corp, filescorp, false",
    "*.corp, files.corp, true",
    "files.corp:8080, files.corp, true",
    "10.0.0.0/8, 10.9.8.7, true",
    "10.0.0.0/8, 11.9.8.7, false",
    "10.1.2.3, 10.1.2.3, true",
    "0.0.0.0/0, 11.9.8.7, true",
    "*, anything, true",
  })
  void variables(String hosts, String host, boolean direct) {
    assertThat(DirectHosts.ofVariable("localhost, " + hosts).contains(host)).isEqualTo(direct);
  }
}
