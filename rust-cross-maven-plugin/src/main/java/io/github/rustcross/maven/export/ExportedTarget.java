package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that another tool can be told of building for one target on this machine.
 *
 * @param target the target
 * @param host the machine that builds
 * @param toolchain the label of the toolchain
 * @param languages what the toolchain compiles and links besides Rust
 * @param floor the glibc version that is promised; empty where none is
 * @param environment variables, and rustc's flags for the kind of artifact that is asked for; where
 *     the target is the host, its linker is among the flags, because as a variable it would link
 *     build scripts too
 * @param rustflags rustc's flags for each kind of artifact that the same toolchain makes
 * @param programs paths by what they are for; a name without a folder is one that rustc knows. None
 *     where the machine's own compilers are used as they are
 */
public record ExportedTarget(
    Target target,
    HostPlatform host,
    String toolchain,
    Set<Language> languages,
    Optional<GlibcVersion> floor,
    TargetEnvironment environment,
    Map<ArtifactKind, List<String>> rustflags,
    Map<Role, String> programs) {
  /** Copies the collections. */
  public ExportedTarget {
    languages = Set.copyOf(languages);
    rustflags = sorted(ArtifactKind.class, rustflags);
    programs = sorted(Role.class, programs);
  }

  private static <K extends Enum<K>, V> Map<K, V> sorted(Class<K> keys, Map<K, V> map) {
    Map<K, V> sorted = new EnumMap<>(keys);
    sorted.putAll(map);
    return Collections.unmodifiableMap(sorted);
  }

  /** The path of a program; empty where the toolchain has none or leaves it to the tool. */
  Optional<String> program(Role role) {
    return Optional.ofNullable(programs.get(role));
  }

  /** Rustc's flags for the kind of artifact that is asked for. */
  List<String> flags() {
    return environment.rustflags().stream().map(Setting::value).toList();
  }

  /**
   * Words of a variable that build scripts have for this target, such as {@code CFLAGS}: the {@code
   * cc} crate divides it at white space and knows no quotes.
   */
  List<String> words(String variable) {
    Setting setting = environment.variables().get(variable + "_" + target.triple().underscored());
    return setting == null || setting.value().isBlank()
        ? List.of()
        : List.of(setting.value().strip().split("\\s+"));
  }

  /** What another tool calls the target or a part of it, from the catalog's {@code names:}. */
  Optional<String> name(String key) {
    return Optional.ofNullable(target.names().get(key));
  }

  /** One line for people. */
  String title() {
    return "%s: %s%s"
        .formatted(
            target.triple(), toolchain, floor.map(version -> ", glibc " + version).orElse(""));
  }

  /** The kinds of artifact for which rustc has other flags than for the one asked for. */
  List<ArtifactKind> othersInFlags() {
    return rustflags.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(flags()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
