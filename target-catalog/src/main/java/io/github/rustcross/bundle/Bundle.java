package io.github.rustcross.bundle;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is in a file.
 *
 * @param name the file's name, without its folder
 * @param archive whether it is a jar, or another kind of zip file
 * @param entries the binaries in it, in its order; the file itself if it is no archive
 * @param damage what could not be read
 */
public record Bundle(
    String name, boolean archive, List<BundleEntry> entries, List<BundleCheck> damage) {
  /** Copies the lists. */
  public Bundle {
    entries = List.copyOf(entries);
    damage = List.copyOf(damage);
  }

  /** Everything that was looked at, of all entries. */
  public List<BundleCheck> checks() {
    return Stream.concat(
            damage.stream(),
            entries.stream()
                .flatMap(
                    entry ->
                        entry.checks().stream().map(check -> new BundleCheck(entry.path(), check))))
        .toList();
  }

  /** What is not as it should be. */
  public List<BundleCheck> broken() {
    return checks().stream().filter(check -> check.check().isBroken()).toList();
  }
}
