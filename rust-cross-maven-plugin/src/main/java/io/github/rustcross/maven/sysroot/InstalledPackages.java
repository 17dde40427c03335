package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.ControlReader;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Packages of a foreign architecture that dpkg has installed on this machine. */
final class InstalledPackages {
  /** The root of this machine. */
  static final Path ROOT = Path.of("/");

  private static final Path DATABASE = Path.of("var/lib/dpkg");
  private static final String STATUS = "install ok installed";

  private final Path root;

  InstalledPackages(Path root) {
    this.root = root;
  }

  /** The machine as a sysroot, if it has all packages of an order. */
  Optional<SysrootRecord> present(SysrootOrder order) {
    try {
      return missing(order).isEmpty() ? Optional.of(record()) : Optional.empty();
    } catch (IOException e) {
      // What dpkg does not tell is told where the sysroot is required.
      return Optional.empty();
    }
  }

  /**
   * The machine as a sysroot.
   *
   * @throws ProblemException {@code RC-SYSROOT-MISSING} with the commands that install what is
   *     missing
   */
  SysrootRecord require(SysrootOrder order) throws ProblemException {
    List<String> missing;
    try {
      missing = missing(order);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.SYSROOT_MISSING,
              "%s is for machines whose packages are dpkg's: %s cannot be read"
                  .formatted(order.label(), root.resolve(DATABASE).resolve("status")),
              "Take another sysroot, which is made of packages that are fetched (docs/sysroots.md)."),
          e);
    }
    if (missing.isEmpty()) {
      return record();
    }
    String names =
        missing.stream()
            .map(name -> name + ":" + order.architecture())
            .collect(Collectors.joining(" "));
    throw new ProblemException(
        Problem.of(
            ProblemCode.SYSROOT_MISSING,
            "%s: not installed on this machine: %s".formatted(order.label(), names),
            "dpkg --add-architecture %s && apt-get update && apt-get install -y %s"
                .formatted(order.architecture(), names)));
  }

  private SysrootRecord record() {
    return new SysrootRecord(root, List.of(), "dpkg", Instant.EPOCH, 0);
  }

  private List<String> missing(SysrootOrder order) throws IOException {
    List<String> missing = new ArrayList<>(order.packages());
    try (InputStream stream =
        new BufferedInputStream(Files.newInputStream(root.resolve(DATABASE).resolve("status")))) {
      ControlReader reader = ControlReader.of(stream, Set.of("Package", "Architecture", "Status"));
      for (Optional<Map<String, String>> fields = reader.next();
          fields.isPresent();
          fields = reader.next()) {
        boolean installed =
            STATUS.equals(fields.get().get("Status"))
                && Set.of(order.architecture(), "all").contains(fields.get().get("Architecture"));
        if (installed) {
          missing.remove(fields.get().get("Package"));
        }
      }
    }
    return missing;
  }
}
