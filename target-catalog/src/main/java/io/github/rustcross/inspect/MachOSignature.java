package io.github.rustcross.inspect;

import java.util.List;

/**
 * The embedded signature of a Mach-O file ({@code LC_CODE_SIGNATURE}; {@code CS_SuperBlob} of XNU's
 * {@code osfmk/kern/cs_blobs.h}).
 *
 * @param offset where it is, in bytes from the start of the slice; nothing in front of it may be
 *     left uncovered
 * @param directories the code directories, the first one that old systems know first
 * @param cms whether there is a cryptographic message that says who signed; ad-hoc signatures have
 *     none or an empty one
 */
public record MachOSignature(long offset, List<MachOCodeDirectory> directories, boolean cms) {

  /** Copies the list. */
  public MachOSignature {
    directories = List.copyOf(directories);
  }
}
