package io.github.rustcross.maven.report;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Finding;
import io.github.rustcross.verify.Verification;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A binary of a target, at its place or refused.
 *
 * @param target its target
 * @param expected what it was to be
 * @param size its size in bytes
 * @param verification what was measured in it, and how it compares
 * @param finished where it lies; empty where it was refused
 */
record BinaryResult(
    TargetResult target,
    ExpectedArtifact expected,
    long size,
    Verification verification,
    Optional<FinishedArtifact> finished) {

  /** All binaries of a target: those at their place, then those that were refused. */
  static List<BinaryResult> of(TargetResult target) {
    return Stream.concat(
            target.artifacts().stream()
                .map(
                    artifact ->
                        new BinaryResult(
                            target,
                            artifact.expected(),
                            artifact.size(),
                            artifact.verification(),
                            Optional.of(artifact))),
            target.refused().stream()
                .map(
                    refused ->
                        new BinaryResult(
                            target,
                            refused.expected(),
                            refused.size(),
                            refused.verification(),
                            Optional.empty())))
        .toList();
  }

  Inspection inspection() {
    return verification.inspection();
  }

  /** The word for its kind; rustc calls a WebAssembly module what its source would be elsewhere. */
  String kind() {
    boolean wasm =
        inspection().format() == BinaryFormat.WASM && expected.kind() != ArtifactKind.STATICLIB;
    return wasm ? "wasm" : expected.kind().id();
  }

  Verdict verdict(Check check) {
    return Verdict.of(check, target.levels());
  }

  /** The worst of some rules; that nothing is promised where none of them was looked at. */
  Verdict worst(List<Rule> rules) {
    return verification.checks().stream()
        .filter(check -> rules.contains(check.rule()))
        .map(this::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.MEASURED);
  }

  /** The worst of all rules. */
  Verdict worst() {
    return worst(List.of(Rule.values()));
  }

  /** The rules for which it has a verdict. */
  List<Rule> rules(Verdict verdict) {
    return verification.checks().stream()
        .filter(check -> verdict(check) == verdict)
        .map(Check::rule)
        .distinct()
        .toList();
  }

  /** All that is broken, but for rules that are off. */
  List<Finding> findings(Map<Rule, RuleKnowledge> rules) {
    return verification.broken().stream()
        .filter(check -> verdict(check) != Verdict.IGNORED)
        .map(check -> finding(check, rules))
        .toList();
  }

  /** A broken check in the catalog's words. */
  private Finding finding(Check check, Map<Rule, RuleKnowledge> rules) {
    String triple = target.triple().value();
    return Finding.of(
        check,
        rules.get(check.rule()),
        target.levels().of(check.rule()),
        triple + "/" + expected.file(),
        triple);
  }
}
