package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.CargoPackage.Dependency;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Check.Outcome;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds foreign code that was changed after its object was compiled. cargo does not see that where
 * a build script says with {@code rerun-if-changed} what it depends on, and forgets a file (The
 * Cargo Book, "Build Scripts", "Change Detection"). Only packages on this machine's disk can
 * change, those of registries cannot.
 */
public final class StaleSources {
  /** As the cc crate names objects: a digest of the source's folder, and the source's name. */
  private static final Pattern OBJECT = Pattern.compile("(?:[0-9a-f]{16}-)?(.+)\\.(?:o|obj)");

  private static final Pattern SOURCE =
      Pattern.compile("(.+)\\.(?:c|cc|cpp|cxx|c\\+\\+|m|mm|s|S|asm)");
  private static final String LOCAL = "path+";

  private final CrateGraph graph;
  private final List<BuildScriptRun> runs;

  /** For a crate and the build scripts of one of its targets. */
  public StaleSources(CrateGraph graph, List<BuildScriptRun> runs) {
    this.graph = graph;
    this.runs = List.copyOf(runs);
  }

  /** What is out of date in what was linked into an artifact of a package; one check at least. */
  List<Check> checks(String packageId) throws IOException {
    Set<String> linked = linked(packageId);
    List<Check> broken = new ArrayList<>();
    int objects = 0;
    for (BuildScriptRun run : runs) {
      if (run.packageId().startsWith(LOCAL) && linked.contains(run.packageId())) {
        CargoPackage owner = graph.packages().get(run.packageId());
        Map<String, FileTime> compiled = objects(run.folder());
        objects += compiled.size();
        if (!compiled.isEmpty()) {
          changed(owner, compiled).forEach(source -> broken.add(stale(owner, source)));
        }
      }
    }
    return broken.isEmpty()
        ? List.of(
            new Check(
                Rule.STALE,
                "",
                measured(objects),
                "as new as their sources",
                Outcome.KEPT,
                Map.of()))
        : broken;
  }

  private static String measured(int objects) {
    return switch (objects) {
      case 0 -> "no objects of build scripts";
      case 1 -> "1 object";
      default -> objects + " objects";
    };
  }

  private Set<String> linked(String root) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String next = open.pop();
      CargoPackage known = graph.packages().get(next);
      if (known != null && seen.add(next)) {
        known.dependencies().stream()
            .filter(dependency -> dependency.kind().equals("normal"))
            .map(Dependency::id)
            .forEach(open::push);
      }
    }
    return seen;
  }

  /** When each object was compiled, by the name of its source without suffix. */
  private static Map<String, FileTime> objects(Path folder) throws IOException {
    Map<String, FileTime> objects = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          Matcher name = OBJECT.matcher(file.getFileName().toString());
          if (name.matches()) {
            objects.merge(name.group(1), Files.getLastModifiedTime(file), StaleSources::later);
          }
        }
      }
    }
    return objects;
  }

  private static FileTime later(FileTime one, FileTime other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** The sources that are newer than their objects; of several of one name only if all are. */
  private static List<Path> changed(CargoPackage owner, Map<String, FileTime> objects)
      throws IOException {
    Map<String, List<Path>> sources = new HashMap<>();
    Files.walkFileTree(
        owner.manifest().getParent(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
            boolean inside = folder.equals(owner.manifest().getParent());
            return !inside && (name.startsWith(".") || name.equals("target"))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Matcher name = SOURCE.matcher(file.getFileName().toString());
            if (name.matches() && objects.containsKey(name.group(1))) {
              sources.computeIfAbsent(name.group(1), stem -> new ArrayList<>()).add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    List<Path> changed = new ArrayList<>();
    for (Map.Entry<String, List<Path>> entry : sources.entrySet()) {
      boolean all = true;
      for (Path source : entry.getValue()) {
        all &= Files.getLastModifiedTime(source).compareTo(objects.get(entry.getKey())) > 0;
      }
      if (all) {
        changed.addAll(entry.getValue());
      }
    }
    return changed.stream().sorted().toList();
  }

  private static Check stale(CargoPackage owner, Path source) {
    String path = owner.manifest().getParent().relativize(source).toString().replace('\\', '/');
    return new Check(
        Rule.STALE,
        path,
        "compiled before " + path + " was changed",
        "newer than its sources",
        Outcome.BROKEN,
        Map.of("package", owner.name(), "input", path, "path", path));
  }
}
