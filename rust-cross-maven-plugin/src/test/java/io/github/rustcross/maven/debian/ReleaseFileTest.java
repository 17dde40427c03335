package io.github.rustcross.maven.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release file")
class ReleaseFileTest {
  private static final String DIGEST = "ab".repeat(32);

  @Test
  @DisplayName("says what a suite has")
  void read() throws Exception {
    ReleaseFile release =
        ReleaseFile.parse(
            """
            Origin: Test
            Suite: oldstable
            Codename: bookworm
            Valid-Until: Sat, 18 Jul 2026 08:14:43 UTC
            Acquire-By-Hash: yes
            Architectures: all amd64 arm64
            Components: main contrib
            MD5Sum:
             d41d8cd98f00b204e9800998ecf8427e 1 main/binary-arm64/Packages
            SHA256:
             %s 49434864 main/binary-arm64/Packages
             %s  8700000 main/binary-arm64/Packages.xz
            """
                .formatted(DIGEST, DIGEST));

    assertThat(release.architectures()).containsExactly("all", "amd64", "arm64");
    assertThat(release.components()).containsExactly("main", "contrib");
    assertThat(release.validUntil()).isEqualTo(Optional.of(Instant.parse("2026-07-18T08:14:43Z")));
    assertThat(release.byHash()).isTrue();
    assertThat(release.files())
        .containsOnlyKeys("main/binary-arm64/Packages", "main/binary-arm64/Packages.xz")
        .containsEntry("main/binary-arm64/Packages", new ReleaseFile.Entry(49_434_864, DIGEST));
    assertThat(release.isOf("bookworm")).isTrue();
    assertThat(release.isOf("oldstable")).isTrue();
    assertThat(release.isOf("stable")).isFalse();
  }

  @Test
  @DisplayName("that is not written as such files are is refused")
  void malformed() {
    refused("", "the release file is empty");
    refused("SHA256:\n abc 1 x", "the release file: 'abc 1 x' is no digest, size and name");
    refused("Valid-Until: tomorrow", "the release file: 'tomorrow' is no date");
  }

  private static void refused(String text, String message) {
    assertThatExceptionOfType(MalformedArchiveException.class)
        .isThrownBy(() -> ReleaseFile.parse(text))
        .withMessage(message);
  }
}
