package io.github.rustcross.maven.report;

import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end of a build: one line for each binary. */
public final class ReportTable {
  private static final int KIB = 1024;
  private static final List<String> HEADER =
      List.of("target", "status", "toolchain", "file", "size", "machine", "linkage", "glibc");

  private ReportTable() {}

  /** The lines of the table, the header first. */
  public static List<String> lines(BuildReport report) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    for (TargetResult target : report.targets()) {
      String toolchain = target.toolchain().map(TargetResult.ToolchainUsed::name).orElse("-");
      List<BinaryResult> binaries = BinaryResult.of(target);
      if (binaries.isEmpty()) {
        rows.add(
            List.of(target.triple().value(), target.status().id(), toolchain, "-", "", "", "", ""));
      }
      binaries.forEach(binary -> rows.add(row(binary, toolchain)));
    }
    int[] widths = new int[HEADER.size()];
    rows.forEach(
        row -> {
          for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], row.get(column).length());
          }
        });
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(BinaryResult binary, String toolchain) {
    TargetResult target = binary.target();
    Inspection inspection = binary.inspection();
    return List.of(
        target.triple().value(),
        binary.finished().isPresent() ? target.status().id() : "refused",
        toolchain,
        binary.expected().file(),
        size(binary.size()),
        inspection.format().id() + " " + inspection.architecture(),
        inspection.linkage().id(),
        inspection.glibc().map(GlibcVersion::toString).orElse("-"));
  }

  /** A size in words for people. */
  static String size(long bytes) {
    return bytes < KIB * KIB
        ? String.format(Locale.ROOT, "%.0f KiB", Math.ceil((double) bytes / KIB))
        : String.format(Locale.ROOT, "%.1f MiB", (double) bytes / (KIB * KIB));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      line.append(row.get(column));
      line.append(" ".repeat(widths[column] - row.get(column).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
