package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * One part of a universal file ({@code fat_arch} of {@code mach-o/fat.h}).
 *
 * @param cpuType {@code cputype} of the table, e.g. 0x1000007 for x86_64
 * @param cpuSubtype {@code cpusubtype} of the table without its capability bits
 * @param offset where it begins, in bytes from the start of the universal file
 * @param size in bytes
 * @param details what it says of itself: {@link MachODetails} or {@link ArchiveDetails}
 */
public record UniversalSlice(
    long cpuType, int cpuSubtype, long offset, long size, BinaryDetails details) {

  /** Checks the parts. */
  public UniversalSlice {
    Objects.requireNonNull(details, "details");
  }
}
