package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.fixture.Binaries;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.RefusedArtifact;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.maven.report.TargetResult.ToolchainUsed;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Check.Outcome;
import io.github.rustcross.verify.Finding;
import io.github.rustcross.verify.RuleLevels;
import io.github.rustcross.verify.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with a target of each sort: built, warned of, refused, left out, failed. */
final class Reports {
  private static final Map<Rule, RuleKnowledge> RULES =
      Map.of(
          Rule.LIBRARY,
          rule(
              "needed libraries",
              "{library} is no part of the platform.",
              "Link it statically; or, where your users have it, -Drust.verify.allow={library}"),
          Rule.GLIBC,
          rule(
              "newest glibc version needed",
              "{symbols} came with glibc {measured}.",
              "Ask for the higher floor: {triple}.{measured}"),
          Rule.INSTALL_NAME,
          rule("name under which it is asked for", "The linker wrote <where> it was.", "Print it."),
          Rule.BUILD_PATH,
          rule("paths of this machine", "Debug information.", "Strip it."));

  private static final RuleLevels LEVELS =
      new RuleLevels(Map.of(Rule.INSTALL_NAME, RuleLevel.WARN, Rule.BUILD_PATH, RuleLevel.REPORT));

  private Reports() {}

  /** The report, with binaries in a folder; names are such that a page could break. */
  static BuildReport all(Path folder) {
    return new BuildReport(
        List.of("app <1.0>", "other 2.0"),
        Optional.of(Instant.ofEpochSecond(1_795_219_200L)),
        Optional.of("1.0.0+\"company\""),
        Optional.of("1.95.0"),
        Optional.of("1.95.0"),
        RULES,
        List.of(built(folder), warned(folder), refused(), skipped(), failed()),
        List.of(),
        List.of());
  }

  private static TargetResult built(Path folder) {
    return target(
        "x86_64-unknown-linux-gnu",
        Status.BUILT,
        "2.17",
        List.of(
            Binaries.finished(
                folder.resolve("x86_64-unknown-linux-gnu/<script>alert('x')<&script>\".so"),
                ArtifactKind.CDYLIB,
                "jar",
                "linux-x86_64",
                1536,
                verification(
                    Binaries.dynamic(
                        BinaryFormat.ELF, FileKind.SHARED_LIBRARY, "x86_64", 64, "libc.so.6"),
                    List.of(),
                    kept(Rule.LIBRARY, "libc.so.6", "libraries of the platform"),
                    reported(Rule.HARDENING, "partial RELRO, \"quoted\" & more")))),
        List.of(),
        List.of());
  }

  private static TargetResult warned(Path folder) {
    Verification verification =
        verification(
            Binaries.universal("/usr/lib/dyld"),
            List.of("/opt/lib/libextra.dylib"),
            kept(Rule.LIBRARY, "/usr/lib/libSystem.B.dylib", "libraries of the platform"),
            new Check(Rule.MINIMUM_OS, "aarch64", "macos 11.0", "", Outcome.REPORTED, Map.of()),
            broken(Rule.INSTALL_NAME, "/build/libapp.dylib", "@rpath/*", Map.of()));
    TargetResult without =
        target(
            "universal2-apple-darwin",
            Status.BUILT,
            "",
            List.of(
                Binaries.finished(
                    folder.resolve("universal2-apple-darwin/libapp.dylib"),
                    ArtifactKind.CDYLIB,
                    "jar",
                    "osx-universal2",
                    5_452_595,
                    verification)),
            List.of(),
            List.of());
    return new TargetResult(
        without.triple(),
        without.status(),
        without.toolchain(),
        without.floor(),
        without.levels(),
        without.artifacts(),
        without.refused(),
        List.of(),
        problems(without, RuleLevel.WARN));
  }

  private static TargetResult refused() {
    FinishedArtifact binary =
        Binaries.finished(
            Path.of("app"),
            ArtifactKind.BIN,
            "exe",
            "linux-aarch_64",
            2048,
            verification(
                Binaries.glibc("aarch64", "/lib/ld-linux-aarch64.so.1", "2.34"),
                List.of(),
                broken(
                    Rule.LIBRARY,
                    "needs libß.so",
                    "libraries of the platform",
                    Map.of("library", "libß.so")),
                broken(
                    Rule.GLIBC,
                    "2.34",
                    "2.17 or older",
                    Map.of("symbols", "pthread_create@GLIBC_2.34")),
                broken(Rule.BUILD_PATH, "/home/me/<app>", "none", Map.of())));
    TargetResult without =
        target(
            "aarch64-unknown-linux-gnu",
            Status.FAILED,
            "2.17",
            List.of(),
            List.of(new RefusedArtifact(binary.expected(), binary.size(), binary.verification())),
            List.of());
    return target(
        "aarch64-unknown-linux-gnu",
        Status.FAILED,
        "2.17",
        List.of(),
        without.refused(),
        problems(without, RuleLevel.STRICT));
  }

  private static TargetResult skipped() {
    return TargetResult.skipped(
        new TargetTriple("x86_64-pc-windows-msvc"),
        Problem.of(
            ProblemCode.TOOLCHAIN_UNAVAILABLE,
            "no toolchain serves it:\n  - one\n  - other",
            "Install one: apt-get install -y one"));
  }

  private static TargetResult failed() {
    return target(
        "s390x-unknown-linux-gnu",
        Status.FAILED,
        "2.17",
        List.of(),
        List.of(),
        List.of(
            Problem.of(
                ProblemCode.CARGO_FAILED, "error: cannot find `Vec<T>` && \u0007 \ud83e\udd80")));
  }

  /** As a build makes them of findings. */
  private static List<Problem> problems(TargetResult target, RuleLevel level) {
    return BinaryResult.of(target).stream()
        .flatMap(binary -> binary.findings(RULES).stream())
        .filter(finding -> finding.level() == level)
        .map(Reports::problem)
        .toList();
  }

  private static Problem problem(Finding finding) {
    return Problem.of(
        ProblemCode.of(finding.rule()),
        finding.message() + "\n    " + finding.cause(),
        finding.fix());
  }

  private static TargetResult target(
      String triple,
      Status status,
      String floor,
      List<FinishedArtifact> artifacts,
      List<RefusedArtifact> refused,
      List<Problem> problems) {
    return new TargetResult(
        new TargetTriple(triple),
        status,
        Optional.of(new ToolchainUsed("zig", Optional.of("0.17.0"))),
        GlibcVersion.parse(floor),
        LEVELS,
        artifacts,
        refused,
        problems,
        List.of());
  }

  private static Verification verification(
      Inspection measured, List<String> dependencies, Check... checks) {
    return new Verification(measured, new ArchiveDetails(List.of()), List.of(checks), dependencies);
  }

  private static Check kept(Rule rule, String measured, String promised) {
    return new Check(rule, "", measured, promised, Outcome.KEPT, Map.of());
  }

  private static Check reported(Rule rule, String measured) {
    return new Check(rule, "", measured, "", Outcome.REPORTED, Map.of());
  }

  private static Check broken(
      Rule rule, String measured, String promised, Map<String, String> words) {
    return new Check(rule, "", measured, promised, Outcome.BROKEN, words);
  }

  private static RuleKnowledge rule(String description, String cause, String fix) {
    return new RuleKnowledge(
        description, RuleLevel.STRICT, cause, fix, new Origin("catalog.yaml", 1, 1));
  }
}
