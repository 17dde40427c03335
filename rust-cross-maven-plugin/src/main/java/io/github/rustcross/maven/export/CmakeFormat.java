package io.github.rustcross.maven.export;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.CmakeToolchainFile;

/** A toolchain file of CMake (cmake-toolchains(7)). */
final class CmakeFormat implements ExportFormat {
  @Override
  public String id() {
    return "cmake";
  }

  @Override
  public boolean takesSeveral() {
    return false;
  }

  @Override
  public String text(Export export) throws ProblemException {
    ExportedTarget target = export.targets().get(0);
    CmakeToolchainFile file =
        new CmakeToolchainFile(
            target.target(),
            target.host(),
            target.programs(),
            target.environment().variables(),
            target.environment().found());
    Problems problems = new Problems();
    Compilers.check(target, id()).ifPresent(problems::add);
    if (!file.unknownNames().isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "the catalog does not know what CMake calls %s: names.cmakeSystem or"
                      .formatted(target.target().triple())
                  + " names.cmakeProcessor is missing",
              "An overlay can say so: rust.catalog, see docs/catalog.md."));
    }
    for (String path : file.divided()) {
      problems.add(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "%s: CMake divides a path at semicolons: %s"
                  .formatted(target.target().triple(), path),
              "Use another folder: -Drust.cacheDir=…"));
    }
    problems.failIfAny();
    return export.comment() + file.text();
  }
}
