package io.github.rustcross.maven.rust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The licence and readme files that go along with a crate's programs: those that its Cargo.toml
 * names, and those that lie beside it under the usual names; where it has none, the workspace's.
 */
final class CrateDocuments {
  private static final Pattern USUAL =
      Pattern.compile(
          "(LICEN[SC]E|UNLICENSE|COPYING|COPYRIGHT|NOTICE|README)([-.].*)?",
          Pattern.CASE_INSENSITIVE);

  private CrateDocuments() {}

  /**
   * The files of a package.
   *
   * @param folder where its Cargo.toml is
   * @param named what that names, relative to the folder
   */
  static List<Path> of(Path folder, List<String> named, Path workspaceRoot) {
    Set<Path> documents = new LinkedHashSet<>();
    named.stream()
        .map(name -> folder.resolve(name).normalize())
        .filter(Files::isRegularFile)
        .forEach(documents::add);
    documents.addAll(beside(folder));
    if (documents.isEmpty()) {
      documents.addAll(beside(workspaceRoot));
    }
    return List.copyOf(documents);
  }

  private static List<Path> beside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> USUAL.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      // Who cannot read the crate's folder is told so by cargo.
      return List.of();
    }
  }
}
