package io.github.rustcross.maven.debian;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The packages of a suite for one architecture, from one or more files {@code Packages}. */
public final class PackageIndex {
  private static final Comparator<PackageParagraph> NEWEST =
      Comparator.comparing(PackageParagraph::version).reversed();

  private final Map<String, List<PackageParagraph>> packages = new HashMap<>();
  private final Map<String, List<PackageParagraph.Provision>> provisions = new HashMap<>();

  /**
   * Adds what a file {@code Packages} says.
   *
   * @param stream the uncompressed file
   * @throws MalformedArchiveException if it is not written as such files are
   */
  public void add(InputStream stream) throws IOException {
    ControlReader reader = ControlReader.of(stream, PackageParagraph.FIELDS);
    for (Optional<Map<String, String>> fields = reader.next();
        fields.isPresent();
        fields = reader.next()) {
      PackageParagraph paragraph = PackageParagraph.ofIndex(fields.get());
      packages.computeIfAbsent(paragraph.name(), any -> new ArrayList<>(1)).add(paragraph);
      for (PackageParagraph.Provision provision : paragraph.provisions()) {
        provisions.computeIfAbsent(provision.name(), any -> new ArrayList<>(1)).add(provision);
      }
    }
  }

  /** The names of all packages. */
  public Set<String> names() {
    return packages.keySet();
  }

  /** The packages of that name, the newest first. */
  List<PackageParagraph> named(String name) {
    return packages.getOrDefault(name, List.of()).stream().sorted(NEWEST).toList();
  }

  /** Who provides a name, in the order of their names, the newest of each first. */
  List<PackageParagraph.Provision> providing(String name) {
    return provisions.getOrDefault(name, List.of()).stream()
        .sorted(
            Comparator.comparing((PackageParagraph.Provision provision) -> provision.by().name())
                .thenComparing(PackageParagraph.Provision::by, NEWEST))
        .toList();
  }
}
