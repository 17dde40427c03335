package io.github.rustcross.maven.debian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an index, or a package itself, says of a package (Debian Policy 5.3).
 *
 * @param name its name
 * @param version its version
 * @param architecture in Debian's words; {@code all} for one that serves every architecture
 * @param depends the fields {@code Pre-Depends} and {@code Depends}, as they are written
 * @param provides the field {@code Provides}, as it is written; empty without one
 * @param file the file, seen from the archive's root; empty in a package itself
 * @param size the file's size in bytes; 0 in a package itself
 * @param sha256 the file's digest; empty in a package itself
 */
public record PackageParagraph(
    String name,
    DebianVersion version,
    String architecture,
    String depends,
    String provides,
    String file,
    long size,
    String sha256) {
  /** The architecture of packages that serve every one. */
  public static final String ALL = "all";

  /** The fields that are read. */
  static final Set<String> FIELDS =
      Set.of(
          "Package",
          "Version",
          "Architecture",
          "Pre-Depends",
          "Depends",
          "Provides",
          "Filename",
          "Size",
          "SHA256");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+.-]*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** A paragraph of an index, which has to say where the package is. */
  static PackageParagraph ofIndex(Map<String, String> fields) throws MalformedArchiveException {
    PackageParagraph paragraph = of(fields);
    boolean inside =
        !paragraph.file().isEmpty()
            && !paragraph.file().startsWith("/")
            && !List.of(paragraph.file().split("/", -1)).contains("..");
    if (!inside) {
      throw new MalformedArchiveException(
          "package %s: '%s' is no place in an archive".formatted(paragraph.name, paragraph.file));
    }
    if (!SHA256.matcher(paragraph.sha256()).matches()) {
      throw new MalformedArchiveException(
          "package %s has no SHA-256 digest".formatted(paragraph.name()));
    }
    return paragraph;
  }

  /** A paragraph. */
  static PackageParagraph of(Map<String, String> fields) throws MalformedArchiveException {
    String name = required(fields, "Package", "");
    if (!NAME.matcher(name).matches()) {
      throw new MalformedArchiveException("'%s' is no name of a package".formatted(name));
    }
    String size = fields.getOrDefault("Size", "0");
    try {
      return new PackageParagraph(
          name,
          DebianVersion.parse(required(fields, "Version", name)),
          required(fields, "Architecture", name),
          joined(fields.get("Pre-Depends"), fields.get("Depends")),
          fields.getOrDefault("Provides", ""),
          fields.getOrDefault("Filename", "").replaceFirst("^\\./", ""),
          Long.parseLong(size),
          fields.getOrDefault("SHA256", ""));
    } catch (NumberFormatException e) {
      throw new MalformedArchiveException("package %s: '%s' is no size".formatted(name, size), e);
    }
  }

  private static String joined(String first, String second) {
    if (first == null) {
      return second == null ? "" : second;
    }
    return second == null ? first : first + ", " + second;
  }

  private static String required(Map<String, String> fields, String field, String name)
      throws MalformedArchiveException {
    String value = fields.get(field);
    if (value == null || value.isEmpty()) {
      throw new MalformedArchiveException(
          "%s has no field %s".formatted(name.isEmpty() ? "a package" : "package " + name, field));
    }
    return value;
  }

  /** What it depends on. */
  List<Dependency> dependencies() throws MalformedArchiveException {
    return Dependency.parse(depends);
  }

  /** What it provides; a version only where it is written {@code (= version)}. */
  List<Provision> provisions() throws MalformedArchiveException {
    List<Provision> provisions = new ArrayList<>();
    if (!provides.isEmpty()) {
      for (Dependency dependency : Dependency.parse(provides)) {
        Dependency.Alternative provided = dependency.alternatives().get(0);
        provisions.add(
            new Provision(
                provided.name(), provided.version().map(Dependency.Constraint::than), this));
      }
    }
    return provisions;
  }

  /**
   * Something that a package provides.
   *
   * @param name a name that is not its own
   * @param version with this version; a dependency with a version is only met by one that has one
   *     (Debian Policy 7.5)
   * @param by the package
   */
  record Provision(String name, Optional<DebianVersion> version, PackageParagraph by) {
    boolean meets(Dependency.Alternative alternative) {
      return alternative.name().equals(name)
          && (alternative.version().isEmpty()
              || version.isPresent() && alternative.accepts(version.get()));
    }
  }
}
