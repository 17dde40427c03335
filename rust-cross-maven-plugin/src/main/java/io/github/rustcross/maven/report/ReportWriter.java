package io.github.rustcross.maven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Writes {@code report.json} for programs and {@code report.html} for people. */
public final class ReportWriter {
  private ReportWriter() {}

  /** Has the JVM load what it takes, so that the first report is made as quickly as others. */
  public static void prepare() {
    BuildReport nothing = BuildReport.failed(Optional.empty(), List.of());
    JsonReport.of(nothing, Path.of(""));
    HtmlReport.of(nothing);
  }

  /** Writes both into the folder of finished binaries, each all at once. */
  public static void write(BuildReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder, "report.json", JsonReport.of(report, folder));
    write(folder, "report.html", HtmlReport.of(report));
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Path partial = folder.resolve("." + file);
    try {
      Files.writeString(partial, text);
      Files.move(partial, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
