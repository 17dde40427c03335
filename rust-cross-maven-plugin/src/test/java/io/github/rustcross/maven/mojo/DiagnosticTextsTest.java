package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the catalog says of failures")
class DiagnosticTextsTest {
  private static final List<String> TEXTS =
      TargetCatalog.bundled().diagnostics().values().stream()
          .flatMap(DiagnosticTextsTest::texts)
          .toList();

  @Test
  @DisplayName("names properties of this plugin only")
  void properties() {
    List<String> named = found("-D(rust\\.[A-Za-z.]*[A-Za-z])");

    assertThat(named).contains("rust.crossToolchain", "rust.glibc");
    assertThat(named)
        .allSatisfy(
            name -> {
              Properties line = new Properties();
              line.setProperty(name, "true");
              assertThat(new RustProperties(line).problems()).isEmpty();
            });
  }

  @Test
  @DisplayName("names codes of problems only that exist")
  void codes() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::id))
        .containsAll(found("(RC-[A-Z-]*[A-Z])"));
  }

  private static List<String> found(String pattern) {
    return TEXTS.stream()
        .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }

  private static Stream<String> texts(Diagnostic diagnostic) {
    return Stream.of(
            Stream.of(diagnostic.what(), diagnostic.why()),
            diagnostic.fix().stream(),
            diagnostic.detectedBy().stream())
        .flatMap(texts -> texts);
  }
}
