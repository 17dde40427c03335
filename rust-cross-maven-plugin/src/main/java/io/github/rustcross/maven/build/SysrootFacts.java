package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.TargetSysroot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a folder with a target's system tells of itself. */
final class SysrootFacts {
  private static final Origin PARAMETER = Origin.of("rust.sysroot");

  /** What the C library prints when it is run; it is in the file as it is. */
  private static final Pattern GLIBC =
      Pattern.compile("GNU C Library [^\\n]* version (\\d+\\.\\d+)");

  private SysrootFacts() {}

  /**
   * A folder of the user's.
   *
   * @throws ProblemException if it is none
   */
  static TargetSysroot folder(Target target, Path root) throws ProblemException {
    if (!Files.isDirectory(root.resolve("usr")) && !Files.isDirectory(root.resolve("lib"))) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.SYSROOT_UNKNOWN,
              "rust.sysroot: %s %s"
                  .formatted(
                      root,
                      Files.isDirectory(root)
                          ? "has neither usr nor lib, and is no sysroot"
                          : "is not there"),
              "A sysroot is a folder with usr/include and usr/lib of the target's system."));
    }
    return new TargetSysroot(
        root.toString(), Optional.of(root), glibc(root, target), words(root, target), PARAMETER);
  }

  /** Debian's multiarch: libraries of several architectures beside each other in one system. */
  static TargetSysroot installed(Target target, String name) {
    return new TargetSysroot(
        name,
        Optional.empty(),
        glibc(Path.of("/"), target),
        Map.of(TargetSysroot.PACKAGES, ""),
        PARAMETER);
  }

  /** What is known of a folder with packages, which may still have to be made. */
  static Map<String, String> ofPackages(Path root, Target target, boolean here) {
    Map<String, String> words = here ? words(root, target) : new LinkedHashMap<>();
    words.put(TargetSysroot.PACKAGES, root.toString());
    return words;
  }

  /** Where it has the libraries of a gcc. */
  static Map<String, String> words(Path root, Target target) {
    Map<String, String> words = new LinkedHashMap<>();
    Path folder = root.resolve("usr/lib/gcc").resolve(multiarch(target));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> versions = Files.list(folder)) {
        versions
            .map(version -> version.getFileName().toString())
            .filter(version -> version.matches("\\d+"))
            .map(Integer::valueOf)
            .max(Integer::compare)
            .ifPresent(
                newest -> {
                  words.put("gcc", folder.resolve(newest.toString()).toString());
                  words.put("gccPrefix", root.resolve("usr").toString());
                });
      } catch (IOException e) {
        // Without the words, the compiler's own libraries are taken.
        return words;
      }
    }
    return words;
  }

  private static String multiarch(Target target) {
    return target.names().getOrDefault("multiarch", "");
  }

  private static Optional<GlibcVersion> glibc(Path root, Target target) {
    String multiarch = multiarch(target);
    return Stream.of("lib/" + multiarch, "usr/lib/" + multiarch, "lib64", "usr/lib64", "lib")
        .map(folder -> root.resolve(folder).resolve("libc.so.6"))
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(SysrootFacts::glibc);
  }

  private static Optional<GlibcVersion> glibc(Path library) {
    try {
      String text = new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1);
      Matcher version = GLIBC.matcher(text);
      return version.find() ? GlibcVersion.parse(version.group(1)) : Optional.empty();
    } catch (IOException e) {
      // No floor is promised then.
      return Optional.empty();
    }
  }
}
