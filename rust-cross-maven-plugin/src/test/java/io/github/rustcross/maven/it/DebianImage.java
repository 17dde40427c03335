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
    Map<String, Installed> installed = installed(folder);
    Set<String> all = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(packages));
    while (!next.isEmpty()) {
      String name = next.pop();
      if (!installed.containsKey(name)) {
        return Optional.empty();
      }
      if (all.add(name)) {
        next.addAll(dependencies(installed.get(name).needs(), installed.keySet()));
      }
    }
    Path root = folder.resolve("folders");
    for (String name : MERGED) {
      Files.createDirectories(root.resolve("usr").resolve(name));
      Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
    }
    Files.createDirectories(root.resolve("tmp")).toFile().setWritable(true, false);
    Files.createSymbolicLink(root.resolve("usr/bin/cc"), Path.of("gcc"));
    Path list =
        Files.write(
            folder.resolve("list"), files(folder, all.stream().map(installed::get).toList()));
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

  /**
   * A package.
   *
   * @param name with its architecture where it may be installed for several
   * @param needs what it depends on, in Debian's notation
   */
  private record Installed(String name, String needs) {}

  /** The packages of this machine's own architecture. */
  private static Map<String, Installed> installed(Path folder)
      throws IOException, InterruptedException {
    String architecture =
        Exec.output(folder, Map.of(), List.of("dpkg", "--print-architecture")).strip();
    Map<String, Installed> installed = new HashMap<>();
    query(
            folder,
            "-W",
            "-f",
            "${db:Status-Status} ${Architecture} ${Package} ${binary:Package} ${Depends}, ${Pre-Depends}\\n")
        .lines()
        .map(line -> line.split(" ", 5))
        .filter(fields -> fields[0].equals("installed"))
        .filter(fields -> Set.of("all", architecture).contains(fields[1]))
        .forEach(fields -> installed.put(fields[2], new Installed(fields[3], fields[4])));
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

  private static Set<String> files(Path folder, List<Installed> packages)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("-L"));
    packages.forEach(each -> line.add(each.name()));
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
