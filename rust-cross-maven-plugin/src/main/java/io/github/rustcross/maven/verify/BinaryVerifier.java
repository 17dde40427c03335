package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first rules of verification: format, machine, linkage, loader and glibc. */
public final class BinaryVerifier {
  private final List<Problem> problems = new ArrayList<>();
  private final String file;
  private final Target target;
  private final List<Target> parts;
  private final Inspection measured;

  private BinaryVerifier(String file, Target target, List<Target> parts, Inspection measured) {
    this.file = target.triple() + "/" + file;
    this.target = target;
    this.parts = parts;
    this.measured = measured;
  }

  /**
   * Compares one binary.
   *
   * @param file its name, for messages
   * @param parts the targets that it is joined from; the target itself where it is not joined
   * @param floor the glibc version that was promised; empty where none was
   * @return what is not as promised, with both values
   */
  public static List<Problem> verify(
      String file,
      Target target,
      List<Target> parts,
      ArtifactKind kind,
      Optional<GlibcVersion> floor,
      Inspection measured) {
    BinaryVerifier verifier = new BinaryVerifier(file, target, parts, measured);
    verifier.format(kind);
    if (verifier.problems.isEmpty()) {
      verifier.fileKind(kind);
    }
    if (verifier.problems.isEmpty() && kind != ArtifactKind.STATICLIB) {
      verifier.slices();
      verifier.linkage(kind);
      verifier.loader(kind);
      verifier.glibc(floor);
    }
    return verifier.problems;
  }

  private void format(ArtifactKind kind) {
    String expected =
        kind == ArtifactKind.STATICLIB && !target.isUniversal()
            ? BinaryFormat.ARCHIVE.id()
            : target.binary().format();
    if (!measured.format().id().equals(expected)) {
      problem(
          ProblemCode.VERIFY_FORMAT,
          "is of format %s, the target needs %s".formatted(measured.format().id(), expected),
          "Something put another file in its place; build again from a clean target folder.");
      return;
    }
    String machine = machine(measured);
    String promised =
        "%s, %d bits, %s-endian"
            .formatted(
                target.platform().arch(),
                target.platform().pointerWidth(),
                target.platform().endian());
    if (!machine.equals(promised)) {
      problem(
          ProblemCode.VERIFY_MACHINE,
          "is for %s, the target needs %s".formatted(machine, promised),
          "Check that no build script brings a prebuilt library of another platform along.");
    }
  }

  private void fileKind(ArtifactKind kind) {
    List<FileKind> promised =
        measured.format() == BinaryFormat.WASM
            ? List.of(FileKind.MODULE, FileKind.COMPONENT)
            : switch (kind) {
              case BIN -> List.of(FileKind.EXECUTABLE);
              case CDYLIB -> List.of(FileKind.SHARED_LIBRARY);
              case STATICLIB -> List.of(FileKind.ARCHIVE);
            };
    if (!promised.contains(measured.kind())) {
      problem(
          ProblemCode.VERIFY_FORMAT,
          "is of kind %s, a %s has to be %s"
              .formatted(
                  measured.kind().id(),
                  kind.id(),
                  String.join(" or ", promised.stream().map(FileKind::id).toList())),
          "Look for link arguments in build scripts or flags that change what is linked.");
    }
  }

  private void slices() {
    List<String> promised = parts.stream().map(part -> part.platform().arch()).sorted().toList();
    List<String> actual =
        measured.slices().stream().map(Inspection::architecture).sorted().toList();
    if (target.isUniversal() && !actual.equals(promised)) {
      problem(
          ProblemCode.VERIFY_MACHINE,
          "has slices for %s, the target needs %s".formatted(actual, promised),
          "Build it again from a clean target folder.");
    }
  }

  private static String machine(Inspection inspection) {
    return "%s, %d bits, %s-endian"
        .formatted(inspection.architecture(), inspection.bits(), inspection.endianness().id());
  }

  private void linkage(ArtifactKind kind) {
    String promised = target.binary().linkage().get(kind);
    String actual = measured.linkage().id();
    if (promised != null && !promised.equals(actual)) {
      problem(
          ProblemCode.VERIFY_LINKAGE,
          "is linked %s%s, the target promises %s"
              .formatted(
                  actual,
                  measured.needed().isEmpty()
                      ? ""
                      : " (needs " + String.join(", ", measured.needed()) + ")",
                  promised),
          "Look for a build script or flag that changes how the crate is linked"
              + " (target-feature=crt-static, rustc-link-lib=dylib).");
    }
  }

  private void loader(ArtifactKind kind) {
    Optional<String> promised = target.libc().flatMap(Libc::loader);
    boolean hasLoader = "dynamic".equals(target.binary().linkage().get(kind));
    if (kind == ArtifactKind.BIN
        && hasLoader
        && promised.isPresent()
        && !measured.slices().stream().findAny().isPresent()
        && !measured.interpreter().equals(promised)) {
      problem(
          ProblemCode.VERIFY_LOADER,
          "asks for the loader %s, the target has %s"
              .formatted(measured.interpreter().orElse("(none)"), promised.get()),
          "The linker belongs to another platform or distribution: name one that fits with"
              + " rust.crossToolchain.");
    }
  }

  private void glibc(Optional<GlibcVersion> floor) {
    if (measured.glibc().isEmpty()) {
      return;
    }
    GlibcVersion actual = measured.glibc().get();
    boolean onGlibc = target.libc().map(Libc::name).filter("glibc"::equals).isPresent();
    if (!onGlibc) {
      problem(
          ProblemCode.VERIFY_GLIBC,
          "needs glibc %s, the target has %s"
              .formatted(actual, target.libc().map(Libc::name).orElse("no C library")),
          "A library of the host got on the link line; look at the build scripts' link-search"
              + " paths.");
    } else if (floor.isPresent() && actual.compareTo(floor.get()) > 0) {
      problem(
          ProblemCode.VERIFY_GLIBC,
          "needs glibc %s, promised is %s".formatted(actual, floor.get()),
          "Ask for the higher floor with %s.%s, or find what brings the newer symbols in."
              .formatted(target.triple(), actual));
    }
  }

  private void problem(ProblemCode code, String what, String suggestion) {
    problems.add(Problem.of(code, file + " " + what, suggestion));
  }
}
