package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of Debian packages that are installed on this machine, and of all they depend on, as
 * the root folder of an image: what debootstrap would unpack, without fetching it.
 */
final class DebianImage {
  /** Text for people, and the larger of the files that no compiler opens. */
  private static final List<String> LEFT_OUT =
      List.of(
          "^usr/share/(doc|man|info|locale|perl)/.*",
          ".*/lib(asan|tsan|ubsan|lsan|hwasan|itm|gomp|quadmath)[^/]*\\.(a|so).*",
          ".*/lto1$");

  private static final List<String> MERGED = List.of("bin", "sbin", "lib", "lib64");

  private DebianImage() {}

  /**
   * Packs a root folder.
   *
   * @param folder an empty folder
   * @return the archive; empty where a package is not installed
   */
  static Optional<Path> pack(Path folder, String... packages)
      throws IOException, InterruptedException {
    Map<String, String> installed = installed(folder);
    Set<String> all = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(packages));
    while (!next.isEmpty()) {
      String name = next.pop();
      if (!installed.containsKey(name)) {
        return Optional.empty();
      }
      if (all.add(name)) {
        next.addAll(dependencies(installed.get(name), installed.keySet()));
      }
    }
    Path root = folder.resolve("folders");
    for (String name : MERGED) {
      Files.createDirectories(root.resolve("usr").resolve(name));
      Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
    }
    Files.createDirectories(root.resolve("tmp")).toFile().setWritable(true, false);
    Files.createSymbolicLink(root.resolve("usr/bin/cc"), Path.of("gcc"));
    Path list = Files.write(folder.resolve("list"), files(folder, all));
    Path archive = folder.resolve("root.tar");
    tar(folder, "-C", root.toString(), "-cf", archive.toString(), ".");
    tar(folder, "-C", "/", "-rf", archive.toString(), "-T", list.toString());
    return Optional.of(archive);
  }

  private static void tar(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("tar"));
    line.addAll(List.of(arguments));
    Exec.output(folder, Map.of(), line);
  }

  /** What each package depends on, in Debian's notation. */
  private static Map<String, String> installed(Path folder)
      throws IOException, InterruptedException {
    Map<String, String> installed = new HashMap<>();
    query(folder, "-W", "-f", "${db:Status-Status} ${Package} ${Depends}, ${Pre-Depends}\\n")
        .lines()
        .map(line -> line.split(" ", 3))
        .filter(fields -> fields[0].equals("installed"))
        .forEach(fields -> installed.put(fields[1], fields[2]));
    return installed;
  }

  /** Of alternatives the first that is installed. */
  private static List<String> dependencies(String said, Set<String> installed) {
    List<String> dependencies = new ArrayList<>();
    for (String alternatives : said.split(",")) {
      Stream.of(alternatives.replaceAll("\\(.*?\\)|:[a-z0-9]+", "").split("\\|"))
          .map(String::strip)
          .filter(installed::contains)
          .findFirst()
          .ifPresent(dependencies::add);
    }
    return dependencies;
  }

  private static Set<String> files(Path folder, Set<String> packages)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("-L"));
    line.addAll(packages);
    Set<String> files = new TreeSet<>();
    query(folder, line.toArray(String[]::new))
        .lines()
        .filter(path -> path.startsWith("/"))
        .filter(path -> isFile(Path.of(path)))
        .map(path -> path.substring(1))
        .filter(path -> !MERGED.contains(path))
        .filter(path -> LEFT_OUT.stream().noneMatch(path::matches))
        .forEach(files::add);
    return files;
  }

  private static boolean isFile(Path path) {
    return Files.isSymbolicLink(path) || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String query(Path folder, String... arguments)
      throws IOException, InterruptedException {
    return Exec.output(
        folder, Map.of(), Stream.concat(Stream.of("dpkg-query"), Stream.of(arguments)).toList());
  }
}
