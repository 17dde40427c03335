package io.github.rustcross.maven.verify;

import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.ArchiveEntry;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.inspect.TextOccurrence;
import io.github.rustcross.inspect.TextSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks in cargo's target folder for who brought something into a binary: the static libraries and
 * objects that build scripts made, the Rust libraries of dependencies, and what build scripts told
 * rustc to link. What was put there otherwise is not found.
 */
final class LinkOrigins {
  /** {@code <profile>/build/<package>-<hash>/…}: cargo's layout of what build scripts make. */
  private static final int DEPTH = 8;

  private static final Pattern HASHED = Pattern.compile("(.+)-[0-9a-f]{16}");
  private static final Pattern RUST_LIBRARY = Pattern.compile("lib(.+)-[0-9a-f]{16}\\.rlib");
  private static final Pattern INPUT = Pattern.compile(".+\\.(rlib|a|o|lib|obj)");
  private static final Pattern LIBRARY =
      Pattern.compile("(?:lib)?(.+?)(?:\\.so|\\.dll|\\.dylib)(?:\\..*)?");

  private final List<Path> folders;

  /** The folders of one target in cargo's target folders. */
  LinkOrigins(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Who refers to a symbol, in words for people. */
  Optional<String> ofSymbol(String symbol) throws IOException {
    // Names in an object's table of symbols end with a zero, and begin behind one.
    TextSearch search = new TextSearch(List.of("\0" + symbol + "\0"));
    List<Path> inputs = files().filter(file -> matches(INPUT, file)).sorted(BY_KIND).toList();
    for (Path input : inputs) {
      Optional<String> found = in(input, search);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whose build script told rustc to link a library, such as {@code libssl.so.3}. */
  Optional<String> ofLibrary(String library) throws IOException {
    Matcher name = LIBRARY.matcher(library.substring(library.lastIndexOf('/') + 1));
    if (!name.matches()) {
      return Optional.empty();
    }
    Pattern line =
        Pattern.compile(
            "cargo::?rustc-link-lib=(?:[a-z]+(?::[^=]*)?=)?"
                + Pattern.quote(name.group(1))
                + "\\s*");
    for (Path output : files().filter(file -> file.endsWith("output")).toList()) {
      if (Files.readString(output, StandardCharsets.ISO_8859_1)
          .lines()
          .anyMatch(text -> line.matcher(text).matches())) {
        return owner(output).map(owner -> "the build script of " + owner + " links it");
      }
    }
    return Optional.empty();
  }

  /** Libraries that build scripts made come first: Rust's own are the less likely. */
  private static final Comparator<Path> BY_KIND =
      Comparator.comparing((Path file) -> file.toString().endsWith(".rlib"))
          .thenComparing(file -> !file.toString().endsWith(".a"))
          .thenComparing(Path::compareTo);

  private static Optional<String> in(Path input, TextSearch search) throws IOException {
    try (ByteSource source = ByteSource.open(input)) {
      BinaryDetails details = BinaryInspector.details(source);
      // The names of a linker's input are in none of the regions that a program would load.
      List<TextOccurrence> found = search.in(source, new ArchiveDetails(List.of()), 1);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      String file = input.getFileName().toString();
      String member =
          details instanceof ArchiveDetails archive
              ? member(archive, found.get(0).offset()).map(name -> "(" + name + ")").orElse("")
              : "";
      return Optional.of(
          owner(input).map(owner -> owner + " brings it in: ").orElse("") + file + member);
    } catch (MalformedBinaryException e) {
      // Not every file of that name is a library; what cannot be read cannot be blamed.
      return Optional.empty();
    }
  }

  private static Optional<String> member(ArchiveDetails archive, long offset) {
    return archive.members().stream()
        .filter(member -> offset >= member.offset() && offset < member.offset() + member.size())
        .map(ArchiveEntry::name)
        .findFirst();
  }

  /** The package whose build made a file. */
  private static Optional<String> owner(Path file) {
    Matcher rust = RUST_LIBRARY.matcher(file.getFileName().toString());
    if (rust.matches()) {
      return Optional.of("crate " + rust.group(1));
    }
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path above = folder.getParent();
      if (above != null && above.endsWith("build")) {
        Matcher hashed = HASHED.matcher(folder.getFileName().toString());
        return hashed.matches() ? Optional.of("package " + hashed.group(1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.walk(folder, DEPTH)) {
          found.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    return files.stream();
  }

  private static boolean matches(Pattern pattern, Path file) {
    return pattern.matcher(file.getFileName().toString()).matches();
  }
}
