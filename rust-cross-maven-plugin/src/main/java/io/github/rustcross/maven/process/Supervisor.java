package io.github.rustcross.maven.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.inject.Inject;

/**
 * Runs programs that may do anything: hang, print without end, end their parent or leave others
 * behind. Between this JVM and the program stands a shell, in a session of its own where that can
 * be had, which the program may end instead of us.
 */
public final class Supervisor {
  /**
   * Writes down how the program ended, and marks the end of what it printed; without that it was
   * the shell that was ended. The program sees no variable of the shell's, and none of the shell's
   * own commands is taken for it.
   */
  private static final String GUARD =
      "(shift 2; exec \"$@\"); echo $? > \"$1\"; echo \"$2\"; echo \"$2\" >&2";

  private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** A runner of such programs. */
  @Inject
  public Supervisor() {}

  /**
   * How a program is watched.
   *
   * @param limit how long it may take; empty for as long as it likes
   * @param shell the POSIX shell that stands between; empty on hosts that have none
   * @param sessions the program {@code setsid}, where the host has it
   * @param services names of processes that may outlive it
   */
  public record Watch(
      Optional<Duration> limit,
      Optional<Path> shell,
      Optional<Path> sessions,
      Set<String> services) {
    /** Copies the set. */
    public Watch {
      services = Set.copyOf(services);
    }
  }

  /**
   * How a program ended.
   *
   * @param status its exit code, 128 and a signal's number where one ended it; empty where it did
   *     not end by itself or took its parent with it
   * @param timedOut whether it was ended because its time was up
   * @param survivors the processes that it left behind, which were ended: number and command
   */
  public record Ended(OptionalInt status, boolean timedOut, List<String> survivors) {
    /** Copies the list. */
    public Ended {
      survivors = List.copyOf(survivors);
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param stdout called on a thread of its own, with lines of at most 65536 characters
   * @param stderr called on another such thread
   * @throws IOException if it cannot be started, or if this thread is interrupted
   */
  public Ended run(Command command, Watch watch, Consumer<String> stdout, Consumer<String> stderr)
      throws IOException {
    Shutdown.stayIfBegun();
    // A folder: into one that is gone nobody writes, whoever is ended last.
    Path folder = Files.createTempDirectory("rust-cross");
    Path status = folder.resolve("status");
    try {
      return run(command, watch, status, stdout, stderr);
    } finally {
      delete(status);
    }
  }

  /** With its folder. */
  private static void delete(Path status) {
    try {
      Files.deleteIfExists(status);
      Files.deleteIfExists(status.getParent());
    } catch (IOException e) {
      // A file that is left in the folder for such files changes no result.
    }
  }

  private static Ended run(
      Command command, Watch watch, Path status, Consumer<String> stdout, Consumer<String> stderr)
      throws IOException {
    Survivors survivors = new Survivors(watch.services());
    String end = "end of " + survivors.mark();
    ProcessBuilder builder =
        new ProcessBuilder(guarded(command, watch, status, end))
            .directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    survivors.mark(builder.environment());
    Process process = builder.start();
    Runnable last =
        () -> {
          survivors.end(process.toHandle(), true);
          delete(status);
        };
    try (ProcessTree tree = ProcessTree.guard(process, last)) {
      process.getOutputStream().close();
      AtomicReference<RuntimeException> failure = new AtomicReference<>();
      Consumer<RuntimeException> stop =
          e -> {
            failure.compareAndSet(null, e);
            tree.end();
          };
      WatchedStream output =
          WatchedStream.of("stdout", process.getInputStream(), end, stdout, stop);
      WatchedStream errors =
          WatchedStream.of("stderr", process.getErrorStream(), end, stderr, stop);
      boolean inTime = await(process, watch.limit());
      if (!inTime) {
        tree.end();
      }
      Shutdown.stayIfBegun(process.waitFor());
      // A shell that was ended has marked no end.
      boolean guarded = inTime && watch.shell().isPresent() && Files.exists(status);
      if (guarded) {
        output.await();
        errors.await();
      }
      List<String> left =
          survivors.end(process.toHandle(), !guarded || output.isOpen() || errors.isOpen());
      if (!guarded) {
        output.await();
        errors.await();
      }
      if (failure.get() != null) {
        throw failure.get();
      }
      return new Ended(
          inTime ? exitCode(process, watch, status) : OptionalInt.empty(),
          !inTime,
          inTime ? left : List.of());
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  private static List<String> guarded(Command command, Watch watch, Path status, String end) {
    List<String> line = new ArrayList<>();
    if (watch.shell().isPresent()) {
      watch.sessions().ifPresent(program -> line.add(program.toString()));
      line.addAll(List.of(watch.shell().get().toString(), "-c", GUARD, "rust-cross"));
      line.addAll(List.of(status.toString(), end));
      line.addAll(nameless(command));
    }
    line.addAll(command.arguments());
    return line;
  }

  /**
   * Variables whose names are none in a shell's language, such as {@code CARGO_BIN_EXE_my-app}:
   * some shells lose them (POSIX, Shell Command Language, 2.5.3, lets them), so they are set again.
   */
  private static List<String> nameless(Command command) {
    List<String> settings =
        command.environment().entrySet().stream()
            .filter(variable -> !SHELL_NAME.matcher(variable.getKey()).matches())
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .toList();
    // env would take such a program for one more variable.
    if (settings.isEmpty() || command.arguments().get(0).contains("=")) {
      return List.of();
    }
    List<String> line = new ArrayList<>(List.of("env"));
    line.addAll(settings);
    return line;
  }

  private static boolean await(Process process, Optional<Duration> limit)
      throws InterruptedException {
    if (limit.isEmpty()) {
      process.waitFor();
      return true;
    }
    return process.waitFor(limit.get().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static OptionalInt exitCode(Process process, Watch watch, Path status)
      throws IOException {
    if (watch.shell().isEmpty()) {
      return OptionalInt.of(process.exitValue());
    }
    if (!Files.exists(status)) {
      return OptionalInt.empty();
    }
    String written = Files.readString(status).strip();
    return written.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written));
  }
}
