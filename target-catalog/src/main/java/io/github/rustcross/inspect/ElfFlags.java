package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The processor's flags of an ELF header ({@code e_flags}), decoded for ARM (ELF for the Arm
 * Architecture, "ELF Header"), RISC-V (RISC-V ELF psABI, "File Header"), MIPS (psABI and binutils'
 * {@code elf/mips.h}), 64-bit PowerPC (ELF V2 ABI) and LoongArch (psABI).
 *
 * @param raw the 32 bits as they are
 * @param floatAbi the floating-point calling convention that they state
 * @param abiVersion the version of the processor's ABI that they state: the EABI version of ARM
 *     (5), 1 or 2 for 64-bit PowerPC, the object file ABI of LoongArch; empty if they state none
 * @param words the other flags that are set, in lower case: ARM {@code be8}; RISC-V {@code rvc},
 *     {@code rve}, {@code tso}; MIPS {@code noreorder}, {@code pic}, {@code cpic}, {@code n32},
 *     {@code o32}, {@code nan2008}, {@code fp64} and the instruction set, e.g. {@code mips32r2}
 */
public record ElfFlags(long raw, FloatAbi floatAbi, OptionalInt abiVersion, List<String> words) {

  /** Copies the list. */
  public ElfFlags {
    Objects.requireNonNull(floatAbi, "floatAbi");
    Objects.requireNonNull(abiVersion, "abiVersion");
    words = List.copyOf(words);
  }
}
