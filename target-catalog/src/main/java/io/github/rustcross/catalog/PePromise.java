package io.github.rustcross.catalog;

import java.util.List;

/**
 * What a PE image of a target has to be beyond machine and linkage. What is empty is not promised.
 *
 * @param subsystems the values of {@code Subsystem} that programs may have
 * @param required flags of {@code DllCharacteristics} that have to be set
 */
public record PePromise(List<Integer> subsystems, List<Flag> required) {
  /** Nothing. */
  public static final PePromise NONE = new PePromise(List.of(), List.of());

  /** Copies the lists. */
  public PePromise {
    subsystems = List.copyOf(subsystems);
    required = List.copyOf(required);
  }

  /** Flags that protect a process (Microsoft, "PE Format", "DLL Characteristics"). */
  public enum Flag {
    /** May be loaded at any address (ASLR). */
    DYNAMIC_BASE("dynamic-base"),
    /** At any address of 64 bits. */
    HIGH_ENTROPY("high-entropy"),
    /** Data is not executed (NX). */
    NO_EXECUTE("no-execute");

    private final String id;

    Flag(String id) {
      this.id = id;
    }

    /** The word in the catalog. */
    public String id() {
      return id;
    }
  }
}
