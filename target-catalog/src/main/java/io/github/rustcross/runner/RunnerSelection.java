package io.github.rustcross.runner;

import io.github.rustcross.toolchain.Remedy;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.WrapperScript;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether, and by what, a target's programs can be run here. */
public sealed interface RunnerSelection {
  /**
   * They can.
   *
   * @param runner the runner's name in the catalog
   * @param version its version, where it has one and is here
   * @param command what comes before the path of the program that is run; nothing where this
   *     machine runs it itself
   * @param environment further variables for the program, with their origin
   * @param sysroot the folder with the target's loader and libraries, where the runner needs one
   * @param tools the catalog's downloads that have to be here first
   * @param scripts the scripts that have to be here first
   * @param setup what has to be done once before the first program is run
   * @param services names of processes that the runner leaves running on purpose
   * @param reason why this one, in a sentence
   */
  record Runnable(
      String runner,
      Optional<String> version,
      List<String> command,
      Map<String, Setting> environment,
      Optional<Path> sysroot,
      Set<String> tools,
      List<WrapperScript> scripts,
      Optional<RunnerSetup> setup,
      Set<String> services,
      String reason)
      implements RunnerSelection {
    /** Copies the collections and keeps their order. */
    public Runnable {
      command = List.copyOf(command);
      environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
      tools = Collections.unmodifiableSet(new LinkedHashSet<>(tools));
      scripts = List.copyOf(scripts);
      services = Set.copyOf(services);
    }

    /** A runner that the catalog knows nothing of, and that needs nothing. */
    public static Runnable of(String runner, List<String> command, String reason) {
      return new Runnable(
          runner,
          Optional.empty(),
          command,
          Map.of(),
          Optional.empty(),
          Set.of(),
          List.of(),
          Optional.empty(),
          Set.of(),
          reason);
    }

    /** The runner and its version, for tables and sentences. */
    public String label() {
      return version.map(number -> runner + " " + number).orElse(runner);
    }
  }

  /**
   * They cannot.
   *
   * @param rejections why each of the target's runners does not serve, in the catalog's order; none
   *     where the catalog knows no runner
   */
  record Unrunnable(List<Rejection> rejections) implements RunnerSelection {
    /** Copies the list. */
    public Unrunnable {
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * Why a runner does not serve.
   *
   * @param runner its name
   * @param reason what it lacks
   * @param remedies what would help; none where nothing is known
   */
  record Rejection(String runner, String reason, List<Remedy> remedies) {
    /** Copies the list. */
    public Rejection {
      remedies = List.copyOf(remedies);
    }

    /** The commands that would help, in one line. */
    public Optional<String> remedy() {
      return Remedy.line(remedies);
    }

    @Override
    public String toString() {
      return runner + ": " + reason;
    }
  }
}
