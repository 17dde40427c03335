package io.github.rustcross.maven.verify;

import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.ArchiveEntry;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.inspect.TextOccurrence;
import io.github.rustcross.inspect.TextSearch;
import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.cargo.ProducedFile;
import java.io.IOException;
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
 * Says who brought something into a binary: the static libraries and objects that build scripts
 * made or named, and the Rust libraries of dependencies. What reached the linker in another way is
 * not found.
 */
final class LinkOrigins {
  /** Build scripts of C libraries unpack and compile whole source trees. */
  private static final int DEPTH = 8;

  private static final Pattern MADE = Pattern.compile(".+\\.(a|o|lib|obj)");

  /** What {@code rustc -l} takes: {@code [KIND[:MODIFIERS]=]NAME[:RENAME]}. */
  private static final Pattern LINKED =
      Pattern.compile("(?:(?<kind>[a-z-]+)(?::[^=]*)?=)?(?<name>[^:]+)(?::.*)?");

  private static final Pattern LIBRARY =
      Pattern.compile("(?:lib)?(.+?)(?:(?:\\.\\d+)*\\.dylib|(?:\\.so|\\.dll)(?:\\..*)?)");

  private final LinkInputs inputs;

  /** Of what was linked into one artifact. */
  LinkOrigins(LinkInputs inputs) {
    this.inputs = inputs;
  }

  private record Input(String owner, Path file) {}

  /** Who refers to a symbol, in words for people. */
  Optional<String> ofSymbol(String symbol) throws IOException {
    // Names in an object's table of symbols end with a zero, and begin behind one.
    TextSearch search = new TextSearch(List.of("\0" + symbol + "\0"));
    List<Input> all = new ArrayList<>();
    for (BuildScriptRun run : inputs.scripts()) {
      String owner = "package " + inputs.name(run.packageId());
      made(run).forEach(file -> all.add(new Input(owner, file)));
    }
    // rustc puts what build scripts made into Rust's own libraries too: these say less.
    for (ProducedFile part : inputs.produced()) {
      String owner = "crate " + part.name();
      part.files().stream()
          .filter(file -> file.toString().endsWith(".rlib"))
          .forEach(file -> all.add(new Input(owner, file)));
    }
    for (Input input : all) {
      Optional<String> found = in(input, search);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whose build script told rustc to link a library, such as {@code libssl.so.3}. */
  Optional<String> ofLibrary(String library) {
    Matcher name = LIBRARY.matcher(library.substring(library.lastIndexOf('/') + 1));
    if (!name.matches()) {
      return Optional.empty();
    }
    return inputs.scripts().stream()
        .filter(
            run ->
                run.libraries().stream()
                    .map(LINKED::matcher)
                    .anyMatch(
                        linked -> linked.matches() && linked.group("name").equals(name.group(1))))
        .findFirst()
        .map(run -> "the build script of package " + inputs.name(run.packageId()) + " links it");
  }

  /** What a build script made, libraries before objects, and the libraries that it named. */
  private static Stream<Path> made(BuildScriptRun run) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(run.folder())) {
      try (Stream<Path> found = Files.walk(run.folder(), DEPTH)) {
        found
            .filter(file -> MADE.matcher(file.getFileName().toString()).matches())
            .filter(Files::isRegularFile)
            .sorted(
                Comparator.comparing((Path file) -> !file.toString().endsWith(".a"))
                    .thenComparing(Path::compareTo))
            .forEach(files::add);
      }
    }
    for (String library : run.libraries()) {
      Matcher linked = LINKED.matcher(library);
      if (linked.matches()) {
        run.searched().stream()
            .map(folder -> Path.of(folder.substring(folder.indexOf('=') + 1)))
            .flatMap(
                folder ->
                    Stream.of("lib" + linked.group("name") + ".a", linked.group("name") + ".lib")
                        .map(folder::resolve))
            .filter(Files::isRegularFile)
            .forEach(files::add);
      }
    }
    return files.stream().distinct();
  }

  private static Optional<String> in(Input input, TextSearch search) throws IOException {
    try (ByteSource source = ByteSource.open(input.file())) {
      BinaryDetails details = BinaryInspector.details(source);
      // The names of a linker's input are in none of the regions that a program would load.
      List<TextOccurrence> found = search.in(source, new ArchiveDetails(List.of()), 1);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      String file = input.file().getFileName().toString();
      String member =
          details instanceof ArchiveDetails archive
              ? member(archive, found.get(0).offset()).map(name -> "(" + name + ")").orElse("")
              : "";
      return Optional.of(input.owner() + " brings it in: " + file + member);
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
}
