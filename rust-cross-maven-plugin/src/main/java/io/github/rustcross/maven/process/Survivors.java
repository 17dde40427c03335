package io.github.rustcross.maven.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds the processes that a program left behind by a variable that they inherited: whoever lost
 * its parent is nobody's descendant any more. Where the system does not show the variables of
 * processes (proc(5) of Linux does), none are found.
 */
final class Survivors {
  private static final String VARIABLE = "RUST_CROSS_TEST_RUN";
  private static final Path PROCESSES = Path.of("/proc");

  private final Set<String> services;

  /** Containers number their processes anew: a number would not be this program's alone. */
  private final String mark = VARIABLE + "=" + UUID.randomUUID();

  /** Survivors that have none of these names. */
  Survivors(Set<String> services) {
    this.services = services;
  }

  /** What no other program has among its variables. */
  String mark() {
    return mark;
  }

  /** Lets a program and all that it starts be found. */
  void mark(Map<String, String> environment) {
    environment.put(VARIABLE, mark.substring(VARIABLE.length() + 1));
  }

  /**
   * Ends them; says which there were, each with its number and its program.
   *
   * @param started the program, or what stands between it and us
   * @param likely whether something speaks for there being some
   */
  List<String> end(ProcessHandle started, boolean likely) {
    Map<Long, String> ended = new LinkedHashMap<>();
    long deadline = System.nanoTime() + ProcessTree.PATIENCE.toNanos();
    List<ProcessHandle> found = find(likely ? 0 : firstNumber(started.pid()));
    if (found.isEmpty() && likely) {
      // While a process becomes another program, the system shows no variables of it.
      pause();
      found = find(0);
    }
    // Until none is left: whoever is ended may just have started another.
    while (!found.isEmpty() && System.nanoTime() < deadline) {
      found.forEach(process -> ended.computeIfAbsent(process.pid(), pid -> describe(process)));
      found.forEach(ProcessHandle::destroyForcibly);
      pause();
      found = find(0);
    }
    return List.copyOf(ended.values());
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ProcessTree.PAUSE_MILLIS));
  }

  /**
   * The lowest number that a process can have that was started after another one: numbers go up,
   * and begin anew after the highest. The last that was given away is the last word of loadavg
   * (proc(5)).
   */
  private static long firstNumber(long after) {
    try {
      String load = Files.readString(PROCESSES.resolve("loadavg")).strip();
      long last = Long.parseLong(load.substring(load.lastIndexOf(' ') + 1));
      return last >= after ? after : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private List<ProcessHandle> find(long lowest) {
    List<ProcessHandle> found = new ArrayList<>();
    if (!Files.isDirectory(PROCESSES.resolve("self"))) {
      return found;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path folder : folders) {
        boolean late = Long.parseLong(folder.getFileName().toString()) >= lowest;
        if (late && isMarked(folder) && !isService(folder)) {
          // Looked at again: another process may have got the number before the handle was made.
          process(folder)
              .filter(process -> isMarked(folder) && process.isAlive())
              .ifPresent(found::add);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // As on a system without such folders.
    }
    return found;
  }

  private boolean isMarked(Path folder) {
    try {
      String environment = Files.readString(folder.resolve("environ"), StandardCharsets.ISO_8859_1);
      return ('\0' + environment).contains('\0' + mark + '\0');
    } catch (IOException e) {
      // Ended meanwhile, or another user's.
      return false;
    }
  }

  private boolean isService(Path folder) {
    try {
      return services.contains(Files.readString(folder.resolve("comm")).strip());
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<ProcessHandle> process(Path folder) {
    return ProcessHandle.of(Long.parseLong(folder.getFileName().toString()));
  }

  private static String describe(ProcessHandle process) {
    return process.pid() + process.info().command().map(name -> " (" + name + ")").orElse("");
  }
}
