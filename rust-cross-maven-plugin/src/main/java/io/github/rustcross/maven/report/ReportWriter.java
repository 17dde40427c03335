package io.github.rustcross.maven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes {@code report.json} for programs and {@code report.html} for people. */
public final class ReportWriter {
  private ReportWriter() {}

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
