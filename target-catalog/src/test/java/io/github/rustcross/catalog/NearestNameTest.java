package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The nearest name")
class NearestNameTest {
  private static final List<String> TOOLCHAINS =
      List.of("zig", "gcc", "musl-gcc", "mingw", "rust-lld", "cargo");

  @ParameterizedTest
  @CsvSource({
    "zigg, zig",
    "zg, zig",
    "igz, zig",
    "mingw64, mingw",
    "rust_lld, rust-lld",
    "muslgcc, musl-gcc",
    "zig, zig"
  })
  @DisplayName("is the one with the fewest changes")
  void nearest(String name, String expected) {
    assertThat(TargetCatalog.nearest(name, TOOLCHAINS)).startsWith(expected);
  }

  @Test
  @DisplayName("is none where all would need too many changes")
  void none() {
    assertThat(TargetCatalog.nearest("osxcross", TOOLCHAINS)).isEmpty();
    assertThat(TargetCatalog.nearest("zig", List.of())).isEmpty();
  }

  @Test
  @DisplayName("of a long name may differ more than that of a short one")
  void tolerance() {
    assertThat(TargetCatalog.nearest("abc", List.of("xyz"))).isEmpty();
    assertThat(TargetCatalog.nearest("abcdefghi", List.of("abcdefxyz"))).hasSize(1);
    assertThat(TargetCatalog.nearest("abcdefghi", List.of("abcdewxyz"))).isEmpty();
  }

  @Test
  @DisplayName("comes first, with at most two more, equally near ones by name")
  void order() {
    List<String> names = List.of("test3", "toast", "test2", "test1", "test");

    assertThat(TargetCatalog.nearest("test", names)).containsExactly("test", "test1", "test2");
  }

  @Test
  @DisplayName("of a target survives an ending too much and another word for ARM")
  void targets() {
    List<String> triples = List.copyOf(TargetCatalog.bundled().targets().keySet());

    assertThat(TargetCatalog.nearest("x86_64-unknown-linux-gnu64", triples))
        .startsWith("x86_64-unknown-linux-gnu");
    assertThat(TargetCatalog.nearest("arm64-apple-darwin", triples))
        .startsWith("aarch64-apple-darwin");
  }
}
