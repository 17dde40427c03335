package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares texts with files under {@code src/test/resources}. After an intended change run the
 * tests with {@code -Drust-cross.goldens=write}, which writes the files anew, and read the
 * difference before it is committed.
 */
final class Golden {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/github/rustcross/toolchain").toAbsolutePath();

  private static final boolean WRITE = "write".equals(System.getProperty("rust-cross.goldens"));
  private static final Pattern ORIGIN = Pattern.compile("catalog \\d+\\.\\d+\\.\\d+, line (\\d+)");
  private static final Pattern BEFORE_VALUE = Pattern.compile("^ *(- |[^ ]+: (?=\\{))?");
  private static final Pattern DIGEST =
      Pattern.compile("(?<=[/\\\\]wrappers[/\\\\])[0-9a-f]{16}(?=[/\\\\])");
  private static final List<String> CATALOG = CatalogSource.bundled().text().lines().toList();

  private Golden() {}

  static void check(String name, String text) {
    String actual = DIGEST.matcher(ORIGIN.matcher(text).replaceAll(Golden::line)).replaceAll("…");
    Path file = FOLDER.resolve(name);
    try {
      if (WRITE) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s; -Drust-cross.goldens=write writes it anew", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands at an origin: unlike its number it stays when lines are added above. */
  private static String line(MatchResult origin) {
    String line = CATALOG.get(Integer.parseInt(origin.group(1)) - 1);
    return Matcher.quoteReplacement(
        "catalog.yaml at '" + BEFORE_VALUE.matcher(line).replaceFirst("") + "'");
  }
}
