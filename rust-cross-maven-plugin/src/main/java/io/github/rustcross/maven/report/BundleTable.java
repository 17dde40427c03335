package io.github.rustcross.maven.report;

import io.github.rustcross.bundle.BinaryPlatform;
import io.github.rustcross.bundle.Bundle;
import io.github.rustcross.bundle.BundleEntry;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.maven.text.Lines;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Check.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in a file: a row for each binary, and what it needs below. */
public final class BundleTable {
  private static final int WIDTH = 80;
  private static final String INDENT = "    ";
  private static final List<String> HEADER = List.of("platform", "libc", "place", "entry");

  private BundleTable() {}

  /** The lines, the file's name first. */
  public static List<String> lines(Bundle bundle) {
    List<String> lines = new ArrayList<>();
    int count = bundle.entries().size();
    lines.add(
        "%s: %s"
            .formatted(
                bundle.name(),
                count == 0 ? "no binaries" : count == 1 ? "1 binary" : count + " binaries"));
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    bundle.entries().forEach(entry -> rows.add(row(entry, bundle)));
    int[] widths = new int[HEADER.size() - 1];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (int i = 0; i < rows.size() && count > 0; i++) {
      lines.add(line(rows.get(i), widths));
      if (i > 0) {
        notes(bundle.entries().get(i - 1), lines);
      }
    }
    return lines;
  }

  /** The entry comes last: its length is anybody's. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int column = 0; column < widths.length; column++) {
      line.append(row.get(column))
          .append(" ".repeat(widths[column] - row.get(column).length() + 2));
    }
    return line.append(row.get(widths.length)).toString();
  }

  private static List<String> row(BundleEntry entry, Bundle bundle) {
    String prefix = bundle.name() + "!/";
    String path = entry.path();
    return List.of(
        platform(entry),
        libc(entry),
        place(entry),
        path.startsWith(prefix) ? path.substring(prefix.length()) : path);
  }

  private static String platform(BundleEntry entry) {
    BinaryPlatform platform = entry.platform();
    return entry.inspection().isEmpty()
        ? "unreadable"
        : new BinaryPlatform(platform.systems(), platform.architectures(), Optional.empty()).text();
  }

  private static String libc(BundleEntry entry) {
    Optional<String> version = entry.floor().map(need -> need.version().toString());
    String name = entry.platform().libc().orElse(version.isPresent() ? "glibc" : "-");
    return version.map(number -> name + " " + number).orElse(name);
  }

  private static String place(BundleEntry entry) {
    if (entry.checks().stream().anyMatch(check -> check.rule() == Rule.PLACE && check.isBroken())) {
      return "wrong";
    }
    return entry.check(Rule.PLACE).filter(check -> check.outcome() == Outcome.KEPT).isPresent()
        ? "fits"
        : "-";
  }

  private static void notes(BundleEntry entry, List<String> lines) {
    if (!entry.libraries().isEmpty()) {
      lines.addAll(
          Lines.wrapped(
              "needs " + String.join(", ", entry.libraries()), INDENT, INDENT + "  ", WIDTH));
    }
    for (Check check : entry.checks()) {
      if (check.outcome() == Outcome.REPORTED && check.rule() != Rule.PLACE) {
        lines.add(INDENT + check.measured());
      }
    }
  }
}
