package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the program for a {@link Role} is come by. Texts are templates, see {@code
 * io.github.rustcross.toolchain.Template}.
 */
public sealed interface Program {
  /** Where the catalog says so. */
  Origin origin();

  /**
   * The first of several that is found. With arguments or variables a script of ours starts it.
   *
   * @param names candidates, best first
   * @param script the script's file name without {@code .bat}; empty where it is the program's own
   * @param arguments what comes before the caller's own arguments
   * @param environment what is set before it is started
   * @param origin where the catalog says so
   */
  record Found(
      List<Candidate> names,
      Optional<String> script,
      List<String> arguments,
      Map<String, String> environment,
      Origin origin)
      implements Program {
    /** Copies the collections. */
    public Found {
      names = List.copyOf(names);
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * A program to look for.
   *
   * @param name its name on PATH, without {@code .exe}; or its path, in which {@code *} stands for
   *     any part of one name, and the newest serves
   * @param sameArchitecture whether it serves only targets with the host's own architecture
   */
  record Candidate(String name, boolean sameArchitecture) {}

  /**
   * A script of ours that starts a downloaded tool with fixed arguments. Its file name is part of
   * the contract: rustc infers the linker flavour from it.
   *
   * @param name the script's file name without {@code .bat}
   * @param tool the name of the download that is started
   * @param arguments what comes before the caller's own arguments
   * @param environment what is set before the tool is started
   * @param version what is started instead where the script is asked for nothing but its version
   * @param origin where the catalog says so
   */
  record Wrapped(
      String name,
      String tool,
      List<String> arguments,
      Map<String, String> environment,
      Optional<VersionCall> version,
      Origin origin)
      implements Program {
    /** Copies the collections. */
    public Wrapped {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * How a version is asked for.
   *
   * @param tool the name of the download that is started
   * @param arguments all its arguments
   */
  record VersionCall(String tool, List<String> arguments) {
    /** Copies the list. */
    public VersionCall {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A name that rustc resolves itself, in its own folder.
   *
   * @param name such as {@code rust-lld}
   * @param origin where the catalog says so
   */
  record OfRustc(String name, Origin origin) implements Program {}
}
