package io.github.rustcross.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.inject.Inject;

/** Runs processes to their end. */
public final class ProcessRunner {
  static final long LINGERING_MILLIS = 1000;

  /** A runner. */
  @Inject
  public ProcessRunner() {}

  /**
   * Runs a process and keeps what it prints.
   *
   * @throws IOException if it cannot be started, or if this thread is interrupted
   */
  public ProcessOutput capture(Command command) throws IOException {
    StringBuilder stdout = new StringBuilder();
    StringBuilder stderr = new StringBuilder();
    int exitCode =
        stream(
            command,
            line -> stdout.append(line).append('\n'),
            line -> stderr.append(line).append('\n'));
    return new ProcessOutput(exitCode, stdout.toString(), stderr.toString());
  }

  /** Reads what a process prints while it prints it. */
  @FunctionalInterface
  public interface OutputReader {
    /**
     * Reads; what it leaves is thrown away.
     *
     * @throws IOException if the output is not what it has to be
     */
    void read(InputStream output) throws IOException;
  }

  /**
   * Runs a process whose standard output is too large to be kept.
   *
   * @param stdout called on a thread of its own; it has returned before this returns, if the
   *     process succeeded
   * @return the exit code and the standard error
   * @throws IOException if it cannot be started, if this thread is interrupted, or if the process
   *     succeeded and its output could not be read
   */
  public ProcessOutput read(Command command, OutputReader stdout) throws IOException {
    StringBuilder stderr = new StringBuilder();
    CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();
    int exitCode =
        run(
            command,
            stream -> {
              try (stream) {
                ended.complete(failure(stdout, stream));
                stream.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // As below, nothing is lost: this is what the reader did not want.
              } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
                throw e;
              }
            },
            line -> stderr.append(line).append('\n'));
    if (exitCode == 0) {
      Optional<IOException> failure = ended.join();
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    return new ProcessOutput(exitCode, "", stderr.toString());
  }

  private static Optional<IOException> failure(OutputReader reader, InputStream stream) {
    try {
      reader.read(stream);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /**
   * Runs a process and hands on what it prints, line by line; a carriage return ends a line too, as
   * programs use it for progress.
   *
   * @param stdout called on a thread of its own, for all that the process itself has printed before
   *     this returns
   * @param stderr called on another such thread
   * @return the exit code
   * @throws IOException if it cannot be started, or if this thread is interrupted
   */
  public int stream(Command command, Consumer<String> stdout, Consumer<String> stderr)
      throws IOException {
    return run(
        command, stream -> OutputLines.drain(stream, stdout, OutputLines.ANY_LENGTH), stderr);
  }

  private static int run(Command command, Consumer<InputStream> stdout, Consumer<String> stderr)
      throws IOException {
    Shutdown.stayIfBegun();
    ProcessBuilder builder =
        new ProcessBuilder(command.arguments()).directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    Process process = builder.start();
    try (ProcessTree tree = ProcessTree.guard(process)) {
      process.getOutputStream().close();
      AtomicReference<RuntimeException> failure = new AtomicReference<>();
      Consumer<RuntimeException> stop =
          e -> {
            failure.compareAndSet(null, e);
            tree.end();
          };
      Thread output = OutputLines.reader("stdout", process.getInputStream(), stdout, stop);
      Thread errors =
          OutputLines.reader(
              "stderr",
              process.getErrorStream(),
              stream -> OutputLines.drain(stream, stderr, OutputLines.ANY_LENGTH),
              stop);
      int exitCode = process.waitFor();
      Shutdown.stayIfBegun(exitCode);
      // A daemon that the process left behind may hold its streams open for ever.
      output.join(LINGERING_MILLIS);
      errors.join(LINGERING_MILLIS);
      if (failure.get() != null) {
        throw failure.get();
      }
      return exitCode;
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
