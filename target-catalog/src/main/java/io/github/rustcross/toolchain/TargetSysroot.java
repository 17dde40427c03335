package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.inspect.GlibcVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The headers and libraries of a target's system that a build compiles and links against.
 *
 * @param name what the user calls it
 * @param root the folder that stands for the root folder of that system; empty where its packages
 *     are installed on this machine, beside the machine's own
 * @param glibc the version of its C library, which is the floor that it implies; empty where it is
 *     not known, or is no glibc
 * @param words what texts of the catalog know of it as {@code {sysroot:word}}
 * @param origin who chose it
 */
public record TargetSysroot(
    String name,
    Optional<Path> root,
    Optional<GlibcVersion> glibc,
    Map<String, String> words,
    Origin origin) {
  /**
   * A word of those that are made of packages: what is in front of their absolute paths. Other
   * sysroots may have their folders elsewhere.
   */
  public static final String PACKAGES = "packages";

  /** The word for its folder; unknown where its packages are installed on this machine. */
  static final String FOLDER = "sysroot";

  /** The word in front of absolute paths of that system. */
  static final String PREFIX = "systemRoot";

  /** Copies the map. */
  public TargetSysroot {
    words = Map.copyOf(words);
  }

  /** What templates know of it. */
  public Map<String, String> templateWords() {
    Map<String, String> known = new LinkedHashMap<>();
    root.ifPresent(folder -> known.put(FOLDER, folder.toString()));
    known.put(PREFIX, root.map(Path::toString).orElse(""));
    words.forEach((word, value) -> known.put(FOLDER + ":" + word, value));
    return known;
  }

  @Override
  public String toString() {
    return name;
  }
}
