package io.github.rustcross.maven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.build.Provisions;
import io.github.rustcross.maven.build.Provisions.Item;
import io.github.rustcross.maven.fixture.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the goal provision says")
class ProvisionPageTest {
  private static final Item RUST =
      new Item("Rust", "1.95.0", false, Optional.empty(), "/home/me/.rustup/toolchains/stable");

  @Test
  @DisplayName("is what was fetched, how it was checked, where it is, and what is not here")
  void fetched() {
    List<String> lines =
        lines(
            List.of(
                RUST,
                new Item(
                    "crates",
                    "itoa v1.0.18, find-msvc-tools v0.1.15, shlex v2.0.1, cc v1.11.1",
                    true,
                    Optional.of("by cargo, against the checksums in Cargo.lock"),
                    "/home/me/.cargo/registry"),
                new Item(
                    "zig",
                    "0.17.0",
                    true,
                    Optional.of("by pip, sha256 one of the 6 in the catalog"),
                    "/home/me/.cache/rust-cross/tools/zig/0.17.0-wheel/ziglang/zig"),
                new Item("runner", "wasm32-wasip1: native", false, Optional.empty(), "")),
            List.of(
                "tests for x86_64-pc-windows-gnu cannot be run here: wine: wine64 or wine is not"
                    + " on PATH"));

    Golden.check("explain/provision.txt", lines);
    assertThat(lines)
        .filteredOn(line -> line.strip().contains(" "))
        .allSatisfy(line -> assertThat("[INFO] " + line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  @DisplayName("is that all was here where nothing was fetched")
  void again() {
    assertThat(lines(List.of(RUST), List.of()))
        .contains("  Rust              is here: 1.95.0")
        .endsWith("All was here already; builds with -o need no network.");
  }

  private static List<String> lines(List<Item> items, List<String> notes) {
    return ProvisionPage.of(
            new Provisions(
                List.of("x86_64-unknown-linux-musl", "aarch64-unknown-linux-gnu"), items, notes))
        .messages(false);
  }
}
