package io.github.rustcross.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Commands and code in hints")
class CodeWordsTest {
  @ParameterizedTest
  @DisplayName("are told from the sentences around them")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "Build it again from a clean target folder.",
        "Delete it: [mvn clean], and take it out of src/main/resources",
        "Take flags such as [-mabi] and [-march] out of build scripts.",
        "Or ask for the higher floor: [x86_64-unknown-linux-gnu.2.28]",
        "Keep it: [-Drust.crossToolchain=zig]. Or ask for the higher floor: [a-b.2.28]",
        "Set [MACOSX_DEPLOYMENT_TARGET=11.0], or take it out of .cargo/config.toml.",
        "Sign it: [codesign --force --sign - app] (rcodesign on other systems)",
        "Compile C with [-fPIC] (the cc crate: [.pic(true)]), and take it out.",
        "Switch it off (one: [disable_it]; other: [local_dynamic_tls]), or compile.",
        "Print in build.rs: [println!(\"cargo:rustc-cdylib-link-arg=-Wl,@rpath/x\")]; or not",
        "Write [#[unsafe(no_mangle)]] pub extern",
        "Leave it: paths do no harm but to secrecy and to reproducibility.",
        "Run: [rustup target add x86_64-pc-windows-gnu]",
      })
  void parts(String marked) {
    String text = marked.replaceAll("\\[(#\\[[^]]*]|[^]]*)]", "$1");

    assertThat(
            CodeWords.of(text).stream()
                .map(part -> part.code() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining()))
        .isEqualTo(marked);
  }
}
