package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.verify.BinarySubject;
import io.github.rustcross.verify.BinaryVerifier;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Finding;
import io.github.rustcross.verify.SymbolWords;
import io.github.rustcross.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies the binaries of one target, and says who is to blame where that can be told. */
public final class ArtifactVerifier {
  private final TargetCatalog catalog;
  private final TargetPlan plan;
  private final List<String> allowed;
  private final BuildPaths buildPaths;
  private final LinkInputs inputs;
  private final ForeignSources sources;
  private final JniChecks jni;

  /**
   * A verifier for one target.
   *
   * @param ofSysroot libraries that it may need because it was linked against their sysroot
   * @param buildPaths paths of this machine, which have no business in a binary
   * @param inputs what was compiled for the target
   * @param sources the foreign code of packages, the same for all targets
   * @param jni what the JVM wants of libraries
   */
  public ArtifactVerifier(
      TargetCatalog catalog,
      TargetPlan plan,
      List<String> ofSysroot,
      BuildPaths buildPaths,
      LinkInputs inputs,
      ForeignSources sources,
      JniChecks jni) {
    this.catalog = catalog;
    this.plan = plan;
    this.allowed =
        Stream.concat(plan.verification().allowed().stream(), ofSysroot.stream()).toList();
    this.buildPaths = buildPaths;
    this.inputs = inputs;
    this.sources = sources;
    this.jni = jni;
  }

  /**
   * Looks at a binary.
   *
   * @throws MalformedBinaryException if it cannot be read as one
   */
  public Verification verify(Path file, ExpectedArtifact artifact)
      throws IOException, MalformedBinaryException {
    BinarySubject subject =
        new BinarySubject(
            artifact.file(), plan.target(), plan.parts(), artifact.kind(), plan.floor(), allowed);
    LinkInputs linked = inputs.of(artifact.packageId());
    LinkOrigins origins = new LinkOrigins(linked);
    try (ByteSource source = ByteSource.open(file)) {
      Verification verification = BinaryVerifier.verify(source, subject);
      List<Check> checks = new ArrayList<>();
      for (Check check : verification.checks()) {
        checks.add(check.isBroken() ? explained(check, origins) : check);
      }
      if (isOn(Rule.STALE)) {
        checks.addAll(StaleSources.checks(linked, sources));
      }
      if (isOn(Rule.BUILD_PATH)) {
        checks.add(buildPaths.check(source, verification.details()));
      }
      return verification.with(checks);
    }
  }

  /**
   * Looks at the libraries of the target together, as the JVM finds functions in any of them.
   *
   * @param built everything that was built for the target
   * @return further checks for some of it
   */
  public Map<ExpectedArtifact, List<Check>> verify(Map<ExpectedArtifact, BinaryDetails> built) {
    return jni.of(built);
  }

  /** The findings of broken checks, but for those of rules that are off. */
  public List<Finding> findings(String file, List<Check> checks) {
    return checks.stream()
        .filter(Check::isBroken)
        .filter(check -> level(check) != RuleLevel.OFF)
        .map(check -> finding(file, check, level(check)))
        .toList();
  }

  /** What cannot be read is refused whatever the level: nothing could be said of it. */
  public Finding unreadable(String file, MalformedBinaryException reason) {
    return finding(file, Check.malformed(reason.getMessage()), RuleLevel.STRICT);
  }

  private Finding finding(String file, Check check, RuleLevel level) {
    return Finding.of(
        check,
        catalog.rules().get(check.rule()),
        level,
        target().triple() + "/" + file,
        target().triple().value());
  }

  private boolean isOn(Rule rule) {
    return plan.verification().levels().of(rule) != RuleLevel.OFF;
  }

  private RuleLevel level(Check check) {
    return plan.verification().levels().of(check.rule());
  }

  private Target target() {
    return plan.target();
  }

  /** Searching takes as long as reading all that was linked: only for what is told. */
  private Check explained(Check check, LinkOrigins origins) throws IOException {
    if (level(check) == RuleLevel.OFF) {
      return check;
    }
    return switch (check.rule()) {
      case LIBRARY -> with(check, origins.ofLibrary(check.words().getOrDefault("library", "")));
      case GLIBC, SYMBOL_VERSION ->
          with(check, origin(check, origins))
              .with("toolchain", FloorAdvice.of(catalog, target(), plan.toolchain()));
      default -> check;
    };
  }

  private static Optional<String> origin(Check check, LinkOrigins origins) throws IOException {
    for (String symbol : SymbolWords.of(check)) {
      Optional<String> found = origins.ofSymbol(symbol);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Check with(Check check, Optional<String> origin) {
    return check.with("origin", origin.map(text -> "; " + text).orElse(""));
  }
}
