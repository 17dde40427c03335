package io.github.rustcross.maven.it;

import io.github.rustcross.maven.host.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs 64-bit Windows executables, each as a copy beside the DLL that Debian's wine lacks, with a
 * prefix of its own.
 */
final class Wine {
  private static final Path HOME = ModuleFolders.target().resolve("wine");
  private static final Path SOURCE = ModuleFolders.root().resolve("src/it/support");
  private static final String DLL = "bcryptprimitives";

  private Wine() {}

  /** Runs an executable; empty where wine or MinGW is missing, of which a note is taken. */
  static synchronized Optional<Exec.Result> run(Path exe, List<String> arguments)
      throws IOException, InterruptedException {
    HostSystem host = new HostSystem();
    Optional<Path> wine =
        host.find("wine64")
            .or(() -> Optional.of(Path.of("/usr/lib/wine/wine64")).filter(Files::isExecutable));
    Optional<Path> gcc = host.find("x86_64-w64-mingw32-gcc");
    if (wine.isEmpty()) {
      SkippedChecks.needPackages("running x86_64 Windows executables", "wine64");
    }
    if (gcc.isEmpty()) {
      SkippedChecks.needPackages(
          "running x86_64 Windows executables: a DLL that wine lacks", "gcc-mingw-w64-x86-64");
    }
    if (wine.isEmpty() || gcc.isEmpty()) {
      return Optional.empty();
    }
    Files.createDirectories(HOME);
    Path folder = Files.createTempDirectory(HOME, "run-");
    Path copy = folder.resolve(exe.getFileName());
    Files.copy(exe, copy);
    Files.copy(dll(gcc.get()), folder.resolve(DLL + ".dll"));
    List<String> command = new ArrayList<>(List.of(wine.get().toString(), copy.toString()));
    command.addAll(arguments);
    try {
      return Optional.of(Exec.run(folder, environment(), command));
    } finally {
      delete(folder);
    }
  }

  private static Map<String, String> environment() {
    return Map.of(
        "WINEPREFIX", HOME.resolve("prefix").toString(),
        "WINEDEBUG", "-all",
        // Neither a dialog that offers to fetch something nor entries in the user's menus.
        "WINEDLLOVERRIDES", "mscoree,mshtml,winemenubuilder.exe=",
        "DISPLAY", "");
  }

  private static Path dll(Path gcc) throws IOException, InterruptedException {
    Path dll = HOME.resolve(DLL + ".dll");
    if (!Files.exists(dll)) {
      Path partial = HOME.resolve(DLL + ".part");
      Exec.output(
          HOME,
          Map.of(),
          List.of(
              gcc.toString(),
              "-shared",
              "-o",
              partial.toString(),
              SOURCE.resolve(DLL + ".c").toString(),
              "-ladvapi32"));
      Files.move(partial, dll, StandardCopyOption.REPLACE_EXISTING);
    }
    return dll;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
