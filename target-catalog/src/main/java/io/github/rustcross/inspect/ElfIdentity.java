package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.Optional;

/**
 * What the ELF header says (gABI chapter 4, "ELF Header").
 *
 * @param type {@code e_type}
 * @param positionIndependentProgram whether a {@link ElfType#DYNAMIC} file is a program; {@link
 *     FileKind#EXECUTABLE} tells how that is known
 * @param osAbi {@code EI_OSABI}: 0 is System V, 3 is GNU, 9 is FreeBSD
 * @param abiVersion {@code EI_ABIVERSION}
 * @param machine {@code e_machine}
 * @param flags {@code e_flags}
 * @param attributes the build attributes of ARM and RISC-V files; empty for others
 */
public record ElfIdentity(
    ElfType type,
    boolean positionIndependentProgram,
    int osAbi,
    int abiVersion,
    int machine,
    ElfFlags flags,
    Optional<ElfAttributes> attributes) {

  /** Checks the parts. */
  public ElfIdentity {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(attributes, "attributes");
  }
}
