package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.TargetTriple;
import java.util.List;

/**
 * The machine that builds, in rustc's words.
 *
 * @param triple the host triple, as {@code rustc -vV} prints it
 * @param os {@code linux}, {@code macos}, {@code windows}, …
 * @param arch {@code x86_64}, {@code aarch64}, …
 * @param distributions the distribution and those it is like, nearest first, in the words of {@code
 *     ID} and {@code ID_LIKE} of os-release(5); none where there is no such thing
 */
public record HostPlatform(
    TargetTriple triple, String os, String arch, List<String> distributions) {
  /** Copies the list. */
  public HostPlatform {
    distributions = List.copyOf(distributions);
  }

  /** Reads operating system and architecture out of the host triple. */
  public static HostPlatform of(TargetTriple triple, List<String> distributions) {
    String[] parts = triple.value().split("-", -1);
    String rest = triple.value().substring(parts[0].length());
    String os =
        rest.contains("-darwin")
            ? "macos"
            : rest.contains("-windows") ? "windows" : rest.contains("-linux") ? "linux" : parts[2];
    return new HostPlatform(
        triple, os, parts[0].matches("i[3-6]86") ? "x86" : parts[0], distributions);
  }

  /** What the names of executables end in: {@code .exe} on Windows, nothing elsewhere. */
  public String executableSuffix() {
    return isWindows() ? ".exe" : "";
  }

  /** Whether scripts are batch files here and PATH is separated by semicolons. */
  public boolean isWindows() {
    return os.equals("windows");
  }
}
