package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.host.StandardOutput;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import io.github.rustcross.maven.text.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * Where a goal's output goes: text for people into Maven's log, everything else bare to standard
 * output, or both into a file.
 */
final class GoalOutput {
  /** The property with which Maven itself is told of colours. */
  private static final String COLOUR = "style.color";

  private final Log log;
  private final MavenSession session;
  private final HostSystem host;
  private final Optional<Path> file;

  /**
   * An output.
   *
   * @param file where it goes, instead of log and standard output
   */
  GoalOutput(Log log, MavenSession session, HostSystem host, Optional<Path> file) {
    this.log = log;
    this.session = session;
    this.host = host;
    this.file = file;
  }

  /**
   * Text for people.
   *
   * @throws ProblemException if the file cannot be written
   */
  void tell(Page page) throws ProblemException {
    if (file.isPresent()) {
      write(page.plain(), file.get());
    } else {
      page.messages(hasColours()).forEach(log::info);
    }
  }

  /**
   * Text for programs.
   *
   * @throws ProblemException if the file cannot be written
   */
  void hand(String text) throws ProblemException {
    if (file.isPresent()) {
      write(text, file.get());
    } else {
      StandardOutput.write(text);
    }
  }

  /** As Maven decides for its own log; and where the user wants no colours anywhere. */
  boolean hasColours() {
    String said = session.getUserProperties().getProperty(COLOUR, "auto");
    return said.equals("auto")
        ? isWatched(session.getRequest().isInteractiveMode(), host, host.isTerminal())
        : said.equals("always");
  }

  /** Whether a person sees it who has nothing against colours. */
  static boolean isWatched(boolean interactive, HostSystem host, boolean terminal) {
    // A variable that is empty counts as one that is not set (no-color.org).
    return interactive && host.variable("NO_COLOR").isEmpty() && !host.isLogInFile() && terminal;
  }

  /** All at once: nobody sees half a file. */
  private void write(String text, Path file) throws ProblemException {
    if (!written().add(file)) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.OUTPUT_UNUSABLE,
              "%s=%s: another module or execution has written it in this same build"
                  .formatted(RustProperties.OUTPUT_FILE, file),
              "Name it without the folder, so that each module has its own; or choose the module"
                  + " with -pl, the execution with goal@id."));
    }
    Path partial = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try {
        Files.writeString(partial, text);
        Files.move(
            partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.OUTPUT_UNUSABLE,
              "%s cannot be written: %s".formatted(file, Storage.reason(e)),
              "Name a file in a folder that can be written: -D%s=/path/to/file"
                  .formatted(RustProperties.OUTPUT_FILE)),
          e);
    }
    log.info("Written: " + file);
  }

  /** The files of this session so far. */
  @SuppressWarnings("unchecked")
  private Set<Path> written() {
    return (Set<Path>)
        session
            .getRequest()
            .getData()
            .computeIfAbsent(GoalOutput.class.getName(), key -> ConcurrentHashMap.newKeySet());
  }
}
