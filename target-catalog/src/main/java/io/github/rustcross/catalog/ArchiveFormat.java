package io.github.rustcross.catalog;

/** The kind of archive in which programs for a platform are handed out. */
public enum ArchiveFormat {
  /** A tar archive in gzip's compression; keeps who may execute a file. */
  TAR_GZ("tar.gz"),
  /** A zip archive. */
  ZIP("zip");

  private final String id;

  ArchiveFormat(String id) {
    this.id = id;
  }

  /** The word in the catalog, which is also the file's suffix and its type in Maven. */
  public String id() {
    return id;
  }
}
