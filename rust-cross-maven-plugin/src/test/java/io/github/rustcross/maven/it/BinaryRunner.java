package io.github.rustcross.maven.it;

import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.host.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a binary in the way that its header asks for: by itself, under qemu-user or under wine. The
 * header comes first because {@code ProcessBuilder} hands what the kernel refuses to a shell.
 */
final class BinaryRunner {
  private static final Map<String, Emulator> EMULATORS =
      Map.of(
          "aarch64", new Emulator("qemu-aarch64", "aarch64-linux-gnu", "arm64"),
          "arm", new Emulator("qemu-arm", "arm-linux-gnueabihf", "armhf"),
          "x86", new Emulator("qemu-i386", "i686-linux-gnu", "i386"),
          "riscv64", new Emulator("qemu-riscv64", "riscv64-linux-gnu", "riscv64"),
          "s390x", new Emulator("qemu-s390x", "s390x-linux-gnu", "s390x"));

  private BinaryRunner() {}

  private record Emulator(String program, String gnu, String debian) {
    Path sysroot() {
      return Path.of("/usr", gnu);
    }
  }

  /** Whether these tests know a way of running a binary, installed here or not. */
  static boolean knows(Path binary) throws IOException {
    Inspection inspection = inspect(binary);
    if (inspection.kind() != FileKind.EXECUTABLE) {
      return false;
    }
    if (inspection.format() == BinaryFormat.PE) {
      return inspection.architecture().equals("x86_64");
    }
    return inspection.format() == BinaryFormat.ELF
        && isForLinux(inspection)
        && (isNative(inspection) || EMULATORS.containsKey(inspection.architecture()));
  }

  /** Static, or for a loader where Linux has it. */
  private static boolean isForLinux(Inspection inspection) {
    return inspection
        .interpreter()
        .map(loader -> loader.startsWith("/lib/") || loader.startsWith("/lib64/"))
        .orElse(true);
  }

  /** Runs a binary; empty where its runner is missing, of which a note is taken. */
  static Optional<Exec.Result> run(Path binary, List<String> arguments)
      throws IOException, InterruptedException {
    Inspection inspection = inspect(binary);
    if (!knows(binary)) {
      throw new AssertionError("no way is known of running " + binary + ": " + inspection);
    }
    if (inspection.format() == BinaryFormat.PE) {
      return Wine.run(binary, arguments);
    }
    List<String> command = new ArrayList<>();
    if (!isNative(inspection)) {
      Optional<List<String>> emulator = emulator(inspection);
      if (emulator.isEmpty()) {
        return Optional.empty();
      }
      command.addAll(emulator.get());
    }
    command.add(binary.toString());
    command.addAll(arguments);
    return Optional.of(Exec.run(binary.getParent(), Map.of(), command));
  }

  private static Inspection inspect(Path binary) throws IOException {
    try {
      return BinaryInspector.inspect(binary);
    } catch (MalformedBinaryException e) {
      throw new AssertionError(binary + " is no binary: " + e.getMessage(), e);
    }
  }

  private static boolean isNative(Inspection inspection) {
    String own = System.getProperty("os.arch").replace("amd64", "x86_64");
    boolean linux = System.getProperty("os.name").equals("Linux");
    return linux && inspection.architecture().equals(own);
  }

  private static Optional<List<String>> emulator(Inspection inspection) {
    Emulator emulator = EMULATORS.get(inspection.architecture());
    Optional<Path> program = new HostSystem().find(emulator.program());
    String what = "running %s Linux executables".formatted(inspection.architecture());
    if (program.isEmpty()) {
      SkippedChecks.needPackages(what, "qemu-user");
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(program.get().toString()));
    if (inspection.interpreter().isPresent()) {
      String loader = inspection.interpreter().get();
      if (!Files.exists(Path.of(emulator.sysroot() + loader))) {
        SkippedChecks.needPackages(
            what + " that need glibc", "libc6-%s-cross".formatted(emulator.debian()));
        return Optional.empty();
      }
      command.addAll(List.of("-L", emulator.sysroot().toString()));
    }
    return Optional.of(command);
  }
}
