package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a binary is linked: statically or not, with which loader, with which glibc. */
final class LinkRules {
  private static final String GLIBC = "glibc";

  private final Checks checks;
  private final BinarySubject subject;
  private final Target target;
  private final Inspection measured;

  private LinkRules(Checks checks, Inspection measured) {
    this.checks = checks;
    this.subject = checks.subject();
    this.target = subject.target();
    this.measured = measured;
  }

  static void check(Checks checks, Inspection measured, BinaryDetails details) {
    LinkRules rules = identity(checks, measured);
    if (details instanceof ElfDetails elf) {
      rules.glibc(elf);
    }
  }

  static LinkRules identity(Checks checks, Inspection measured) {
    LinkRules rules = new LinkRules(checks, measured);
    rules.linkage();
    rules.loader();
    return rules;
  }

  private void linkage() {
    String actual = measured.linkage().id();
    String promised = target.binary().linkage().get(subject.kind());
    if (promised == null) {
      checks.report(Rule.LINKAGE, "", actual);
    } else {
      checks.compare(Rule.LINKAGE, "", actual, promised, actual.equals(promised));
    }
  }

  private void loader() {
    Optional<String> promised = target.libc().flatMap(Libc::loader);
    boolean loaded =
        subject.kind() == ArtifactKind.BIN
            && "dynamic".equals(target.binary().linkage().get(ArtifactKind.BIN));
    if (loaded && promised.isPresent() && measured.slices().isEmpty()) {
      checks.compare(
          Rule.LOADER,
          "",
          measured.interpreter().orElse("none"),
          promised.get(),
          measured.interpreter().equals(promised));
    } else {
      measured.interpreter().ifPresent(loader -> checks.report(Rule.LOADER, "", loader));
    }
  }

  private void glibc(ElfDetails elf) {
    List<ElfVersionNeeded> needs = elf.symbols().versions();
    Optional<GlibcNeed> need =
        GlibcNeed.of(measured.glibc(), needs, target.libc().map(Libc::markers).orElse(Map.of()));
    if (need.isEmpty()) {
      return;
    }
    boolean onGlibc = target.libc().map(Libc::name).filter(GLIBC::equals).isPresent();
    if (!onGlibc) {
      checks.compare(
          Rule.GLIBC,
          "",
          need.get().toString(),
          target.libc().map(Libc::name).orElse("no C library") + ", not glibc",
          false,
          need.get().words(needs, new GlibcVersion(0, 0)));
    } else if (subject.floor().isPresent()) {
      GlibcVersion floor = subject.floor().get();
      boolean kept = need.get().version().compareTo(floor) <= 0;
      checks.compare(
          Rule.GLIBC,
          "",
          need.get().toString(),
          floor + " or older",
          kept,
          kept ? Map.of() : need.get().words(needs, floor));
      CompanionRules.check(checks, elf, floor);
    } else {
      checks.report(Rule.GLIBC, "", need.get().toString());
    }
  }
}
