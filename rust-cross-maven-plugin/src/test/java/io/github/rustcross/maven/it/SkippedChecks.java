package io.github.rustcross.maven.it;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of what could not be checked on this machine. Checks add to it; the module's build
 * prints it at its end and fails for it where {@code RUST_CROSS_NO_SKIPS=true}.
 */
public final class SkippedChecks {
  private static final Path FILE = ModuleFolders.target().resolve("skipped-checks.txt");
  private static final String APT = "apt-get install -y ";

  private SkippedChecks() {}

  /** Notes that something was not checked for want of Debian packages. */
  public static void needPackages(String what, String... packages) {
    need(what, APT + String.join(" ", packages));
  }

  /** Notes that something was not checked, and the command that makes it possible. */
  public static synchronized void need(String what, String command) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE,
          what + ": " + command + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints the list, and ends with 1 where nothing may be skipped. */
  public static void main(String[] args) throws IOException {
    List<String> lines =
        Files.exists(FILE) ? List.copyOf(new TreeSet<>(Files.readAllLines(FILE))) : List.of();
    print(lines, System.out);
    if (!lines.isEmpty() && "true".equals(System.getenv("RUST_CROSS_NO_SKIPS"))) {
      System.out.println("RUST_CROSS_NO_SKIPS=true: every skipped check is a failure.");
      System.exit(1);
    }
  }

  static void print(List<String> lines, PrintStream out) {
    if (lines.isEmpty()) {
      out.println("Skipped checks: none");
      return;
    }
    out.println("Skipped checks (install with):");
    lines.forEach(line -> out.println("  " + line));
    String packages =
        lines.stream()
            .map(line -> line.substring(line.lastIndexOf(": ") + 2))
            .filter(command -> command.startsWith(APT))
            .flatMap(command -> Stream.of(command.substring(APT.length()).split(" ")))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    if (!packages.isEmpty()) {
      out.println("All Debian packages at once:");
      out.println("  " + APT + packages);
    }
  }
}
