package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What starts cargo for a toolchain, instead of this machine itself: a container, above all. Texts
 * are templates, see {@code io.github.rustcross.toolchain.Template}; beside the words of every
 * toolchain they know {@code {program}}, {@code {image}} and {@code {script:x}}.
 *
 * @param program what is started
 * @param version how to see whether it works and is new enough
 * @param image the image in which cargo runs; absent where there is no such thing
 * @param command what comes before the folders and variables that cargo needs, see {@code
 *     docs/catalog.md}
 * @param scripts the scripts that {@code {script:name}} means, by file name
 * @param variables the variables of the user's environment that go in: patterns with {@code *}, the
 *     last that fits decides, and one behind {@code !} keeps out
 * @param hostRust the machines, as {@code target_os} or {@code target_os-target_arch}, whose own
 *     Rust is used; on all others it is the image's
 * @param origin where the catalog says so
 */
public record Launcher(
    Runner.Executable program,
    Optional<Runner.VersionRule> version,
    Optional<Image> image,
    List<String> command,
    Map<String, Runner.Script> scripts,
    List<String> variables,
    Set<String> hostRust,
    Origin origin) {

  /** Copies the collections and keeps their order. */
  public Launcher {
    command = List.copyOf(command);
    scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
    variables = List.copyOf(variables);
    hostRust = Set.copyOf(hostRust);
  }

  /** All its templates. */
  public Stream<String> texts() {
    return Stream.concat(command.stream(), image.stream().flatMap(Image::texts));
  }

  /**
   * The image in which cargo runs.
   *
   * @param names candidates, best first; the first of which all words are known is taken
   * @param here the program's arguments that succeed where the image is on this machine
   * @param fetch the program's arguments that bring it here
   */
  public record Image(List<Program.Candidate> names, List<String> here, List<String> fetch) {
    /** Copies the lists. */
    public Image {
      names = List.copyOf(names);
      here = List.copyOf(here);
      fetch = List.copyOf(fetch);
    }

    private Stream<String> texts() {
      return Stream.of(names.stream().map(Program.Candidate::name), here.stream(), fetch.stream())
          .flatMap(texts -> texts);
    }
  }
}
