package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Platform;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.inspect.Inspection;
import java.util.List;
import java.util.stream.Collectors;

/** Format, kind and machine: what has to be right before anything else makes sense. */
final class CommonRules {
  private final Checks checks;
  private final BinarySubject subject;
  private final Target target;
  private final Inspection measured;

  private CommonRules(Checks checks, Inspection measured) {
    this.checks = checks;
    this.subject = checks.subject();
    this.target = subject.target();
    this.measured = measured;
  }

  static void check(Checks checks, Inspection measured) {
    CommonRules rules = new CommonRules(checks, measured);
    rules.format();
    if (!checks.anyBroken()) {
      rules.kind();
      rules.machine();
    }
  }

  private void format() {
    String promised =
        subject.kind() == ArtifactKind.STATICLIB && !target.isUniversal()
            ? BinaryFormat.ARCHIVE.id()
            : target.binary().format();
    checks.compare(
        Rule.FORMAT, "", measured.format().id(), promised, measured.format().id().equals(promised));
  }

  private void kind() {
    List<FileKind> promised = kinds();
    checks.compare(
        Rule.FORMAT,
        "",
        measured.kind().id(),
        promised.stream().map(FileKind::id).collect(Collectors.joining(" or ")),
        promised.contains(measured.kind()));
  }

  private List<FileKind> kinds() {
    if (measured.format() == BinaryFormat.WASM) {
      return target
          .binary()
          .wasm()
          .component()
          .map(component -> List.of(component ? FileKind.COMPONENT : FileKind.MODULE))
          .orElse(List.of(FileKind.MODULE, FileKind.COMPONENT));
    }
    return switch (subject.kind()) {
      case BIN -> List.of(FileKind.EXECUTABLE);
      case CDYLIB -> List.of(FileKind.SHARED_LIBRARY);
      case STATICLIB -> List.of(FileKind.ARCHIVE);
    };
  }

  private void machine() {
    if (target.isUniversal()) {
      String promised =
          subject.parts().stream()
              .map(part -> part.platform().arch())
              .sorted()
              .collect(Collectors.joining(", "));
      String actual =
          measured.slices().stream()
              .map(Inspection::architecture)
              .sorted()
              .collect(Collectors.joining(", "));
      checks.compare(Rule.MACHINE, "", actual, promised, actual.equals(promised));
      return;
    }
    String promised = machine(target);
    checks.compare(
        Rule.MACHINE, "", machine(measured), promised, machine(measured).equals(promised));
  }

  static String machine(Target target) {
    Platform platform = target.platform();
    return machine(platform.arch(), platform.pointerWidth(), platform.endian());
  }

  static String machine(Inspection inspection) {
    return machine(inspection.architecture(), inspection.bits(), inspection.endianness().id());
  }

  private static String machine(String architecture, int bits, String endianness) {
    return "%s, %d bits, %s-endian".formatted(architecture, bits, endianness);
  }
}
