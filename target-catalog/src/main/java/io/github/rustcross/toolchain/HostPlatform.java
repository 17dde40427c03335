package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.TargetTriple;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine that builds, in rustc's words.
 *
 * @param triple the host triple, as {@code rustc -vV} prints it
 * @param os {@code linux}, {@code macos}, {@code windows}, …
 * @param arch {@code x86_64}, {@code aarch64}, …
 * @param privileged whether the user is the administrator, who may install packages
 */
public record HostPlatform(TargetTriple triple, String os, String arch, boolean privileged) {
  /** Reads operating system and architecture out of the host triple. */
  public static HostPlatform of(TargetTriple triple, boolean privileged) {
    String arch = triple.value().split("-", -1)[0];
    String rest = triple.value().substring(arch.length());
    String os =
        Stream.of("android", "darwin", "windows", "linux", "freebsd")
            .filter(rest::contains)
            .findFirst()
            .orElse(rest.substring(rest.lastIndexOf('-') + 1));
    return new HostPlatform(
        triple, os.equals("darwin") ? "macos" : os, targetArch(arch), privileged);
  }

  /** The first part of a triple may say more than {@code target_arch} does. */
  private static String targetArch(String part) {
    if (part.matches("i[3-6]86")) {
      return "x86";
    }
    if (part.startsWith("arm") || part.startsWith("thumb")) {
      return "arm";
    }
    return part.startsWith("riscv64")
        ? "riscv64"
        : part.startsWith("powerpc64") ? "powerpc64" : part;
  }

  /** What the names of executables end in: {@code .exe} on Windows, nothing elsewhere. */
  public String executableSuffix() {
    return isWindows() ? ".exe" : "";
  }

  /** The name of a program, without what executables end in. */
  String nameOf(Path program) {
    String name = program.getFileName().toString();
    return name.endsWith(executableSuffix())
        ? name.substring(0, name.length() - executableSuffix().length())
        : name;
  }

  /** The variable that names the folders in which programs find their dynamic libraries. */
  String libraryPath() {
    return isWindows() ? "PATH" : os.equals("macos") ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  }

  /** Whether scripts are batch files here and PATH is separated by semicolons. */
  public boolean isWindows() {
    return os.equals("windows");
  }
}
