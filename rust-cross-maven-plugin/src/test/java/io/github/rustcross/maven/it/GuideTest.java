package io.github.rustcross.maven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A guide that is followed word for word")
class GuideTest {
  @Test
  @DisplayName("tells files, changes, commands and what they print, in order")
  void steps() {
    String page =
        """
        Write `ignored`: it is not alone in its line.

        `src/a.c`:

        ```c
        int a;
        int b;
        ```

        `src/a.c`:

        ```diff
         int a;
        -int b;
        +int c;
        ```

        ```sh
        make all
        make al   # fails
        ```

        ```text
        cc …
        ```

        ```xml
        <for>reading</for>
        ```
        """;

    assertThat(Guide.parse(page))
        .containsExactly(
            new Guide.NewFile("src/a.c", "int a;\nint b;\n"),
            new Guide.Change("src/a.c", "int a;\nint b;\n", "int a;\nint c;\n"),
            new Guide.Command("make all", false),
            new Guide.Command("make al   # fails", true),
            new Guide.Output(new Excerpt(List.of("cc …"))));
  }

  @Test
  @DisplayName("changes what is there once")
  void change() {
    Guide.Change change = new Guide.Change("a.c", "b\n", "c\n");

    assertThat(change.apply("a\nb\nd\n")).isEqualTo("a\nc\nd\n");
    assertThatThrownBy(() -> change.apply("a\n"))
        .hasMessageStartingWith("a.c does not have these lines once:\nb\n");
    assertThatThrownBy(() -> change.apply("b\nb\n"))
        .hasMessageStartingWith("a.c does not have these lines once:\nb\n");
  }

  @Test
  @DisplayName("has no block that is never closed, and none that is of no known kind")
  void open() {
    assertThatThrownBy(() -> Guide.parse("text\n```sh\nmake\n"))
        .hasMessage("a block without an end in line 2");
    assertThatThrownBy(() -> Guide.parse("```sh twice\nmake\n```\n"))
        .hasMessage("not known what this block is: ```sh twice");
  }

  @Test
  @DisplayName("shows lines that follow each other, with gaps where it says so")
  void excerpt() {
    String output =
        """
        [INFO] starts
        [INFO]   file   size
        [INFO]   adler  440 KiB
        [INFO] more
        [INFO] still more
        [INFO] ends
        """;

    new Excerpt(List.of("[INFO] file size", "[INFO]   adler    … KiB")).check(output);
    new Excerpt(List.of("[INFO] starts", "…", "…KiB", "…", "[INFO] ends")).check(output);
    new Excerpt(List.of("[INFO] still more", "…", "[INFO] ends")).check(output);
  }

  @Test
  @DisplayName("shows nothing that is not printed, not there, or not in this order")
  void wrongExcerpts() {
    String output = "one (1)\ntwo\nthree\nfour\n";

    assertThatThrownBy(() -> new Excerpt(List.of("one (1)", "three")).check(output))
        .hasMessageStartingWith("not printed: three\n");
    assertThatThrownBy(() -> new Excerpt(List.of("three", "…", "two")).check(output))
        .hasMessageStartingWith("not printed: two\n");
    assertThatThrownBy(() -> new Excerpt(List.of("four", "five")).check(output))
        .hasMessageStartingWith("not printed: five\n");
    assertThatThrownBy(() -> new Excerpt(List.of("one")).check(output))
        .hasMessageStartingWith("not printed: one\n");
    assertThatThrownBy(() -> new Excerpt(List.of("one .1.")).check(output))
        .hasMessageStartingWith("not printed: one .1.\n");
    assertThatThrownBy(() -> new Excerpt(List.of("…")))
        .hasMessage("an excerpt that fits every output");
  }
}
