package io.github.rustcross.inspect;

/**
 * {@code DllCharacteristics} (Microsoft, "PE Format", "DLL Characteristics").
 *
 * @param raw the 16 bits as they are
 */
public record PeHardening(int raw) {

  /**
   * Whether the image may be loaded at any address ({@code IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE},
   * ASLR).
   *
   * @return whether the flag is set
   */
  public boolean dynamicBase() {
    return (raw & 0x40) != 0;
  }

  /**
   * Whether that may be one of 64 bits ({@code IMAGE_DLLCHARACTERISTICS_HIGH_ENTROPY_VA}).
   *
   * @return whether the flag is set
   */
  public boolean highEntropy() {
    return (raw & 0x20) != 0;
  }

  /**
   * Whether data may not be executed ({@code IMAGE_DLLCHARACTERISTICS_NX_COMPAT}).
   *
   * @return whether the flag is set
   */
  public boolean noExecute() {
    return (raw & 0x100) != 0;
  }

  /**
   * Whether targets of calls are checked ({@code IMAGE_DLLCHARACTERISTICS_GUARD_CF}).
   *
   * @return whether the flag is set
   */
  public boolean controlFlowGuard() {
    return (raw & 0x4000) != 0;
  }
}
