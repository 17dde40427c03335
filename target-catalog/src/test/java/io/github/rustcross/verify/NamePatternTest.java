package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pattern of names")
class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "libc.so.6, libc.so.6, true",
    "libc.so.6, libc.so.60, false",
    "libc.so.6, libcxso.6, false",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "a, '', false",
    "ld-linux*.so.*, ld-linux-x86-64.so.2, true",
    "ld-linux*.so.*, ld-linux.so.2, true",
    "ld-linux*.so.*, ld-linux.so, false",
    "*.dll, a.dll.exe, false",
    "*.dll, a.dll.dll, true",
    "a**b, ab, true",
    "*ab*ab, abab, true",
    "*ab*ab, aab, false",
    "/usr/lib/*, /usr/lib/swift/a.dylib, true",
    "lib?.so, libc.so, false"
  })
  @DisplayName("has * for any characters, none included, and nothing else")
  void matches(String pattern, String name, boolean expected) {
    assertThat(NamePattern.matches(pattern, name)).isEqualTo(expected);
  }

  @Test
  @DisplayName("looks at case only where it is told to")
  void letterCase() {
    assertThat(NamePattern.any(List.of("ws2_*.dll"), "WS2_32.DLL", false)).isTrue();
    assertThat(NamePattern.any(List.of("ws2_*.dll"), "WS2_32.DLL", true)).isFalse();
    assertThat(NamePattern.any(List.of("a", "b"), "b", true)).isTrue();
    assertThat(NamePattern.any(List.of(), "b", true)).isFalse();
  }

  @Test
  @DisplayName("never takes long")
  void quick() {
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> assertThat(NamePattern.matches("*a".repeat(60) + "b", "a".repeat(4000))).isFalse());
  }
}
