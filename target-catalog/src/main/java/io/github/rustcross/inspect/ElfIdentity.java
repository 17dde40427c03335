package io.github.rustcross.inspect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

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

  /** {@code Tag_ABI_VFP_args} of the calling convention that is called hard. */
  private static final long VFP_REGISTERS = 1;

  /** Checks the parts. */
  public ElfIdentity {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(attributes, "attributes");
  }

  /**
   * The floating-point calling convention: that of the flags or, where they are silent, of ARM's
   * build attributes. Linkers write ARM's flag into programs and libraries, but not all of them;
   * the attribute says the same.
   *
   * @return {@link FloatAbi#UNSPECIFIED} if neither says it
   */
  public FloatAbi floatAbi() {
    OptionalLong attribute =
        attributes.map(ElfAttributes::vfpArguments).orElse(OptionalLong.empty());
    boolean hard = attribute.equals(OptionalLong.of(VFP_REGISTERS));
    return flags.floatAbi() == FloatAbi.UNSPECIFIED && hard ? FloatAbi.HARD : flags.floatAbi();
  }
}
