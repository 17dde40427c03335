package io.github.rustcross.maven.debian;

/**
 * One package of a sysroot.
 *
 * @param name its name
 * @param version its version, as it is written
 * @param architecture in Debian's words, or {@code all}
 * @param file its place in the archive, seen from its root; of hand-picked packages the address
 * @param size its size in bytes; 0 where it is not known
 * @param sha256 its digest, in lower-case hexadecimal digits
 */
public record ResolvedPackage(
    String name, String version, String architecture, String file, long size, String sha256) {
  /** What an index says. */
  static ResolvedPackage of(PackageParagraph paragraph) {
    return new ResolvedPackage(
        paragraph.name(),
        paragraph.version().text(),
        paragraph.architecture(),
        paragraph.file(),
        paragraph.size(),
        paragraph.sha256());
  }

  @Override
  public String toString() {
    return version.isEmpty() ? file : name + " " + version;
  }
}
