package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.BinaryPromise;
import io.github.rustcross.catalog.PePromise;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.PeDetails;
import io.github.rustcross.inspect.PeHardening;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What only PE images can have. */
final class PeRules {
  private PeRules() {}

  static void check(Checks checks, PeDetails pe, List<String> needed) {
    BinaryPromise promise = checks.subject().target().binary();
    checks.machineNumber("Machine", pe.machine(), promise, "0x%x");
    subsystem(checks, pe, promise.pe());
    // Windows compares the names of files without regard to case.
    checks.libraries("", needed, promise.libraries(), false);
    hardening(checks, pe.hardening(), promise.pe());
    checks.report(Rule.MINIMUM_OS, "", "Windows " + pe.subsystemVersion());
  }

  private static void subsystem(Checks checks, PeDetails pe, PePromise promise) {
    boolean program = checks.subject().kind() == ArtifactKind.BIN;
    checks.oneOf(Rule.SUBSYSTEM, "", pe.subsystem(), program ? promise.subsystems() : List.of());
  }

  private static void hardening(Checks checks, PeHardening hardening, PePromise promise) {
    for (PePromise.Flag flag : promise.required()) {
      checks.compare(
          Rule.HARDENING,
          "",
          isSet(hardening, flag) ? flag.id() : "no " + flag.id(),
          flag.id(),
          isSet(hardening, flag));
    }
    String others =
        Arrays.stream(PePromise.Flag.values())
            .filter(flag -> !promise.required().contains(flag))
            .map(flag -> isSet(hardening, flag) ? flag.id() : "no " + flag.id())
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      checks.report(Rule.HARDENING, "", others);
    }
  }

  private static boolean isSet(PeHardening hardening, PePromise.Flag flag) {
    return switch (flag) {
      case DYNAMIC_BASE -> hardening.dynamicBase();
      case HIGH_ENTROPY -> hardening.highEntropy();
      case NO_EXECUTE -> hardening.noExecute();
    };
  }
}
