package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.cargo.BuildScriptRun;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.verify.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class StaleSources {
  /** As the cc crate names objects: a digest of the source's folder, and the source's name. */
  private static final Pattern OBJECT = Pattern.compile("(?:[0-9a-f]{16}-)?(.+)\\.(?:o|obj)");

  private static final Pattern ARCHIVE = Pattern.compile(".+\\.(?:a|lib)");
  private static final String LOCAL = "path+";

  private StaleSources() {}

  /** What is out of date in what was linked into an artifact; one check at least. */
  static List<Check> checks(LinkInputs inputs, ForeignSources sources) throws IOException {
    List<Check> broken = new ArrayList<>();
    int objects = 0;
    for (BuildScriptRun run : inputs.scripts()) {
      if (run.packageId().startsWith(LOCAL)) {
        CargoPackage owner = inputs.graph().packages().get(run.packageId());
        Map<String, FileTime> compiled = objects(run.folder());
        objects += compiled.size();
        if (!compiled.isEmpty()) {
          changed(sources.of(owner), compiled).forEach(source -> broken.add(stale(owner, source)));
        }
      }
    }
    return broken.isEmpty()
        ? List.of(
            Check.compared(
                Rule.STALE, "", measured(objects), "as new as their sources", true, Map.of()))
        : broken;
  }

  private static String measured(int objects) {
    return switch (objects) {
      case 0 -> "no objects of build scripts";
      case 1 -> "1 object";
      default -> objects + " objects";
    };
  }

  /**
   * When each object was compiled, by the name of its source without suffix. Of a script that makes
   * static libraries only their members count: what an earlier run left beside them is not linked.
   */
  private static Map<String, FileTime> objects(Path folder) throws IOException {
    List<Path> files = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        files = found.filter(Files::isRegularFile).toList();
      }
    }
    Optional<Set<String>> members = members(files);
    Map<String, FileTime> objects = new HashMap<>();
    for (Path file : files) {
      Matcher name = OBJECT.matcher(file.getFileName().toString());
      if (name.matches() && members.filter(known -> !known.contains(name.group())).isEmpty()) {
        objects.merge(name.group(1), Files.getLastModifiedTime(file), StaleSources::later);
      }
    }
    return objects;
  }

  /** The members of all static libraries; empty where there are none, or one cannot be read. */
  private static Optional<Set<String>> members(List<Path> files) throws IOException {
    Set<String> members = new HashSet<>();
    boolean any = false;
    for (Path file : files) {
      if (ARCHIVE.matcher(file.getFileName().toString()).matches()) {
        try {
          if (BinaryInspector.details(file) instanceof ArchiveDetails archive) {
            archive.members().forEach(member -> members.add(member.name()));
            any = true;
          }
        } catch (MalformedBinaryException e) {
          return Optional.empty();
        }
      }
    }
    return any ? Optional.of(members) : Optional.empty();
  }

  private static FileTime later(FileTime one, FileTime other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** The sources that are newer than their objects; of several of one name only if all are. */
  private static List<Path> changed(
      Map<String, Map<Path, FileTime>> sources, Map<String, FileTime> objects) {
    List<Path> changed = new ArrayList<>();
    objects.forEach(
        (name, compiled) -> {
          Map<Path, FileTime> alike = sources.getOrDefault(name, Map.of());
          if (alike.values().stream().allMatch(time -> time.compareTo(compiled) > 0)) {
            changed.addAll(alike.keySet());
          }
        });
    return changed.stream().sorted().toList();
  }

  private static Check stale(CargoPackage owner, Path source) {
    String path = owner.manifest().getParent().relativize(source).toString().replace('\\', '/');
    return Check.compared(
        Rule.STALE,
        path,
        "compiled before " + path + " was changed",
        "newer than its sources",
        false,
        Map.of("package", owner.name(), "input", path, "path", path));
  }
}
