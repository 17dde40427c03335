package io.github.rustcross.maven.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An absolute path in which each {@code *} stands for any part of one name. */
final class PathPattern {
  private final String separators;

  /** Patterns of Windows may have slashes too. */
  PathPattern(boolean windows) {
    this.separators = windows ? "[/\\\\]" : "/";
  }

  /** What is there. What cannot be read counts as nothing. */
  List<Path> matches(String pattern) {
    int star = pattern.indexOf('*');
    String before = star < 0 ? pattern : pattern.substring(0, star);
    String folder = star < 0 ? pattern : before.replaceAll("[^" + separators + "]*$", "");
    Path start;
    try {
      start = Path.of(folder);
    } catch (InvalidPathException e) {
      return List.of();
    }
    if (!start.isAbsolute() || !Files.exists(start)) {
      return List.of();
    }
    List<Path> found = List.of(start);
    for (String name : pattern.substring(folder.length()).split(separators)) {
      if (!name.isEmpty()) {
        found = found.stream().flatMap(parent -> children(parent, name)).toList();
      }
    }
    return found;
  }

  private static Stream<Path> children(Path parent, String name) {
    if (!name.contains("*")) {
      return Stream.of(parent.resolve(name)).filter(Files::exists);
    }
    Pattern wanted =
        Pattern.compile(
            Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children =
        Files.newDirectoryStream(
            parent, child -> wanted.matcher(child.getFileName().toString()).matches())) {
      children.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return Stream.empty();
    }
    return found.stream();
  }
}
