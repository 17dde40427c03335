package io.github.rustcross.inspect;

import java.util.Objects;

/**
 * What an ELF file says of how it wants to be protected (gABI chapter 5, "Dynamic Section"; {@code
 * elf.h} of glibc).
 *
 * @param relro whether there is a {@code PT_GNU_RELRO} segment: data that is read-only after
 *     relocation
 * @param bindNow whether all functions are bound before it runs: {@code DT_BIND_NOW}, {@code
 *     DF_BIND_NOW} or {@code DF_1_NOW}; together with {@code relro} this is "full RELRO"
 * @param textRelocations whether code is changed when it is loaded: {@code DT_TEXTREL} or {@code
 *     DF_TEXTREL}
 * @param writableCode whether a {@code PT_LOAD} segment is both writable and executable
 * @param stack what is asked of the stack
 */
public record ElfHardening(
    boolean relro, boolean bindNow, boolean textRelocations, boolean writableCode, ElfStack stack) {

  /** Checks the parts. */
  public ElfHardening {
    Objects.requireNonNull(stack, "stack");
  }
}
