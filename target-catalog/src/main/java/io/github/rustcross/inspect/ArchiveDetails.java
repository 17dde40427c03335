package io.github.rustcross.inspect;

import java.util.List;

/**
 * What is in an {@code ar} archive.
 *
 * @param members all members but the archiver's own tables, in the file's order
 */
public record ArchiveDetails(List<ArchiveEntry> members) implements BinaryDetails {

  /** Copies the list. */
  public ArchiveDetails {
    members = List.copyOf(members);
  }

  @Override
  public List<FileRegion> regions() {
    return List.of();
  }
}
