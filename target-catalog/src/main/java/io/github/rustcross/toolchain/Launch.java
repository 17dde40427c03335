package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How cargo is started for a target by something else than this machine itself.
 *
 * @param program what is started, by the command or behind it
 * @param version its version, where it is known
 * @param image the image in which cargo runs; empty where there is none
 * @param command what comes before the folders and variables that cargo needs
 * @param scripts the scripts that the command has
 * @param variables which of the user's variables go in, as {@link
 *     io.github.rustcross.catalog.Launcher#variables()}
 * @param hostRust whether this machine's own Rust is used there
 * @param origin where the catalog says so
 */
public record Launch(
    Path program,
    Optional<String> version,
    Optional<Image> image,
    List<String> command,
    List<WrapperScript> scripts,
    List<String> variables,
    boolean hostRust,
    Origin origin) {

  /** Copies the lists. */
  public Launch {
    command = List.copyOf(command);
    scripts = List.copyOf(scripts);
    variables = List.copyOf(variables);
  }

  /**
   * An image, and the commands that deal with it.
   *
   * @param name as the user or the catalog calls it
   * @param here succeeds where it is on this machine
   * @param fetch brings it here
   */
  public record Image(String name, List<String> here, List<String> fetch) {
    /** Copies the lists. */
    public Image {
      here = List.copyOf(here);
      fetch = List.copyOf(fetch);
    }
  }

  /** Whether a variable of the user's environment goes in; the last pattern that fits decides. */
  public boolean takes(String variable) {
    boolean taken = false;
    for (String pattern : variables) {
      boolean keepsOut = pattern.startsWith("!");
      if (fits(keepsOut ? pattern.substring(1) : pattern, variable)) {
        taken = !keepsOut;
      }
    }
    return taken;
  }

  private static boolean fits(String pattern, String name) {
    return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
  }
}
