package io.github.rustcross.maven.debian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads files of paragraphs with fields (deb822(5)), one paragraph after the other. Fields that
 * nobody asks for are not kept: an index has megabytes of descriptions.
 */
public final class ControlReader {
  private static final int BUFFER = 1 << 16;

  private final BufferedReader reader;
  private final Set<String> wanted;

  private ControlReader(BufferedReader reader, Set<String> wanted) {
    this.reader = reader;
    this.wanted = wanted;
  }

  /**
   * Reads a stream whose wanted fields are ASCII, as those of packages are.
   *
   * @param wanted the names of the fields to keep
   */
  public static ControlReader of(InputStream stream, Set<String> wanted) {
    return new ControlReader(
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1), BUFFER),
        wanted);
  }

  /** Reads a text. */
  public static ControlReader of(String text, Set<String> wanted) {
    return new ControlReader(new BufferedReader(new StringReader(text)), wanted);
  }

  /**
   * The fields of the next paragraph by name; lines of one that has several are joined with line
   * breaks.
   *
   * @return empty at the end
   * @throws MalformedArchiveException if a line is neither a field nor the rest of one
   */
  public Optional<Map<String, String>> next() throws IOException {
    Map<String, String> fields = new HashMap<>();
    boolean any = false;
    String field = null;
    StringBuilder more = null;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank()) {
        if (any) {
          break;
        }
      } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        if (!any) {
          throw new MalformedArchiveException("a paragraph begins with the rest of a field");
        }
        if (field != null) {
          more = more == null ? new StringBuilder(fields.get(field)) : more;
          more.append('\n').append(line.strip());
        }
      } else if (line.charAt(0) != '#') {
        keep(fields, field, more);
        more = null;
        any = true;
        int colon = line.indexOf(':');
        if (colon <= 0) {
          throw new MalformedArchiveException("'%s' is no field".formatted(shortened(line)));
        }
        String name = line.substring(0, colon);
        field = wanted.contains(name) ? name : null;
        if (field != null) {
          fields.put(name, line.substring(colon + 1).strip());
        }
      }
    }
    keep(fields, field, more);
    return any ? Optional.of(fields) : Optional.empty();
  }

  private static void keep(Map<String, String> fields, String field, StringBuilder more) {
    if (field != null && more != null) {
      fields.put(field, more.toString());
    }
  }

  private static String shortened(String line) {
    final int shown = 60;
    return line.length() > shown ? line.substring(0, shown) + "…" : line;
  }
}
