package io.github.rustcross.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.host.HostSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A second opinion on binaries: what {@code file} and {@code readelf} say of them. */
final class FileFacts {
  private static final Pattern GLIBC = Pattern.compile("Name: GLIBC_([0-9.]+)\\b");

  /** What {@code file} calls an architecture, by format and our word for it. */
  private static final Map<String, String> MACHINES =
      Map.ofEntries(
          Map.entry("elf x86_64", "x86-64"),
          Map.entry("elf x86", "Intel (80|i)386"),
          Map.entry("elf aarch64", "ARM aarch64"),
          Map.entry("elf arm", "ARM, EABI5"),
          Map.entry("elf riscv32", "UCB RISC-V"),
          Map.entry("elf riscv64", "UCB RISC-V"),
          Map.entry("elf powerpc", "PowerPC or cisco 4500"),
          Map.entry("elf powerpc64", "64-bit PowerPC"),
          Map.entry("elf loongarch64", "LoongArch"),
          Map.entry("elf sparc64", "SPARC V9"),
          Map.entry("elf s390x", "IBM S/390"),
          Map.entry("pe x86_64", "PE32\\+ .*x86-64"),
          Map.entry("pe x86", "PE32 .*Intel (80|i)386"),
          Map.entry("pe aarch64", "PE32\\+ .*Aarch64"),
          Map.entry("mach-o x86_64", "Mach-O 64-bit x86_64"),
          Map.entry("mach-o aarch64", "Mach-O 64-bit arm64"),
          Map.entry("mach-o universal", "Mach-O universal binary with 2 architectures"),
          Map.entry("wasm wasm32", "WebAssembly"));

  private FileFacts() {}

  /**
   * Fails where {@code file} disagrees with an inspection of report.json.
   *
   * @return what {@code file} says; empty where it is missing, of which a note is taken
   */
  static Optional<String> check(Path binary, JsonNode inspection)
      throws IOException, InterruptedException {
    Optional<Path> program = new HostSystem().program("file");
    if (program.isEmpty()) {
      SkippedChecks.needPackages("binaries against file(1)", "file");
      return Optional.empty();
    }
    String said =
        Exec.output(
                ModuleFolders.target(),
                Map.of("LC_ALL", "C"),
                List.of(program.get().toString(), "-b", binary.toString()))
            .strip();
    String format = inspection.path("format").asText();
    if (format.equals("archive")) {
      expect(binary, said, "ar archive");
      return Optional.of(said);
    }
    String machine = MACHINES.get(format + " " + inspection.path("architecture").asText());
    if (machine == null) {
      throw new AssertionError("file(1)'s word is not known for " + inspection);
    }
    expect(binary, said, machine);
    if (format.equals("elf")) {
      boolean isStatic = inspection.path("linkage").asText().equals("static");
      boolean big = inspection.path("endianness").asText().equals("big");
      expect(binary, said, "ELF " + inspection.path("bits").asText() + "-bit");
      expect(binary, said, big ? " MSB " : " LSB ");
      expect(binary, said, isStatic ? "statically linked|static-pie linked" : "dynamically linked");
    }
    return Optional.of(said);
  }

  private static void expect(Path binary, String said, String pattern) {
    if (!Pattern.compile(pattern).matcher(said).find()) {
      throw new AssertionError(
          "%s: expected '%s' in what file(1) says: %s".formatted(binary, pattern, said));
    }
  }

  /** The highest glibc version that readelf finds among a file's needs. */
  static Optional<GlibcVersion> glibc(Path binary) throws IOException, InterruptedException {
    Optional<Path> program = new HostSystem().program("readelf");
    if (program.isEmpty()) {
      SkippedChecks.needPackages("glibc needs against readelf", "binutils");
      return Optional.empty();
    }
    String said =
        Exec.output(
            ModuleFolders.target(),
            Map.of("LC_ALL", "C"),
            List.of(program.get().toString(), "--wide", "--version-info", binary.toString()));
    return GLIBC
        .matcher(said)
        .results()
        .map((MatchResult match) -> GlibcVersion.parse(match.group(1)).orElseThrow())
        .max(Comparator.naturalOrder());
  }
}
