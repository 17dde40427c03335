package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.PackageManager;
import io.github.rustcross.catalog.TargetCatalog;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs, variables and files of a machine as a test wants it. Paths are texts: those of
 * Windows may be used on any machine.
 */
public final class FakeHost implements HostSearch {
  private final FileSystem fileSystem;
  private final Map<String, Path> programs = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> files = new LinkedHashSet<>();
  private boolean everyProgram;
  private boolean everyFile;

  /** A machine whose paths look like this one's. */
  public FakeHost() {
    this(FileSystems.getDefault());
  }

  /** A machine whose paths look like those of a file system. */
  public FakeHost(FileSystem fileSystem) {
    this.fileSystem = fileSystem;
  }

  /** What the bundled catalog's apt does for root. */
  public static List<Remedy> apt(String... packages) {
    PackageManager apt = TargetCatalog.bundled().packageManagers().get("apt");
    return List.of(new PackageInstall(apt, false, List.of(packages)));
  }

  /** Programs on PATH, in {@code /usr/bin}. */
  public FakeHost programs(String... names) {
    for (String name : names) {
      program(name, "/usr/bin/" + name);
    }
    return this;
  }

  /** A program on PATH. */
  public FakeHost program(String name, String path) {
    programs.put(name, fileSystem.getPath(path));
    return files(path);
  }

  /** A variable of the user's environment. */
  public FakeHost variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Files, and the folders that they are in. */
  public FakeHost files(String... paths) {
    files.addAll(List.of(paths));
    return this;
  }

  /** Every program is on PATH. */
  public FakeHost everyProgram() {
    everyProgram = true;
    return this;
  }

  /** Every file is there. */
  public FakeHost everyFile() {
    everyFile = true;
    return this;
  }

  @Override
  public Optional<Path> program(String name) {
    return Optional.ofNullable(programs.get(name))
        .or(
            () ->
                everyProgram
                    ? Optional.of(fileSystem.getPath("/usr/bin", name))
                    : Optional.empty());
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public List<Path> matches(String pattern) {
    if (everyFile && !pattern.contains("*")) {
      return List.of(fileSystem.getPath(pattern));
    }
    Pattern wanted =
        Pattern.compile(
            Stream.of(pattern.split("\\*", -1))
                .map(FakeHost::literally)
                .collect(Collectors.joining("[^/\\\\]*")));
    return files.stream()
        .flatMap(file -> withFolders(file).stream())
        .distinct()
        .filter(path -> wanted.matcher(path).matches())
        .map(fileSystem::getPath)
        .toList();
  }

  /** On Windows both separators mean the same. */
  private static String literally(String text) {
    return Stream.of(text.split("[/\\\\]", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("[/\\\\]"));
  }

  private static List<String> withFolders(String file) {
    List<String> paths = new ArrayList<>(List.of(file));
    for (int end = 1; end < file.length(); end++) {
      if (file.charAt(end) == '/' || file.charAt(end) == '\\') {
        paths.add(file.substring(0, end));
      }
    }
    return paths;
  }
}
