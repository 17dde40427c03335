package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.Resolution;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What can be wrong with sysroots, and what to do about it. */
final class SysrootProblems {
  private static final String MIRROR =
      "name an archive that has it: -Drust.sysrootMirror=https://…/debian (docs/sysroots.md)";

  private SysrootProblems() {}

  /** An archive cannot be reached, or does not have what it should. */
  static ProblemException source(String message) {
    return problem(
        ProblemCode.SYSROOT_SOURCE,
        message,
        "See to it that the archive can be reached, or " + MIRROR);
  }

  /** Nobody vouches for what came. */
  static ProblemException untrusted(String message) {
    return problem(
        ProblemCode.SYSROOT_UNTRUSTED,
        message,
        "Nothing of it was kept. Find out what answers in the place of the archive; keys of an"
            + " archive of your own go into an overlay (docs/sysroots.md).");
  }

  /** A package that somebody picked is not the one that was picked. */
  static ProblemException replaced(SysrootOrder order, ResolvedPackage picked, String actual) {
    return problem(
        ProblemCode.SYSROOT_UNTRUSTED,
        "%s has sha256 %s, and sysroot %s (%s) says %s"
            .formatted(
                picked.file().startsWith("file:") ? Path.of(URI.create(picked.file())) : picked,
                actual,
                order.sysroot().name(),
                order.sysroot().origin(),
                picked.sha256()),
        "Nothing of it was kept. Get the file that was picked, or correct 'sha256' if it is this one.");
  }

  /** Packages that cannot be had. */
  static ProblemException unresolved(SysrootOrder order, Resolution resolution) {
    return problem(
        ProblemCode.SYSROOT_PACKAGE,
        "%s cannot be made:\n  - %s"
            .formatted(
                order.label(),
                resolution.failures().stream()
                    .map(Resolution.Failure::toString)
                    .collect(Collectors.joining("\n  - "))),
        "Correct the names (-Drust.sysrootPackages=…), or take another release.");
  }

  /** A picked or resolved package is another than it should be. */
  static ProblemException otherPackage(String message) {
    return problem(
        ProblemCode.SYSROOT_PACKAGE,
        message,
        "Correct the packages of the sysroot in the overlay.");
  }

  /** A package that cannot be unpacked. */
  static ProblemException malformed(String message, Throwable cause) {
    return new ProblemException(
        Problem.of(
            ProblemCode.SYSROOT_MALFORMED,
            message,
            "Nothing of it was kept. The package has the digest that was expected: ask whoever made"
                + " it, or take another."),
        cause);
  }

  /** Nothing is here, and nothing may be fetched. */
  static ProblemException missing(SysrootOrder order) {
    return problem(
        ProblemCode.SYSROOT_MISSING,
        "%s is not on this machine, and nothing may be fetched (-o)".formatted(order.label()),
        "Have it made once with network: mvn rust-cross:provision");
  }

  /** There is no apt here, and no mirror is named. */
  static ProblemException noSource(SysrootOrder order) {
    return problem(
        ProblemCode.SYSROOT_MISSING,
        "%s is not on this machine, which has no apt-get to fetch it with".formatted(order.label()),
        "To fetch it from an archive, " + MIRROR);
  }

  private static ProblemException problem(ProblemCode code, String message, String suggestion) {
    return new ProblemException(Problem.of(code, message, suggestion));
  }
}
