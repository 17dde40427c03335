package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.Optional;

/**
 * A function or variable that a PE image exports.
 *
 * @param name its name; empty when it is only to be had by its ordinal
 * @param ordinal its ordinal
 * @param forwarder the DLL and function that it stands for, e.g. {@code NTDLL.RtlAllocateHeap}
 */
public record PeExport(Optional<String> name, long ordinal, Optional<String> forwarder) {

  /** Checks the parts. */
  public PeExport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(forwarder, "forwarder");
  }
}
