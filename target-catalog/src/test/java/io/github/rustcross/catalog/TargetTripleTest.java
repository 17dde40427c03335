package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A target triple")
class TargetTripleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x86_64-unknown-linux-gnu",
        "thumbv8m.main-none-eabi",
        "wasm32-wasip1",
        "aarch64-apple-ios-sim",
        "i386-apple-ios"
      })
  @DisplayName("has lower-case words with dashes between them")
  void triples(String text) {
    assertThat(TargetTriple.isTriple(text)).isTrue();
    assertThat(new TargetTriple(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "linux",
        "Linux-x86_64",
        "x86_64-unknown-linux-gnu ",
        "x86_64--linux",
        "-linux-gnu",
        "linux-gnu-",
        "a/../b-c",
        "x86_64-linux\n"
      })
  @DisplayName("is nothing else")
  void others(String text) {
    assertThat(TargetTriple.isTriple(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetTriple(text))
        .withMessage("not a target triple: '" + text + "'");
  }

  @Test
  @DisplayName("is spelled for the cc crate and for cargo, dots included")
  void spellings() {
    TargetTriple triple = new TargetTriple("thumbv8m.main-none-eabihf");

    assertThat(triple.underscored()).isEqualTo("thumbv8m_main_none_eabihf");
    assertThat(triple.shouted()).isEqualTo("THUMBV8M_MAIN_NONE_EABIHF");
  }

  @Test
  @DisplayName("sorts by its name")
  void order() {
    TargetTriple arm = new TargetTriple("aarch64-apple-darwin");
    TargetTriple intel = new TargetTriple("x86_64-apple-darwin");

    assertThat(List.of(intel, arm).stream().sorted()).containsExactly(arm, intel);
    assertThat(arm).isEqualByComparingTo(new TargetTriple("aarch64-apple-darwin"));
  }
}
