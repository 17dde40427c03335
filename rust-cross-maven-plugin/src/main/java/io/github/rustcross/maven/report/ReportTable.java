package io.github.rustcross.maven.report;

import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.RefusedArtifact;
import io.github.rustcross.maven.plan.ExpectedArtifact;
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
      if (target.artifacts().isEmpty() && target.refused().isEmpty()) {
        rows.add(
            List.of(target.triple().value(), target.status().id(), toolchain, "-", "", "", "", ""));
      }
      for (FinishedArtifact artifact : target.artifacts()) {
        rows.add(
            row(
                target,
                target.status().id(),
                toolchain,
                artifact.expected(),
                artifact.size(),
                artifact.inspection()));
      }
      for (RefusedArtifact refused : target.refused()) {
        rows.add(
            row(
                target,
                "refused",
                toolchain,
                refused.expected(),
                refused.size(),
                refused.verification().inspection()));
      }
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

  private static List<String> row(
      TargetResult target,
      String status,
      String toolchain,
      ExpectedArtifact expected,
      long size,
      Inspection inspection) {
    return List.of(
        target.triple().value(),
        status,
        toolchain,
        expected.file(),
        size(size),
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
