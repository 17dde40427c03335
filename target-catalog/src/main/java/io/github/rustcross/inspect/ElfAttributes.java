package io.github.rustcross.inspect;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The build attributes of a whole file: {@code .ARM.attributes} (Addenda to the ABI for the Arm
 * Architecture, "Build Attributes") and {@code .riscv.attributes} (RISC-V ELF psABI, "Attributes").
 * The named ones are ARM's; those of RISC-V are asked for by their tags.
 *
 * @param vendor whose attributes they are, {@code aeabi} or {@code riscv}
 * @param numbers tags with a number, unsigned
 * @param texts tags with a text; RISC-V's {@code Tag_RISCV_arch} is 5
 */
public record ElfAttributes(String vendor, Map<Long, Long> numbers, Map<Long, String> texts) {

  private static final long TAG_CPU_ARCH = 6;
  private static final long TAG_CPU_ARCH_PROFILE = 7;
  private static final long TAG_FP_ARCH = 10;
  private static final long TAG_ABI_VFP_ARGS = 28;

  /** Copies the maps. */
  public ElfAttributes {
    Objects.requireNonNull(vendor, "vendor");
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /**
   * The number of an attribute.
   *
   * @param tag its tag
   * @return the value, or empty if the file does not have it, which for most means 0
   */
  public OptionalLong number(long tag) {
    Long value = numbers.get(tag);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * ARM's {@code Tag_CPU_arch}: 4 is v5TE, 6 is v6, 10 is v7, 14 is v8-A; not always in order of
   * age.
   *
   * @return the number, or empty
   */
  public OptionalLong cpuArchitecture() {
    return number(TAG_CPU_ARCH);
  }

  /**
   * ARM's {@code Tag_CPU_arch_profile}.
   *
   * @return {@code A}, {@code R}, {@code M} or {@code S}; empty if there is none
   */
  public Optional<String> cpuProfile() {
    Long value = numbers.get(TAG_CPU_ARCH_PROFILE);
    boolean letter = value != null && value >= 'A' && value <= 'Z';
    return letter ? Optional.of(Character.toString((char) value.longValue())) : Optional.empty();
  }

  /**
   * ARM's {@code Tag_FP_arch}: 0 is none, 2 is VFPv2, 3 is VFPv3, 4 is VFPv3-D16, 5 is VFPv4, 6 is
   * VFPv4-D16, 7 is ARMv8-A.
   *
   * @return the number, or empty
   */
  public OptionalLong floatArchitecture() {
    return number(TAG_FP_ARCH);
  }

  /**
   * ARM's {@code Tag_ABI_VFP_args}: 0 is the base standard (soft), 1 is VFP registers (hard), 2 is
   * a convention of the toolchain's own, 3 is compatible with both.
   *
   * @return the number, or empty
   */
  public OptionalLong vfpArguments() {
    return number(TAG_ABI_VFP_ARGS);
  }
}
