package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What apt prints")
class AptOutputTest {
  @Test
  @DisplayName("is told by its errors, each once")
  void errors() {
    assertThat(
            AptOutput.reason(
                """
                W: Some index files failed to download. They have been ignored, or old ones used.
                E: Unable to locate package emulator
                E: Unable to locate package emulator
                N: See apt-secure(8) manpage for details.
                E: No packages found
                """))
        .isEqualTo("E: Unable to locate package emulator\nE: No packages found");
  }

  @Test
  @DisplayName("is told by its warnings where it has no errors")
  void warnings() {
    assertThat(
            AptOutput.reason(
                """
                Reading package lists...
                W: Failed to fetch http://archive.example/InRelease  Could not connect
                N: See apt-secure(8) manpage for details.
                """))
        .isEqualTo("W: Failed to fetch http://archive.example/InRelease  Could not connect");
  }

  @Test
  @DisplayName("may say nothing")
  void nothing() {
    assertThat(AptOutput.reason("Reading package lists...\n")).isEmpty();
  }
}
