package io.github.rustcross.maven.debian;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a suite has, in the words of its release file (the format is described in Debian's
 * "RepositoryFormat").
 *
 * @param suite the suite's name, such as {@code stable}; empty where it has none
 * @param codename the release's name; empty where it has none
 * @param architectures what it has packages for
 * @param components its parts
 * @param validUntil when it is too old to be believed; mostly it never is
 * @param byHash whether files are also to be had under the name of their digest, which does not
 *     change while an archive is being updated
 * @param files size and digest of the suite's files, seen from its folder
 */
public record ReleaseFile(
    String suite,
    String codename,
    List<String> architectures,
    List<String> components,
    Optional<Instant> validUntil,
    boolean byHash,
    Map<String, Entry> files) {
  private static final Set<String> FIELDS =
      Set.of(
          "Suite",
          "Codename",
          "Architectures",
          "Components",
          "Valid-Until",
          "Acquire-By-Hash",
          "SHA256");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Copies the collections. */
  public ReleaseFile {
    architectures = List.copyOf(architectures);
    components = List.copyOf(components);
    files = Map.copyOf(files);
  }

  /**
   * One file.
   *
   * @param size in bytes
   * @param sha256 in lower-case hexadecimal digits
   */
  public record Entry(long size, String sha256) {}

  /**
   * Reads a release file.
   *
   * @param text without a signature around it
   * @throws MalformedArchiveException if it is not written as such files are
   */
  public static ReleaseFile parse(String text) throws IOException {
    Map<String, String> fields =
        ControlReader.of(text, FIELDS)
            .next()
            .orElseThrow(() -> new MalformedArchiveException("the release file is empty"));
    Map<String, Entry> files = new HashMap<>();
    for (String line : fields.getOrDefault("SHA256", "").lines().toList()) {
      if (!line.isBlank()) {
        String[] words = line.strip().split("\\s+");
        if (words.length != 3
            || !SHA256.matcher(words[0]).matches()
            || !words[1].matches("\\d{1,18}")) {
          throw new MalformedArchiveException(
              "the release file: '%s' is no digest, size and name".formatted(line.strip()));
        }
        files.put(words[2], new Entry(Long.parseLong(words[1]), words[0]));
      }
    }
    return new ReleaseFile(
        fields.getOrDefault("Suite", ""),
        fields.getOrDefault("Codename", ""),
        words(fields, "Architectures"),
        words(fields, "Components"),
        validUntil(fields),
        "yes".equals(fields.get("Acquire-By-Hash")),
        files);
  }

  private static List<String> words(Map<String, String> fields, String field) {
    String text = fields.getOrDefault(field, "").strip();
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }

  /** The form of RFC 1123, but for the time zone's name. */
  private static Optional<Instant> validUntil(Map<String, String> fields)
      throws MalformedArchiveException {
    String date = fields.get("Valid-Until");
    if (date == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.replace("UTC", "GMT"))));
    } catch (DateTimeException e) {
      throw new MalformedArchiveException("the release file: '%s' is no date".formatted(date), e);
    }
  }

  /** Whether it is that of a suite, by either of its names. */
  public boolean isOf(String name) {
    return name.equals(suite) || name.equals(codename);
  }
}
