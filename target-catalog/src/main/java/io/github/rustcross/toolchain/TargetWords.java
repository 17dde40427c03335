package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Target;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that every template knows. */
public final class TargetWords {
  private TargetWords() {}

  /**
   * The target's {@code names:}, the spellings of its triple, its platform, and what this machine
   * is. The map is the caller's own.
   */
  public static Map<String, String> of(Target target, HostPlatform host) {
    Map<String, String> words = new LinkedHashMap<>(target.names());
    words.put("triple", target.triple().value());
    words.put("triple_", target.triple().underscored());
    words.put("TRIPLE", target.triple().shouted());
    words.put("targetOs", target.platform().os());
    words.put("targetArch", target.platform().arch());
    words.put("exe", host.executableSuffix());
    words.put("hostOs", host.os());
    words.put("hostArch", host.arch());
    words.put("pathSeparator", host.isWindows() ? ";" : ":");
    return words;
  }

  /** The same with the tool cache, which texts that are used know too. */
  public static Map<String, String> of(Target target, HostPlatform host, Path cacheDir) {
    Map<String, String> words = of(target, host);
    words.put("cacheDir", cacheDir.toString());
    return words;
  }
}
