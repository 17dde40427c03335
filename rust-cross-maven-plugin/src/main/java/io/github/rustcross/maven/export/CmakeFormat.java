package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.Role;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A toolchain file of CMake (cmake-toolchains(7)). */
final class CmakeFormat implements ExportFormat {
  /** A folder that is not there. */
  private static final String NOWHERE = "/no-libraries-of-the-target";

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
    Problems problems = new Problems();
    Compilers.check(target, id()).ifPresent(problems::add);
    if (target.name("cmakeSystem").isEmpty() || target.name("cmakeProcessor").isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "the catalog does not know what CMake calls %s: names.cmakeSystem or"
                      .formatted(target.target().triple())
                  + " names.cmakeProcessor is missing",
              "An overlay can say so: rust.catalog, see docs/catalog.md."));
    }
    target.programs().values().stream()
        .filter(path -> path.contains(";"))
        .forEach(
            path ->
                problems.add(
                    Problem.of(
                        ProblemCode.EXPORT_REFUSED,
                        "%s: CMake divides a path at semicolons: %s"
                            .formatted(target.target().triple(), path),
                        "Use another folder: -Drust.cacheDir=…")));
    problems.failIfAny();
    StringBuilder text = new StringBuilder(export.comment());
    Optional<String> compiler = target.program(Role.CC);
    if (compiler.isEmpty()) {
      // A system's name would have CMake believe that nothing it builds runs here.
      return text.append("# This machine's own compilers: CMake finds them.\n").toString();
    }
    set(text, "CMAKE_SYSTEM_NAME", target.name("cmakeSystem"));
    set(text, "CMAKE_SYSTEM_PROCESSOR", target.name("cmakeProcessor"));
    path(text, target, "CMAKE_C_COMPILER", Role.CC);
    path(text, target, "CMAKE_CXX_COMPILER", Role.CXX);
    path(text, target, "CMAKE_AR", Role.AR);
    path(text, target, "CMAKE_RANLIB", Role.RANLIB);
    flags(text, "CMAKE_C_FLAGS_INIT", target.words("CFLAGS"));
    flags(text, "CMAKE_CXX_FLAGS_INIT", target.words("CXXFLAGS"));
    for (String kind : List.of("EXE", "SHARED", "MODULE")) {
      flags(text, "CMAKE_" + kind + "_LINKER_FLAGS_INIT", target.words("LDFLAGS"));
    }
    if (target.target().libc().isEmpty()) {
      text.append("# There is no C library to link a test program with.\n");
      set(text, "CMAKE_TRY_COMPILE_TARGET_TYPE", Optional.of("STATIC_LIBRARY"));
    }
    text.append(
            "# Programs are this machine's; libraries and headers are not. Where they are the\n")
        .append("# target's: -DCMAKE_FIND_ROOT_PATH=…; without any, CMake would look everywhere.\n")
        .append("if(NOT CMAKE_FIND_ROOT_PATH)\n  ");
    set(
        text,
        "CMAKE_FIND_ROOT_PATH",
        Optional.of(target.folder().map(slashes(target)).orElse(NOWHERE)));
    text.append("endif()\n");
    set(text, "CMAKE_FIND_ROOT_PATH_MODE_PROGRAM", Optional.of("NEVER"));
    for (String kind : List.of("LIBRARY", "INCLUDE", "PACKAGE")) {
      set(text, "CMAKE_FIND_ROOT_PATH_MODE_" + kind, Optional.of("ONLY"));
    }
    return text.toString();
  }

  /** Paths as CMake has them everywhere. */
  private static UnaryOperator<String> slashes(ExportedTarget target) {
    return path -> target.host().isWindows() ? path.replace('\\', '/') : path;
  }

  private static void path(StringBuilder text, ExportedTarget target, String name, Role role) {
    set(text, name, target.program(role).map(slashes(target)));
  }

  private static void flags(StringBuilder text, String name, List<String> flags) {
    set(text, name, flags.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", flags)));
  }

  private static void set(StringBuilder text, String name, Optional<String> value) {
    value.ifPresent(
        known ->
            text.append("set(").append(name).append(' ').append(bracketed(known)).append(")\n"));
  }

  /** A bracket argument: nothing in it is anything but itself (cmake-language(7)). */
  private static String bracketed(String value) {
    String signs = "";
    // A value that ends in a bracket would be closed one sign too early.
    while ((value + "]").contains("]" + signs + "]")) {
      signs += "=";
    }
    return "[%s[%s]%s]".formatted(signs, value, signs);
  }
}
