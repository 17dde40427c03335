package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.toolchain.FoundPath;
import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.ToolchainSelection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a target can be built here, and its programs run.
 *
 * @param target the target
 * @param std its standard library
 * @param sysroot its sysroot, where one is asked for
 * @param abilities what can be built, and by what; in the order in which more is asked
 * @param running what runs its programs; empty for a target that is joined from others, whose
 *     programs are run instead
 */
public record TargetHealth(
    Target target,
    Std std,
    Optional<SysrootFinder.Found> sysroot,
    List<Ability> abilities,
    Optional<RunnerSelection> running) {
  /** Copies the list. */
  public TargetHealth {
    abilities = List.copyOf(abilities);
  }

  /** Whether a build would work. */
  public enum Status {
    /** It would, with what is here. */
    READY("ready"),
    /** It would, and first fetches what it lacks. */
    FETCHES("ready, fetches first"),
    /** Only of crates that ask for less than the most: pure Rust, say. */
    PARTLY("partly ready"),
    /** It would not. */
    NOT_READY("not ready");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The word for people and programs. */
    public String label() {
      return label;
    }
  }

  /**
   * The standard library of a target.
   *
   * @param state whether it is here
   * @param missing the targets whose standard library is not installed: the target itself, or of
   *     those that it is joined from
   * @param detail where it is, or why it cannot be had
   */
  public record Std(State state, List<String> missing, String detail) {
    /** Copies the list. */
    public Std {
      missing = List.copyOf(missing);
    }

    /** Whether it is here. */
    public enum State {
      /** It is. */
      INSTALLED,
      /** A build has rustup install it. */
      INSTALLABLE,
      /** It is not, and a build would not get it. */
      MISSING
    }
  }

  /**
   * Something that may be built.
   *
   * @param what in words: {@code pure Rust}, {@code C}, {@code this crate}
   * @param selection the toolchain for it, or why there is none
   * @param programs the toolchain's programs that were found on this machine
   * @param folders the folders and programs that were looked for and could have been others
   * @param tools the catalog's downloads that it takes, and whether they are here
   * @param lacking what else a build fetches first
   */
  public record Ability(
      String what,
      ToolchainSelection selection,
      List<Path> programs,
      List<FoundPath> folders,
      Map<String, ToolState.Usable> tools,
      List<String> lacking) {
    /** Copies the collections. */
    public Ability {
      programs = List.copyOf(programs);
      folders = List.copyOf(folders);
      lacking = List.copyOf(lacking);
      tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    }

    /** What a build fetches first. */
    public List<String> fetched() {
      return Stream.concat(
              tools.entrySet().stream()
                  .filter(tool -> tool.getValue() instanceof ToolState.Obtainable)
                  .map(Map.Entry::getKey),
              lacking.stream())
          .toList();
    }

    /** Whether there is a toolchain for it. */
    public boolean isServed() {
      return selection instanceof Selected;
    }
  }

  /** Whether a build would work. */
  public Status status() {
    List<Ability> served = abilities.stream().filter(Ability::isServed).toList();
    if (std.state() == Std.State.MISSING || lacksSysroot() || served.isEmpty()) {
      return Status.NOT_READY;
    }
    if (served.size() < abilities.size()) {
      return Status.PARTLY;
    }
    boolean fetches =
        std.state() == Std.State.INSTALLABLE
            || fetchesSysroot()
            || served.stream().anyMatch(ability -> !ability.fetched().isEmpty());
    return fetches ? Status.FETCHES : Status.READY;
  }

  /** Whether there is no sysroot, and a build would not get it. */
  public boolean lacksSysroot() {
    return sysroot
        .filter(found -> found.state() instanceof SysrootFinder.State.Missing)
        .isPresent();
  }

  /** Whether a build fetches the sysroot first. */
  public boolean fetchesSysroot() {
    return sysroot
        .filter(found -> found.state() instanceof SysrootFinder.State.Obtainable)
        .isPresent();
  }

  /** What would bring all toolchains and runners here that are lacking: of each the first. */
  public List<Remedy> remedies() {
    List<Remedy> remedies = new ArrayList<>();
    for (Ability ability : abilities) {
      if (ability.selection() instanceof Unservable unservable) {
        first(unservable.rejections().stream().map(ToolchainSelection.Rejection::remedies))
            .forEach(remedies::add);
      }
    }
    if (running.orElse(null) instanceof RunnerSelection.Unrunnable unrunnable) {
      first(unrunnable.rejections().stream().map(RunnerSelection.Rejection::remedies))
          .forEach(remedies::add);
    }
    return remedies;
  }

  private static Stream<Remedy> first(Stream<List<Remedy>> remedies) {
    return remedies.filter(some -> !some.isEmpty()).findFirst().stream().flatMap(List::stream);
  }
}
