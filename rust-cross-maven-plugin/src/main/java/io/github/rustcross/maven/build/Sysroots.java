package io.github.rustcross.maven.build;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.plan.SysrootRequest;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.TargetSysroot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sysroots of a build: where they are, and fetching them. */
public final class Sysroots implements SysrootFinder {
  private static final Origin PARAMETER = Origin.of("rust.sysroot");

  /** What the C library prints when it is run; it is in the file as it is. */
  private static final Pattern GLIBC =
      Pattern.compile("GNU C Library [^\\n]* version (\\d+\\.\\d+)");

  @Override
  public Found find(Target target, SysrootRequest request, List<String> packages)
      throws ProblemException {
    if (request instanceof SysrootRequest.Folder folder) {
      return folder(target, folder);
    }
    SysrootRequest.OfCatalog named = (SysrootRequest.OfCatalog) request;
    if (named.sysroot().source() instanceof SysrootSource.Installed) {
      return installed(target, named);
    }
    throw new IllegalStateException("no store for " + named.name());
  }

  /**
   * Those of some targets, whatever their crates need.
   *
   * @throws ProblemException with everything that stands against them
   */
  Map<TargetTriple, TargetSysroot> of(List<TargetRequest> targets) throws ProblemException {
    Problems problems = new Problems();
    Map<TargetTriple, TargetSysroot> found = new LinkedHashMap<>();
    for (TargetRequest target : targets) {
      target
          .sysroot()
          .flatMap(asked -> problems.of(() -> find(target.target(), asked, List.of())))
          .ifPresent(sysroot -> found.put(target.target().triple(), sysroot.sysroot()));
    }
    problems.failIfAny();
    return found;
  }

  private static Found folder(Target target, SysrootRequest.Folder request)
      throws ProblemException {
    Path root = request.path();
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
    return new Found(
        target,
        request,
        List.of(),
        new TargetSysroot(
            root.toString(),
            Optional.of(root),
            glibc(root, target),
            words(root, target),
            PARAMETER),
        true);
  }

  /** Debian's multiarch: libraries of several architectures beside each other in one system. */
  private static Found installed(Target target, SysrootRequest.OfCatalog request)
      throws ProblemException {
    String multiarch = target.names().get("multiarch");
    Path libraries = Path.of("/usr/lib", multiarch);
    if (!Files.isDirectory(libraries)) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.SYSROOT_UNKNOWN,
              "rust.sysroot=%s: this machine has no packages of %s: there is no %s"
                  .formatted(request.name(), target.names().get("dpkg"), libraries),
              "dpkg --add-architecture %1$s && apt-get update && apt-get install libc6-dev:%1$s"
                  .formatted(target.names().get("dpkg"))));
    }
    Path root = Path.of("/");
    return new Found(
        target,
        request,
        List.of(),
        new TargetSysroot(
            request.name(), Optional.empty(), glibc(root, target), Map.of(), PARAMETER),
        true);
  }

  /** Where it has the libraries of a gcc. */
  static Map<String, String> words(Path root, Target target) {
    Map<String, String> words = new LinkedHashMap<>();
    Path folder = root.resolve("usr/lib/gcc").resolve(target.names().getOrDefault("multiarch", ""));
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
        // Without the word, the compiler's own libraries are taken.
        return words;
      }
    }
    return words;
  }

  private static Optional<GlibcVersion> glibc(Path root, Target target) {
    String multiarch = target.names().getOrDefault("multiarch", "");
    return Stream.of("lib/" + multiarch, "usr/lib/" + multiarch, "lib64", "usr/lib64", "lib")
        .map(folder -> root.resolve(folder).resolve("libc.so.6"))
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(Sysroots::glibc);
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
