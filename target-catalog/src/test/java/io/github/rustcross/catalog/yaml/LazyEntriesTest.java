package io.github.rustcross.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Entries that are read when they are asked for")
class LazyEntriesTest {
  private final List<String> read = new ArrayList<>();
  private final Map<String, String> entries =
      new LazyEntries<>(
          List.of("zig", "gcc", "clang"),
          name -> {
            read.add(name);
            return name + "!";
          });

  @Test
  @DisplayName("are known by name without being read")
  void names() {
    assertThat(entries.keySet()).containsExactly("zig", "gcc", "clang");
    assertThat(entries).hasSize(3).containsKey("gcc").doesNotContainKey("msvc");
    assertThat(entries.get("msvc")).isNull();
    assertThat(read).isEmpty();
  }

  @Test
  @DisplayName("are each read once")
  void once() {
    assertThat(entries.get("gcc")).isEqualTo("gcc!");
    assertThat(entries.get("gcc")).isEqualTo("gcc!");
    assertThat(read).containsExactly("gcc");
  }

  @Test
  @DisplayName("are all there in their order, whichever were read first")
  void order() {
    entries.get("clang");

    assertThat(entries.values()).containsExactly("zig!", "gcc!", "clang!");
    assertThat(read).containsExactly("clang", "zig", "gcc");
  }
}
