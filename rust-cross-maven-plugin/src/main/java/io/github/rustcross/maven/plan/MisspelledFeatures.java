package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.maven.rust.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds dependencies that ask for features under the key {@code feature}: cargo passes over it with
 * a warning, and builds without them.
 */
final class MisspelledFeatures {
  private MisspelledFeatures() {}

  /** What to tell, one text for each. */
  static List<String> of(CrateGraph graph) {
    List<String> found = new ArrayList<>();
    for (CargoPackage member : graph.memberPackages()) {
      Manifest.readIfMisspelled(member.manifest()).stream()
          .flatMap(manifest -> manifest.entries().stream())
          .filter(entry -> entry.misspelled().isPresent())
          .map(
              entry ->
                  "%s, [%s]: cargo passes over 'feature' of %s; it is called 'features': %s"
                      .formatted(
                          entry.file(), entry.table(), entry.name(), CargoLines.corrected(entry)))
          .forEach(found::add);
    }
    return found;
  }
}
