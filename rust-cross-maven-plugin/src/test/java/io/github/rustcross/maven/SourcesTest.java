package io.github.rustcross.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sources of the catalog and of the plugin")
class SourcesTest {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'"
              + "|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"",
          Pattern.DOTALL);

  private static final int LONGEST = 300;
  private static final Set<String> MAY_BE_LONGER =
      // Maven wants each parameter to be a field, with its documentation.
      Set.of("AbstractCrateMojo.java", "AbstractTargetMojo.java");

  private static final List<Path> FILES = new ArrayList<>();

  @BeforeAll
  static void find() throws IOException {
    for (String module : List.of("../target-catalog", ".")) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(FILES::add);
      }
    }
    assertThat(FILES).hasSizeGreaterThan(100);
  }

  @Test
  @DisplayName("name no target and no toolchain: the catalog does")
  void knowledgeIsInTheCatalog() {
    Set<String> words = new TreeSet<>(List.of("zig", "mingw", "musl-gcc", "rust-lld", "osxcross"));
    words.addAll(TargetCatalog.bundled().targets().keySet());
    List<String> found = new ArrayList<>();
    for (Path file : FILES) {
      for (String literal : literals(read(file))) {
        words.stream()
            .filter(literal::contains)
            .forEach(word -> found.add("%s says %s in %s".formatted(file, word, literal)));
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  @DisplayName("tell in a package-info.java what each package is for")
  void packageInfo() {
    Set<Path> without = new TreeSet<>();
    for (Path file : FILES) {
      if (!Files.exists(file.resolveSibling("package-info.java"))) {
        without.add(file.getParent());
      }
    }

    assertThat(without).isEmpty();
  }

  @Test
  @DisplayName("are in files of at most 300 lines")
  void length() {
    assertThat(FILES)
        .filteredOn(file -> !MAY_BE_LONGER.contains(file.getFileName().toString()))
        .filteredOn(file -> read(file).lines().count() > LONGEST)
        .isEmpty();
  }

  @Test
  @DisplayName("are scanned without being misled by comments, characters and text blocks")
  void literals() {
    String source =
        """
        // "no"
        /** "no" {@code "no"} */
        char quote = '"'; char other = '\\''; String a = "yes \\" 1"; /* "no" */ String b = "";
        String c = \"""
            yes 2 "quoted"
            \""";
        """;

    assertThat(literals(source))
        .containsExactly("\"yes \\\" 1\"", "\"\"", "\"\"\"\n    yes 2 \"quoted\"\n    \"\"\"");
  }

  private static List<String> literals(String source) {
    return TOKEN
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(token -> token.startsWith("\""))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
