package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.Map;

/** The folder that a toolchain lives in, as it is on this machine. */
sealed interface SdkFolder {
  /** It needs none, or can do without. */
  record Needless() implements SdkFolder {}

  /**
   * It is here.
   *
   * @param path the folder
   * @param how what names it, or the pattern that it fits
   * @param given whether the user named it
   * @param parts the paths below it that texts know by name
   */
  record Here(Path path, String how, boolean given, Map<String, String> parts)
      implements SdkFolder {
    /** Copies the map. */
    public Here {
      parts = Map.copyOf(parts);
    }
  }

  /**
   * It is not, so the toolchain does not serve.
   *
   * @param reason why not, with what the user can say
   */
  record Absent(String reason) implements SdkFolder {}
}
