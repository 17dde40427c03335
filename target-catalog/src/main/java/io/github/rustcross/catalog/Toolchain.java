package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A way of compiling foreign code and of linking.
 *
 * @param name its name in {@code rust.crossToolchain}
 * @param description one line for people
 * @param terms where and how it may be used
 * @param compiles the languages it compiles
 * @param links the languages whose runtime libraries it can put on the link line
 * @param glibcFloor what it can promise of the glibc version
 * @param glibcHighest the highest glibc version that it can build against; empty where it is not
 *     known
 * @param sysroot whether it compiles and links against a sysroot
 * @param anyTarget whether it may be named for every target, listed there or not
 * @param ownLibraries whether its linker finds no libraries but those it brings along, and those in
 *     folders that it is told
 * @param downloads the tools it needs, by name in {@code downloads:}
 * @param paths its folders
 * @param programs the programs by role
 * @param rustflags flags for rustc when it links artifacts of a kind; templates
 * @param environment further variables for cargo; names and values are templates
 * @param launcher what starts cargo, and has the compilers; absent where this machine does
 * @param install how it is installed
 * @param origin where the catalog says so
 */
public record Toolchain(
    String name,
    String description,
    ToolchainTerms terms,
    Set<Language> compiles,
    Set<Language> links,
    FloorPromise glibcFloor,
    Optional<String> glibcHighest,
    boolean sysroot,
    boolean anyTarget,
    boolean ownLibraries,
    List<String> downloads,
    ToolchainPaths paths,
    Map<Role, Program> programs,
    Map<ArtifactKind, List<String>> rustflags,
    Map<String, String> environment,
    Optional<Launcher> launcher,
    Installation install,
    Origin origin) {

  /** Copies the collections. */
  public Toolchain {
    compiles = Set.copyOf(compiles);
    links = Set.copyOf(links);
    downloads = List.copyOf(downloads);
    programs = Map.copyOf(programs);
    rustflags = Map.copyOf(rustflags);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Flags for rustc when it links artifacts of a kind. */
  public List<String> rustflags(ArtifactKind kind) {
    return rustflags.getOrDefault(kind, List.of());
  }

  /** What a toolchain can promise of the glibc version that its binaries need. */
  public enum FloorPromise {
    /** It builds against the version that is asked for. */
    ASKED("asked"),
    /**
     * It links what its image has, which is the user's choice: the version that is asked for is
     * proved or refuted by what comes out.
     */
    MEASURED("measured"),
    /** It links the sysroot's, whose version is known; without a sysroot as {@link #NONE}. */
    SYSROOT("sysroot"),
    /** It links what the machine has: the version is measured afterwards, not promised. */
    NONE("none");

    private final String id;

    FloorPromise(String id) {
      this.id = id;
    }

    /** The word in the catalog. */
    public String id() {
      return id;
    }
  }
}
