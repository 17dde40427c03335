package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.BinaryPromise;
import io.github.rustcross.catalog.ElfPromise;
import io.github.rustcross.catalog.ElfPromise.Refused;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.ElfAttributes;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.ElfFlags;
import io.github.rustcross.inspect.ElfHardening;
import io.github.rustcross.inspect.ElfStack;
import io.github.rustcross.inspect.ElfType;
import io.github.rustcross.inspect.FloatAbi;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What only ELF files can have. */
final class ElfRules {
  private final Checks checks;
  private final ElfPromise promise;
  private final ElfDetails elf;

  private ElfRules(Checks checks, ElfDetails elf) {
    this.checks = checks;
    this.promise = checks.subject().target().binary().elf();
    this.elf = elf;
  }

  static void check(Checks checks, ElfDetails elf, List<String> needed) {
    ElfRules rules = new ElfRules(checks, elf);
    BinaryPromise binary = checks.subject().target().binary();
    checks.machineNumber("e_machine", elf.identity().machine(), binary, "%d");
    rules.abi();
    rules.cpu();
    checks.libraries("", needed, binary.libraries(), true);
    rules.position();
    checks.runPaths(
        "",
        Stream.concat(elf.rpath().stream(), elf.runpath().stream()).toList(),
        rules.promise.runPaths());
    rules.threadStorage();
    rules.hardening();
  }

  private void abi() {
    checks.oneOf(Rule.ABI, "OS/ABI", elf.identity().osAbi(), promise.osAbi());
    ElfFlags flags = elf.identity().flags();
    promise
        .floatAbi()
        .ifPresent(
            wanted -> {
              FloatAbi actual = elf.identity().floatAbi();
              checks.compare(
                  Rule.ABI, "float ABI", actual.id(), wanted, actual.id().equals(wanted));
            });
    promise
        .abiVersion()
        .ifPresent(
            wanted ->
                checks.compare(
                    Rule.ABI,
                    "ABI version",
                    flags.abiVersion().isPresent()
                        ? Integer.toString(flags.abiVersion().getAsInt())
                        : "none",
                    Integer.toString(wanted),
                    flags.abiVersion().equals(OptionalInt.of(wanted))));
    promise
        .flags()
        .ifPresent(
            allowed ->
                checks.compare(
                    Rule.ABI,
                    "flags",
                    flags.words().isEmpty() ? "none" : String.join(", ", flags.words()),
                    allowed.isEmpty() ? "none" : "at most " + String.join(", ", allowed),
                    allowed.containsAll(flags.words())));
  }

  private void cpu() {
    if (elf.identity().attributes().isEmpty()) {
      return;
    }
    ElfAttributes attributes = elf.identity().attributes().get();
    cpu("CPU architecture", attributes.cpuArchitecture(), promise.cpuArchitectures());
    cpu("FPU architecture", attributes.floatArchitecture(), promise.floatArchitectures());
  }

  private void cpu(String what, OptionalLong measured, List<Integer> promised) {
    if (measured.isPresent() && !promised.isEmpty()) {
      checks.oneOf(Rule.CPU, what, measured.getAsLong(), promised);
    }
  }

  private void position() {
    if (checks.subject().kind() != ArtifactKind.BIN) {
      return;
    }
    boolean anywhere = elf.identity().type() == ElfType.DYNAMIC;
    String measured = anywhere ? "position independent" : "for a fixed address";
    if (promise.positionIndependent()) {
      checks.compare(Rule.POSITION, "", measured, "position independent", anywhere);
    } else {
      checks.report(Rule.POSITION, "", measured);
    }
  }

  private void threadStorage() {
    boolean library = checks.subject().kind() == ArtifactKind.CDYLIB;
    OptionalLong size = elf.threadStorage().size();
    if (library && (elf.threadStorage().fixed() || size.isPresent())) {
      boolean fixed = elf.threadStorage().fixed();
      refuse(
          Rule.STATIC_TLS,
          Refused.STATIC_TLS,
          fixed ? "DF_STATIC_TLS, " + size.orElse(0) + " bytes" : "none",
          "none",
          fixed);
    }
  }

  private void hardening() {
    ElfHardening hardening = elf.hardening();
    refuse(
        Rule.STACK,
        Refused.EXECUTABLE_STACK,
        hardening.stack().id(),
        ElfStack.NOT_EXECUTABLE.id(),
        hardening.stack() != ElfStack.NOT_EXECUTABLE);
    refuse(
        Rule.TEXT_RELOCATION,
        Refused.TEXT_RELOCATIONS,
        hardening.textRelocations() ? "DT_TEXTREL" : "none",
        "none",
        hardening.textRelocations());
    List<String> words = new ArrayList<>();
    words.add(
        !hardening.relro() ? "no RELRO" : hardening.bindNow() ? "full RELRO" : "partial RELRO");
    if (hardening.bindNow()) {
      words.add("bound at start");
    }
    if (hardening.writableCode()) {
      words.add("writable code");
    }
    checks.report(Rule.HARDENING, "", String.join(", ", words));
  }

  private void refuse(Rule rule, Refused what, String measured, String promised, boolean there) {
    if (promise.refused().contains(what)) {
      checks.compare(rule, "", measured, promised, !there);
    } else {
      checks.report(rule, "", measured);
    }
  }
}
