package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Target;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that every template knows. */
public final class TargetWords {
  private TargetWords() {}

  /**
   * The target's {@code names:}, the spellings of its triple, and what this machine is. The map is
   * the caller's own.
   */
  public static Map<String, String> of(Target target, HostPlatform host, Path cacheDir) {
    Map<String, String> words = new LinkedHashMap<>(target.names());
    words.put("triple", target.triple().value());
    words.put("triple_", target.triple().underscored());
    words.put("TRIPLE", target.triple().shouted());
    words.put("cacheDir", cacheDir.toString());
    words.put("exe", host.executableSuffix());
    words.put("hostOs", host.os());
    words.put("hostArch", host.arch());
    return words;
  }
}
