package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.Optional;

/**
 * A member of an archive.
 *
 * @param name its full name
 * @param offset where its content begins, in bytes from the start of the file
 * @param size of its content, in bytes
 * @param binary what it is; empty for what is no binary of a known format, such as LLVM bitcode,
 *     and for {@code lib.rmeta}, rustc's own metadata
 */
public record ArchiveEntry(String name, long offset, long size, Optional<Inspection> binary) {

  /** Checks the parts. */
  public ArchiveEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(binary, "binary");
  }
}
