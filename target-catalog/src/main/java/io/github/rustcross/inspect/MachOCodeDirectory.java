package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.Optional;

/**
 * A code directory of a Mach-O signature: hashes of all pages in front of it ({@code
 * CS_CodeDirectory} of XNU's {@code osfmk/kern/cs_blobs.h}).
 *
 * @param version e.g. 0x20400
 * @param flags {@code CS_ADHOC} and the like
 * @param identifier what the signed code is called
 * @param team the team that signed; empty for ad-hoc signatures
 * @param hashType 1 is SHA-1, 2 is SHA-256, 3 is SHA-256 cut to 20 bytes, 4 is SHA-384
 * @param hashBytes the length of one hash
 * @param pageBytes the bytes that one hash covers; 0 when one covers everything
 * @param pages the number of hashes of pages
 * @param codeBytes how many bytes from the start of the file (of the slice) are covered
 * @param hashesOffset where the first page's hash is, in bytes from the start of the slice
 */
public record MachOCodeDirectory(
    long version,
    long flags,
    String identifier,
    Optional<String> team,
    int hashType,
    int hashBytes,
    long pageBytes,
    long pages,
    long codeBytes,
    long hashesOffset) {

  private static final long CS_ADHOC = 0x2;
  private static final long CS_RUNTIME = 0x1_0000;
  private static final long CS_LINKER_SIGNED = 0x2_0000;

  /** Checks the parts. */
  public MachOCodeDirectory {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(team, "team");
  }

  /**
   * Whether nobody vouches for the code ({@code CS_ADHOC}); enough to run on one's own machine.
   *
   * @return whether the flag is set
   */
  public boolean adHoc() {
    return (flags & CS_ADHOC) != 0;
  }

  /**
   * Whether a linker made the signature ({@code CS_LINKER_SIGNED}), so that tools may replace it.
   *
   * @return whether the flag is set
   */
  public boolean linkerSigned() {
    return (flags & CS_LINKER_SIGNED) != 0;
  }

  /**
   * Whether the hardened runtime is asked for ({@code CS_RUNTIME}), as notarization wants.
   *
   * @return whether the flag is set
   */
  public boolean hardenedRuntime() {
    return (flags & CS_RUNTIME) != 0;
  }
}
