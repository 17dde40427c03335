package io.github.rustcross.toolchain;

import java.nio.file.Path;
import java.util.List;

/** Whether a tool is on this machine. */
public sealed interface ToolState {
  /** It is here, or can be. */
  sealed interface Usable extends ToolState {
    /** The executable, also where it is yet to be fetched. */
    Path program();

    /** Its version. */
    String version();
  }

  /**
   * It is here.
   *
   * @param program its executable
   * @param version its version
   * @param source how it was found: {@code PATH}, {@code Python package}, {@code cache}
   */
  record Ready(Path program, String version, String source) implements Usable {}

  /**
   * It is not here, but can be fetched.
   *
   * @param program where its executable will be
   * @param version the version that will be fetched
   */
  record Obtainable(Path program, String version) implements Usable {}

  /**
   * It cannot be had.
   *
   * @param reasons why not, one for each way that was tried
   */
  record Unavailable(List<String> reasons) implements ToolState {
    /** Copies the list. */
    public Unavailable {
      reasons = List.copyOf(reasons);
    }
  }
}
