package io.github.rustcross.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A way of running a target's programs. Texts are templates, see {@code
 * io.github.rustcross.toolchain.Template}; the words are those of the target's {@code names:} and
 * those that {@code io.github.rustcross.runner.RunnerSelector} knows.
 *
 * @param name its name
 * @param description one line for people
 * @param hosts the machines it is for, as {@code target_os} or {@code target_os-target_arch};
 *     templates; empty for all
 * @param named whether it serves only, and then every target, where the user names it
 * @param argument what the user has to write behind its name, as a form to show; empty where it
 *     takes nothing
 * @param program what is started; absent where this machine runs the target's programs itself
 * @param version how to see whether the program works and is new enough
 * @param command what comes before the path of the target's program
 * @param environment further variables for the target's program; one whose value has an unknown
 *     {@code {word?}} is left out
 * @param scripts the scripts that {@code {script:name}} means, by file name
 * @param sysroot where the loader and the libraries of a dynamic program are
 * @param setup what has to be done once
 * @param services names of processes that it leaves running on purpose
 * @param install how it is installed
 * @param origin where the catalog says so
 */
public record Runner(
    String name,
    String description,
    Set<String> hosts,
    boolean named,
    Optional<String> argument,
    Optional<Executable> program,
    Optional<VersionRule> version,
    List<String> command,
    Map<String, String> environment,
    Map<String, Script> scripts,
    Optional<Sysroot> sysroot,
    Optional<Setup> setup,
    Set<String> services,
    Installation install,
    Origin origin) {

  /** Copies the collections and keeps their order. */
  public Runner {
    hosts = Set.copyOf(hosts);
    command = List.copyOf(command);
    environment = ordered(environment);
    scripts = ordered(scripts);
    services = Set.copyOf(services);
  }

  /**
   * What is started.
   *
   * @param names names on PATH without {@code .exe}, or absolute paths, best first
   * @param otherwise a path that serves where none of them does: one in a download
   */
  public record Executable(List<String> names, Optional<String> otherwise) {
    /** Copies the list. */
    public Executable {
      names = List.copyOf(names);
    }
  }

  /**
   * How to see whether a program works and is new enough.
   *
   * @param arguments what makes it print its version
   * @param pattern what is found in its output; the first group is the version
   * @param atLeast the lowest version that will do; empty where all will
   * @param shown what is shown as the runner's version; empty where it is the program's
   */
  public record VersionRule(
      List<String> arguments, Pattern pattern, Optional<String> atLeast, Optional<String> shown) {
    /** Copies the list. */
    public VersionRule {
      arguments = List.copyOf(arguments);
    }

    /** By the pattern's text: patterns themselves are never equal. */
    @Override
    public boolean equals(Object other) {
      return other instanceof VersionRule rule
          && arguments.equals(rule.arguments)
          && pattern.pattern().equals(rule.pattern.pattern())
          && atLeast.equals(rule.atLeast)
          && shown.equals(rule.shown);
    }

    @Override
    public int hashCode() {
      return Objects.hash(arguments, pattern.pattern(), atLeast, shown);
    }
  }

  /** What is in a script; no template. */
  public sealed interface Script {
    /** The text. */
    String content();
  }

  /**
   * A script that the catalog itself has.
   *
   * @param content the text
   */
  public record Inline(String content) implements Script {}

  /**
   * A script that lies beside the catalog in this library.
   *
   * @param file its path, seen from the catalog
   */
  public record Bundled(String file) implements Script {
    @Override
    public String content() {
      try (InputStream stream = Runner.class.getResourceAsStream(file)) {
        if (stream == null) {
          throw new FileNotFoundException(file + " is missing beside " + Runner.class.getName());
        }
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("the bundled " + file + " cannot be read", e);
      }
    }
  }

  /**
   * Where the loader and the libraries of a dynamic program are; without meaning for static ones
   * and for targets without a loader.
   *
   * @param folders the first with the target's loader below it serves
   * @param download the download that serves where none of them does
   * @param arguments what is appended to the command then, where the runner has to know the folder;
   *     {@code {sysroot}} is the folder
   * @param install how one of the folders is installed
   */
  public record Sysroot(
      List<String> folders,
      Optional<String> download,
      List<String> arguments,
      Installation install) {
    /** Copies the collections. */
    public Sysroot {
      folders = List.copyOf(folders);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A folder that is made once, such as the prefix of a Windows.
   *
   * @param folder the folder, which is complete when it exists
   * @param command what fills it; nothing where an empty folder will do
   * @param environment variables of that command alone, beside those of the runner
   * @param libraries what the runner lacks and is added afterwards
   */
  public record Setup(
      String folder,
      List<String> command,
      Map<String, String> environment,
      List<Library> libraries) {
    /** Copies the collections. */
    public Setup {
      command = List.copyOf(command);
      environment = ordered(environment);
      libraries = List.copyOf(libraries);
    }
  }

  /**
   * A library without code of its own.
   *
   * @param file its path in the folder
   * @param machine the linker's word for the machine
   * @param functions for each function it has, who does the work, as {@code library.function}
   */
  public record Library(String file, String machine, Map<String, String> functions) {
    /** Copies the map. */
    public Library {
      functions = ordered(functions);
    }
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
