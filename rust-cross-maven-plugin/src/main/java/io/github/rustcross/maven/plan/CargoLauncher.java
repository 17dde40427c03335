package io.github.rustcross.maven.plan;

import io.github.rustcross.toolchain.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What starts one cargo invocation, with all that cargo has to see there. The options are those
 * that {@code docs/catalog.md} tells launchers of.
 *
 * @param launch the launcher
 * @param written folders and files that cargo reads and writes
 * @param read folders and files that it only reads
 * @param kept folders that cargo keeps from build to build: its registry's
 * @param rust which Rust: options
 */
public record CargoLauncher(
    Launch launch, List<Path> written, List<Path> read, List<Path> kept, List<String> rust) {
  /** Copies the lists. */
  public CargoLauncher {
    written = List.copyOf(written);
    read = List.copyOf(read);
    kept = List.copyOf(kept);
    rust = List.copyOf(rust);
  }

  /**
   * What comes before cargo's own arguments.
   *
   * @param variables the names of those that go in
   */
  public List<String> words(Set<String> variables) {
    List<String> words = new ArrayList<>(launch.command());
    options(words, "--dir", written);
    options(words, "--read", read);
    options(words, "--cache", kept);
    words.addAll(rust);
    options(words, "--env", new TreeSet<>(variables));
    words.add("--");
    return words;
  }

  private static void options(List<String> words, String name, Iterable<?> values) {
    values.forEach(value -> words.addAll(List.of(name, value.toString())));
  }
}
