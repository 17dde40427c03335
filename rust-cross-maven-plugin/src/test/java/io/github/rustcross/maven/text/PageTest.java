package io.github.rustcross.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.text.Page.Span;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page of text")
class PageTest {
  private static final String LONG = "word ".repeat(40).strip();
  private static final String PATH = "/a/folder/" + "x".repeat(90);

  @Test
  @DisplayName("has lines of at most 80 columns behind Maven's level")
  void width() {
    Page page =
        new Page()
            .text(Style.PLAIN, LONG)
            .text(Style.PLAIN, "  - ", "    ", LONG)
            .labelled(2, 20, Span.of("label"), Span.of(LONG))
            .table(4, List.of(List.of(Span.of("a"), Span.of(LONG))));

    assertThat(page.messages(false))
        .hasSizeGreaterThan(12)
        .allSatisfy(line -> assertThat("[INFO] " + line).hasSizeLessThanOrEqualTo(80));
    assertThat(page.messages(false))
        .contains("  label             word word word word word word word word word word")
        .contains("                    word word word word word word word word word word");
  }

  @Test
  @DisplayName("never cuts a word that is longer than a line")
  void longWords() {
    assertThat(new Page().text(Style.PLAIN, "It is " + PATH + " here").messages(false))
        .containsExactly("It is", PATH, "here");
  }

  @Test
  @DisplayName("has a table's columns as wide as they have to be")
  void table() {
    Page page =
        new Page()
            .table(
                2,
                List.of(
                    List.of(Span.of("@linux"), Span.of("12"), Span.of("Linux")),
                    List.of(Span.of("@wasm"), Span.of("3"), Span.of("WebAssembly"))));

    assertThat(page.messages(false))
        .containsExactly("  @linux  12  Linux", "  @wasm   3   WebAssembly");
  }

  @Test
  @DisplayName("puts a text below its label where the label leaves no room")
  void longLabel() {
    assertThat(new Page().labelled(0, 6, Span.of("a label"), Span.of("text")).messages(false))
        .containsExactly("a label", "      text");
  }

  @Test
  @DisplayName("has commands without anything in front, and goes on as shells have it")
  void commands() {
    String command = "apt-get install -y " + "gcc-aarch64-linux-gnu ".repeat(5).strip();
    Page page = new Page().text(Style.PLAIN, "Run:").command(command, "\\").text(Style.PLAIN, "x");

    assertThat(page.messages(false))
        .containsExactly(
            "Run:\n"
                + "apt-get install -y gcc-aarch64-linux-gnu gcc-aarch64-linux-gnu \\\n"
                + "    gcc-aarch64-linux-gnu gcc-aarch64-linux-gnu gcc-aarch64-linux-gnu",
            "x");
    assertThat(new Page().command(command, "").messages(false)).containsExactly("\n" + command);
  }

  @Test
  @DisplayName("has colours only where they are asked for, and columns fit all the same")
  void colours() {
    Page page = new Page().table(0, List.of(List.of(new Span("a", Style.GOOD), Span.of("b"))));

    assertThat(page.messages(true)).containsExactly("\u001b[1;32ma\u001b[m  b");
    assertThat(page.messages(false)).containsExactly("a  b");
    assertThat(page.plain()).isEqualTo("a  b\n");
  }
}
