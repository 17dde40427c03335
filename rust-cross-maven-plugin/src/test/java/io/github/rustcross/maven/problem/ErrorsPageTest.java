package io.github.rustcross.maven.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/errors.md")
class ErrorsPageTest {
  private static final int COLUMNS = 4;

  @Test
  @DisplayName("has one row for each code, and no row for a code that does not exist")
  void complete() throws IOException {
    assertThat(rows())
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrder(
            Arrays.stream(ProblemCode.values())
                .map(code -> "`" + code.id() + "`")
                .toArray(String[]::new));
  }

  @Test
  @DisplayName("says of each when it comes, how it reads, and what to do")
  void filled() throws IOException {
    assertThat(rows())
        .allSatisfy(row -> assertThat(row).hasSize(COLUMNS).noneMatch(String::isBlank))
        .allSatisfy(row -> assertThat(row.get(2)).startsWith("`").endsWith("`"));
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(Path.of("../docs/errors.md")).stream()
        .filter(line -> line.startsWith("| `RC-"))
        .map(line -> line.substring(1, line.lastIndexOf('|')))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .toList();
  }
}
