package io.github.rustcross.maven.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user says of sysroots.
 *
 * @param words the words of {@code rust.sysroot}
 * @param packages {@code rust.sysrootPackages}: packages besides those that the catalog and the
 *     crates ask for
 * @param mirror {@code rust.sysrootMirror}: where packages come from instead of this machine's own
 *     sources
 * @param directory what folders among the words are relative to, and where the lock file is
 * @param newest whether newer packages are to be looked for ({@code mvn -U})
 * @param writeLock {@code rust.sysrootLock}: whether the versions that were found are written down
 */
public record SysrootSettings(
    List<String> words,
    List<String> packages,
    Optional<String> mirror,
    Path directory,
    boolean newest,
    boolean writeLock) {
  /** Nothing is said. */
  public static final SysrootSettings NONE =
      new SysrootSettings(List.of(), List.of(), Optional.empty(), Path.of(""), false, false);

  /** Copies the lists. */
  public SysrootSettings {
    words = List.copyOf(words);
    packages = List.copyOf(packages);
  }
}
