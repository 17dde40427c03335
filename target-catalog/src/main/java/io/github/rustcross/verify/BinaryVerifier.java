package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MachODetails;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.inspect.PeDetails;
import io.github.rustcross.inspect.UniversalDetails;
import io.github.rustcross.inspect.WasmDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Looks at a binary by every rule that its format knows. */
public final class BinaryVerifier {
  private BinaryVerifier() {}

  /**
   * Looks at a file, which is closed afterwards.
   *
   * @param file a regular file, of any size
   * @param subject what it is meant to be
   * @return what is as promised and what is not
   * @throws IOException if the file cannot be read
   * @throws MalformedBinaryException if it is no binary, or breaks the rules of its format
   */
  public static Verification verify(Path file, BinarySubject subject)
      throws IOException, MalformedBinaryException {
    try (ByteSource source = ByteSource.open(file)) {
      return verify(source, subject);
    }
  }

  /**
   * Looks at a source, which stays open.
   *
   * @param source the whole binary
   * @param subject what it is meant to be
   * @return what is as promised and what is not
   * @throws IOException if the source's file cannot be read
   * @throws MalformedBinaryException if it is no binary, or breaks the rules of its format
   */
  public static Verification verify(ByteSource source, BinarySubject subject)
      throws IOException, MalformedBinaryException {
    Inspection inspection = BinaryInspector.inspect(source);
    BinaryDetails details = BinaryInspector.details(source);
    Checks checks = new Checks(subject);
    CommonRules.check(checks, inspection);
    // Of a file of another kind the rest would be a list of consequences.
    if (!checks.anyBroken()) {
      if (details instanceof ArchiveDetails archive) {
        ArchiveRules.check(checks, archive);
      } else if (subject.kind() != ArtifactKind.STATICLIB) {
        LinkRules.check(checks, inspection, details);
        format(checks, source, details, inspection.needed());
      }
    }
    return new Verification(inspection, details, checks.all(), checks.runtimeDependencies());
  }

  /**
   * Looks at no more than what decides whether a file can be run or loaded at all: format, kind,
   * machine, linkage and loader.
   *
   * @param inspection what the file says of itself
   * @param subject what it is meant to be
   * @return what is as promised and what is not
   */
  public static List<Check> identity(Inspection inspection, BinarySubject subject) {
    Checks checks = new Checks(subject);
    CommonRules.check(checks, inspection);
    if (!checks.anyBroken() && subject.kind() != ArtifactKind.STATICLIB) {
      LinkRules.identity(checks, inspection);
    }
    return checks.all();
  }

  private static void format(
      Checks checks, ByteSource source, BinaryDetails details, List<String> needed)
      throws IOException, MalformedBinaryException {
    if (details instanceof ElfDetails elf) {
      ElfRules.check(checks, elf, needed);
    } else if (details instanceof PeDetails pe) {
      PeRules.check(checks, pe, needed);
    } else if (details instanceof MachODetails || details instanceof UniversalDetails) {
      MachORules.check(checks, source, details);
    } else if (details instanceof WasmDetails wasm) {
      WasmRules.check(checks, wasm);
    }
  }
}
