package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the catalog knows of one target.
 *
 * @param triple its name
 * @param description one line for people
 * @param tier Rust's support tier, 1 to 3
 * @param std whether rustup offers a prebuilt std
 * @param slices for a pseudo-triple such as {@code universal2-apple-darwin}: the targets whose
 *     binaries are joined; empty for an ordinary target
 * @param platform rustc's words
 * @param libc the C library at run time; absent on bare metal
 * @param binary what its binaries look like
 * @param files how its files are called, for each kind of artifact that the target can have
 * @param archive the kind of archive in which its programs are handed out
 * @param names what others call it: {@code classifier}, {@code osMaven}, {@code jna}, {@code dpkg},
 *     {@code goos}, {@code docker}, {@code cmakeSystem}, {@code gnu}, …; also the words that
 *     toolchains refer to
 * @param rustflags flags that each kind of artifact needs on this target
 * @param groups the groups it belongs to, without the {@code @}
 * @param toolchains the ways of building for it, best first
 * @param runners the ways of running its programs, best first
 * @param origin where the catalog says so
 */
public record Target(
    TargetTriple triple,
    String description,
    int tier,
    StdSupport std,
    List<TargetTriple> slices,
    Platform platform,
    Optional<Libc> libc,
    BinaryPromise binary,
    Map<ArtifactKind, FileNaming> files,
    ArchiveFormat archive,
    Map<String, String> names,
    Map<ArtifactKind, List<String>> rustflags,
    Set<String> groups,
    List<ToolchainChoice> toolchains,
    List<RunnerChoice> runners,
    Origin origin) {

  /** Copies the collections and keeps their order. */
  public Target {
    slices = List.copyOf(slices);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    rustflags = Map.copyOf(rustflags);
    groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    toolchains = List.copyOf(toolchains);
    runners = List.copyOf(runners);
  }

  /** The glibc version that is promised when nobody asks for another; empty without glibc. */
  public Optional<String> defaultFloor() {
    return libc.flatMap(Libc::floor);
  }

  /** Whether this is made by joining the binaries of other targets. */
  public boolean isUniversal() {
    return !slices.isEmpty();
  }
}
