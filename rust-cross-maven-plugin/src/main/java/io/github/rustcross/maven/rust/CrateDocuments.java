package io.github.rustcross.maven.rust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The licence and readme files that go along with a crate's programs: those that its Cargo.toml
 * names, and those that lie beside it under the usual names. A package that has none of one kind
 * gets the workspace's.
 */
final class CrateDocuments {
  private static final Pattern LICENCES =
      Pattern.compile(
          "(LICEN[SC]E|UNLICENSE|COPYING|COPYRIGHT|NOTICE)([-.].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern READMES =
      Pattern.compile("README([-.].*)?", Pattern.CASE_INSENSITIVE);

  private CrateDocuments() {}

  /**
   * The files of a package.
   *
   * @param folder where its Cargo.toml is
   * @param licence its {@code license-file}, relative to the folder
   * @param readme its {@code readme}, relative to the folder
   */
  static List<Path> of(
      Path folder, Optional<String> licence, Optional<String> readme, Path workspaceRoot) {
    Set<Path> documents = new LinkedHashSet<>(ofKind(LICENCES, folder, licence, workspaceRoot));
    documents.addAll(ofKind(READMES, folder, readme, workspaceRoot));
    return List.copyOf(documents);
  }

  private static Set<Path> ofKind(
      Pattern usual, Path folder, Optional<String> named, Path workspaceRoot) {
    Set<Path> documents = new LinkedHashSet<>();
    named
        .map(name -> folder.resolve(name).normalize())
        .filter(Files::isRegularFile)
        .ifPresent(documents::add);
    documents.addAll(beside(usual, folder));
    if (documents.isEmpty()) {
      documents.addAll(beside(usual, workspaceRoot));
    }
    return documents;
  }

  private static List<Path> beside(Pattern usual, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> usual.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      // Who cannot read the crate's folder is told so by cargo.
      return List.of();
    }
  }
}
