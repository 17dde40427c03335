package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.List;
import java.util.Optional;

/** Whether, and by what, a target can be built here. */
public sealed interface ToolchainSelection {
  /**
   * It can.
   *
   * @param choice the way that was picked
   * @param floor the glibc version that is promised; empty where none is
   * @param reason why this one, in a sentence
   * @param argument what the user wrote behind its name
   * @param launcher what starts cargo; empty where this machine does
   * @param sysroot what is compiled and linked against besides what it has
   */
  record Selected(
      ToolchainChoice choice,
      Optional<GlibcVersion> floor,
      String reason,
      Optional<String> argument,
      Optional<FoundLauncher> launcher,
      Optional<TargetSysroot> sysroot)
      implements ToolchainSelection {}

  /**
   * It cannot.
   *
   * @param rejections why each way does not serve, in the catalog's order
   */
  record Unservable(List<Rejection> rejections) implements ToolchainSelection {
    /** Copies the list. */
    public Unservable {
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * Why a way does not serve.
   *
   * @param choice its label
   * @param reason what it lacks
   * @param remedies what would help; none where nothing is known
   * @param hints what the catalog says of the toolchain where no remedy is known
   */
  record Rejection(String choice, String reason, List<Remedy> remedies, List<String> hints) {
    /** Copies the lists. */
    public Rejection {
      remedies = List.copyOf(remedies);
      hints = List.copyOf(hints);
    }

    /** A rejection without hints. */
    Rejection(String choice, String reason, List<Remedy> remedies) {
      this(choice, reason, remedies, List.of());
    }

    /** The commands that would help, in one line. */
    public Optional<String> remedy() {
      return Remedy.line(remedies);
    }

    @Override
    public String toString() {
      return choice + ": " + reason;
    }
  }
}
