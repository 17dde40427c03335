package io.github.rustcross.verify;

import io.github.rustcross.catalog.BinaryPromise;
import io.github.rustcross.catalog.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what was looked at in one binary. */
final class Checks {
  private final BinarySubject subject;
  private final List<Check> checks = new ArrayList<>();
  private final Set<String> dependencies = new LinkedHashSet<>();

  Checks(BinarySubject subject) {
    this.subject = subject;
  }

  BinarySubject subject() {
    return subject;
  }

  List<Check> all() {
    return checks.stream().sorted(Comparator.comparing(Check::rule)).toList();
  }

  List<String> runtimeDependencies() {
    return List.copyOf(dependencies);
  }

  boolean anyBroken() {
    return checks.stream().anyMatch(Check::isBroken);
  }

  void compare(Rule rule, String part, String measured, String promised, boolean kept) {
    compare(rule, part, measured, promised, kept, Map.of());
  }

  void compare(
      Rule rule,
      String part,
      String measured,
      String promised,
      boolean kept,
      Map<String, String> words) {
    checks.add(Check.compared(rule, part, measured, promised, kept, words));
  }

  void report(Rule rule, String part, String measured) {
    checks.add(Check.reported(rule, part, measured));
  }

  /** A number that has to be one of some; where there are none, it is told. */
  void oneOf(Rule rule, String part, long measured, List<Integer> promised) {
    if (promised.isEmpty()) {
      report(rule, part, Long.toString(measured));
      return;
    }
    compare(
        rule,
        part,
        Long.toString(measured),
        promised.stream().map(Object::toString).collect(Collectors.joining(" or ")),
        promised.stream().anyMatch(number -> number == measured));
  }

  /** The machine's number in the format's own header, as people write it. */
  void machineNumber(String part, long measured, BinaryPromise promise, String format) {
    promise
        .machine()
        .ifPresent(
            machine ->
                compare(
                    Rule.MACHINE,
                    part,
                    format.formatted(measured),
                    format.formatted(machine),
                    measured == machine));
  }

  /** Something that whoever ships the file has to see to. */
  void dependency(String name) {
    dependencies.add(name);
  }

  /** Every needed library, one check for each that is no part of the platform, one for the rest. */
  void libraries(
      String part, List<String> needed, Optional<List<String>> platform, boolean sameCase) {
    if (platform.isEmpty()) {
      needed.forEach(library -> report(Rule.LIBRARY, part, library));
      return;
    }
    List<String> fine = new ArrayList<>();
    for (String library : needed) {
      if (NamePattern.any(platform.get(), library, sameCase)) {
        fine.add(library);
      } else if (NamePattern.any(subject.allowed(), library, sameCase)) {
        fine.add(library);
        dependency(library);
      } else {
        compare(
            Rule.LIBRARY,
            part,
            "needs " + library,
            "libraries of the platform, and those in rust.verify.allow",
            false,
            Map.of("library", library));
      }
    }
    if (!fine.isEmpty()) {
      compare(Rule.LIBRARY, part, String.join(", ", fine), "libraries of the platform", true);
    }
  }

  /** Folders in which libraries are looked for. */
  void runPaths(String part, List<String> folders, Optional<List<String>> allowed) {
    if (allowed.isEmpty() || folders.isEmpty()) {
      folders.forEach(folder -> report(Rule.RUN_PATH, part, folder));
      return;
    }
    compare(
        Rule.RUN_PATH,
        part,
        String.join(", ", folders),
        allowed.get().isEmpty() ? "none" : String.join(", ", allowed.get()),
        folders.stream().allMatch(folder -> NamePattern.any(allowed.get(), folder, true)),
        allowed.get().stream()
            .findFirst()
            .map(example -> Map.of("example", example))
            .orElse(Map.of()));
  }
}
