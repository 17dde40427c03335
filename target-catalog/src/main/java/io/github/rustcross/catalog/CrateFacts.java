package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one crate's native side, from its own source.
 *
 * @param crate its name in the registry
 * @param versions the versions for which it holds, in cargo's notation; all where empty
 * @param library the {@link Library} that it looks for
 * @param finder how it looks for it
 * @param only features of which one has to be on, or it looks for nothing; none for always
 * @param unless features with which it looks for nothing
 * @param unneeded targets for which it looks for nothing
 * @param unsure targets for which it may find the library in ways that cannot be told from outside
 * @param own the copy that it compiles itself
 * @param locations variables of the user that say where the library is; templates, in which {@code
 *     *} stands for any characters
 * @param sysrootVariables variables that tell it where a sysroot has the library; templates
 * @param asks programs that it asks for the library if they are on PATH
 * @param programs the {@link HostProgram}s that its build script or its users' cannot do without
 * @param mayNeed those that it needs in some uses
 * @param avoids how to keep it from pulling in others
 * @param hints what to know about it
 * @param source crate, version and file that say so
 * @param origin where the catalog says so
 */
public record CrateFacts(
    String crate,
    Optional<VersionRequirement> versions,
    Optional<String> library,
    Finder finder,
    List<String> only,
    List<String> unless,
    TargetSet unneeded,
    TargetSet unsure,
    Optional<OwnCopy> own,
    List<String> locations,
    Map<String, String> sysrootVariables,
    List<String> asks,
    List<String> programs,
    List<String> mayNeed,
    List<Avoidance> avoids,
    List<CrateHint> hints,
    Optional<String> source,
    Origin origin) {
  /** Copies the lists. */
  public CrateFacts {
    only = List.copyOf(only);
    unless = List.copyOf(unless);
    locations = List.copyOf(locations);
    sysrootVariables = Collections.unmodifiableMap(new LinkedHashMap<>(sysrootVariables));
    asks = List.copyOf(asks);
    programs = List.copyOf(programs);
    mayNeed = List.copyOf(mayNeed);
    avoids = List.copyOf(avoids);
    hints = List.copyOf(hints);
  }

  /** Whether the facts hold for a version. */
  public boolean holdsFor(String version) {
    return versions.map(some -> some.contains(version)).orElse(true);
  }

  /** How a crate looks for its library. */
  public enum Finder {
    /** It asks pkg-config in its build script, and fails where that has no answer. */
    PKG_CONFIG("pkg-config"),
    /** It has the linker look for it. */
    LINKER("linker");

    private final String id;

    Finder(String id) {
      this.id = id;
    }

    /** The word in the catalog. */
    public String id() {
      return id;
    }
  }
}
