package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.RuleKnowledge;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Image;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of a target of the bundled catalog, and what came of looking at its bytes. */
record Verified(BinarySubject subject, Verification verification) {
  static final TargetCatalog CATALOG = TargetCatalog.bundled();

  /** The words that only who knows more than the file can fill in. */
  private static final Set<String> OF_OTHERS = Set.of("origin", "toolchain");

  private static final Pattern WORD = Pattern.compile("\\{([a-zA-Z]+)}");

  static Target target(String triple) {
    return CATALOG.require(new TargetTriple(triple));
  }

  /** A subject of which nothing but the catalog's promises is known. */
  static BinarySubject subject(String triple, ArtifactKind kind) {
    return BinarySubject.of("a-file", target(triple), kind);
  }

  static BinarySubject withFloor(BinarySubject subject, String floor) {
    return new BinarySubject(
        subject.file(),
        subject.target(),
        subject.parts(),
        subject.kind(),
        GlibcVersion.parse(floor),
        subject.allowed());
  }

  static BinarySubject allowing(BinarySubject subject, String... allowed) {
    return new BinarySubject(
        subject.file(),
        subject.target(),
        subject.parts(),
        subject.kind(),
        subject.floor(),
        List.of(allowed));
  }

  static Verified of(byte[] bytes, BinarySubject subject) throws Exception {
    return new Verified(subject, BinaryVerifier.verify(ByteSource.of(bytes), subject));
  }

  static Verified bin(Image image, String triple) throws Exception {
    return of(image.bytes(), subject(triple, ArtifactKind.BIN));
  }

  static Verified cdylib(Image image, String triple) throws Exception {
    return of(image.bytes(), subject(triple, ArtifactKind.CDYLIB));
  }

  /** The checks of a rule, as {@code [part: ]measured | promised | outcome}. */
  List<String> lines(Rule rule) {
    return verification.checks().stream()
        .filter(check -> check.rule() == rule)
        .map(
            check ->
                "%s%s | %s | %s"
                    .formatted(
                        check.subject().isEmpty() ? "" : check.subject() + ": ",
                        check.measured(),
                        check.promised(),
                        check.outcome().id()))
        .toList();
  }

  /** The rules that are broken, each once. */
  List<Rule> broken() {
    return verification.broken().stream().map(Check::rule).distinct().toList();
  }

  /** What a user reads of a rule that is broken once. */
  Finding finding(Rule rule) {
    List<Check> checks =
        verification.broken().stream().filter(check -> check.rule() == rule).toList();
    assertThat(checks).as(rule.id()).hasSize(1);
    Check check = checks.get(0);
    RuleKnowledge knowledge = CATALOG.rules().get(rule);
    assertThat(words(knowledge)).as(rule.id()).isSubsetOf(produced(check));
    Finding finding =
        Finding.of(
            check, knowledge, knowledge.level(), subject.file(), subject.target().triple().value());
    assertThat(finding.cause() + finding.fix()).isNotBlank().doesNotContain("{", "}");
    return finding;
  }

  private static Collection<String> words(RuleKnowledge knowledge) {
    return WORD.matcher(knowledge.cause() + knowledge.fix())
        .results()
        .map(word -> word.group(1))
        .filter(word -> !OF_OTHERS.contains(word))
        .toList();
  }

  private static Set<String> produced(Check check) {
    Set<String> words = new HashSet<>(Set.of("file", "triple", "measured", "promised"));
    words.addAll(check.words().keySet());
    assertThat(check.rule().words()).as(check.rule().id()).containsAll(words);
    return words;
  }

  /** What has to be shipped along. */
  List<String> runtimeDependencies() {
    return verification.runtimeDependencies();
  }

  /** The only broken rule's finding. */
  Finding onlyFinding() {
    assertThat(broken()).hasSize(1);
    return finding(broken().get(0));
  }
}
