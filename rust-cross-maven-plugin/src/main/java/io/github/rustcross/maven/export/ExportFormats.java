package io.github.rustcross.maven.export;

import java.util.List;

/** The formats that there are. */
public final class ExportFormats {
  private static final List<ExportFormat> ALL =
      List.of(
          new EnvFormat(),
          new CargoConfigFormat(),
          new GoFormat(),
          new CmakeFormat(),
          new JsonFormat());

  private ExportFormats() {}

  /** All of them; the first is the default. */
  public static List<ExportFormat> all() {
    return ALL;
  }
}
