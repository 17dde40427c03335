package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;

/**
 * A platform that a Mach-O file is for ({@code LC_BUILD_VERSION} or, in older files, {@code
 * LC_VERSION_MIN_*} of {@code mach-o/loader.h}).
 *
 * @param number the {@code PLATFORM_*} number, e.g. 1 for macOS
 * @param minimum the lowest version of the operating system ({@code minos})
 * @param sdk the version of the SDK it was built with; 0.0 if the linker did not know
 */
public record MachOPlatform(long number, BinaryVersion minimum, BinaryVersion sdk) {

  private static final List<String> NAMES =
      List.of(
          "unknown",
          "macos",
          "ios",
          "tvos",
          "watchos",
          "bridgeos",
          "mac-catalyst",
          "ios-simulator",
          "tvos-simulator",
          "watchos-simulator",
          "driverkit",
          "visionos",
          "visionos-simulator");

  /** Checks the parts. */
  public MachOPlatform {
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(sdk, "sdk");
  }

  /**
   * The platform's name.
   *
   * @return in lower case with dashes, e.g. {@code macos} or {@code ios-simulator}; {@code
   *     unknown(0xNN)} for a number that is not known
   */
  public String name() {
    return number > 0 && number < NAMES.size()
        ? NAMES.get((int) number)
        : Architectures.unknown(number);
  }
}
