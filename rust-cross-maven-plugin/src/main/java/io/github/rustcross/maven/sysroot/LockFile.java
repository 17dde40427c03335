package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code rust-cross.lock.yaml}: the very packages of a project's sysroots, with their digests. It
 * is meant to be kept with the project's sources. Immutable.
 */
public final class LockFile {
  /** What it is called, beside the pom. */
  public static final String NAME = "rust-cross.lock.yaml";

  static final int VERSION = 1;

  private static final Comparator<LockedSysroot> ORDER =
      Comparator.comparing(LockedSysroot::sysroot).thenComparing(LockedSysroot::architecture);

  private final Path file;
  private final List<LockedSysroot> sysroots;

  private LockFile(Path file, List<LockedSysroot> sysroots) {
    this.file = file;
    this.sysroots = List.copyOf(sysroots);
  }

  /**
   * Reads a lock file.
   *
   * @return one without sysroots where there is no file
   * @throws ProblemException {@code RC-SYSROOT-LOCK} if it is not written as lock files are
   */
  public static LockFile read(Path file) throws ProblemException {
    try {
      return new LockFile(
          file, Files.exists(file) ? new LockFileReader(Files.readString(file)).read() : List.of());
    } catch (IOException e) {
      throw problem(file, e.getMessage());
    }
  }

  /** All that it has. */
  public List<LockedSysroot> sysroots() {
    return sysroots;
  }

  /**
   * What it says of an order.
   *
   * @return empty where it has nothing of such a sysroot
   * @throws ProblemException {@code RC-SYSROOT-LOCK} if it was written for another release or other
   *     packages
   */
  public Optional<LockedSysroot> find(SysrootOrder order) throws ProblemException {
    Optional<LockedSysroot> found =
        sysroots.stream().filter(entry -> entry.isFor(order)).findFirst();
    if (found.isPresent()) {
      check(found.get(), order);
    }
    return found;
  }

  /**
   * The packages that it has of a sysroot beside those of an order, for goals that do not look at
   * what crates need.
   */
  public List<String> beside(SysrootOrder order) {
    return sysroots.stream()
        .filter(entry -> entry.isFor(order))
        .findFirst()
        .map(entry -> without(entry.asked(), order.asked()))
        .orElse(List.of());
  }

  private void check(LockedSysroot entry, SysrootOrder order) throws ProblemException {
    String suite = LockedSysroot.suite(order);
    if (!entry.suite().equals(suite)) {
      throw problem(
          file,
          "it has %s of the release '%s', and the catalog says '%s'"
              .formatted(order.label(), entry.suite(), suite));
    }
    List<String> more = without(order.asked(), entry.asked());
    List<String> less = without(entry.asked(), order.asked());
    if (!more.isEmpty() || !less.isEmpty()) {
      throw problem(
          file,
          "it has %s for other packages:%s%s"
              .formatted(
                  order.label(),
                  more.isEmpty() ? "" : " it lacks " + String.join(", ", more),
                  less.isEmpty()
                      ? ""
                      : (more.isEmpty() ? "" : " and")
                          + " it was written with "
                          + String.join(", ", less)));
    }
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  /** The same with a sysroot more, or with another content of one. */
  public LockFile with(LockedSysroot entry) {
    return new LockFile(
        file,
        Stream.concat(
                sysroots.stream().filter(other -> ORDER.compare(other, entry) != 0),
                Stream.of(entry))
            .sorted(ORDER)
            .toList());
  }

  /**
   * Writes it, at once.
   *
   * @throws IOException if it cannot be written; then the old one is as it was
   */
  public void write() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path next = TemporaryFolder.name(folder);
    try {
      Files.writeString(next, text());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** The file, one line for each package, so that differences are easy to read. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The packages of this project's sysroots. Written by rust-cross; keep it with the sources.");
    lines.add("lockVersion: " + VERSION);
    lines.add(sysroots.isEmpty() ? "sysroots: []" : "sysroots:");
    for (LockedSysroot entry : sysroots) {
      lines.add("  - sysroot: " + quoted(entry.sysroot()));
      lines.add("    architecture: " + quoted(entry.architecture()));
      lines.add("    suite: " + quoted(entry.suite()));
      lines.add(
          "    asked: ["
              + entry.asked().stream().map(LockFile::quoted).collect(Collectors.joining(", "))
              + "]");
      lines.add(entry.packages().isEmpty() ? "    packages: []" : "    packages:");
      entry.packages().forEach(each -> lines.add("      - { " + line(each) + " }"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(ResolvedPackage each) {
    return "name: %s, version: %s, architecture: %s, sha256: %s, size: %d, file: %s"
        .formatted(
            quoted(each.name()),
            quoted(each.version()),
            quoted(each.architecture()),
            quoted(each.sha256()),
            each.size(),
            quoted(each.file()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static ProblemException problem(Path file, String what) {
    return new ProblemException(
        Problem.of(
            ProblemCode.SYSROOT_LOCK,
            "%s does not serve: %s".formatted(file, what),
            "Have it written anew with -Drust.sysrootLock, and look at what changed before"
                + " you commit it."));
  }
}
