package io.github.rustcross.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process")
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class ProcessRunnerTest {
  private final ProcessRunner runner = new ProcessRunner();

  @TempDir private Path folder;

  @Test
  @DisplayName("is captured: both streams and the exit code")
  void captured() throws Exception {
    ProcessOutput output = runner.capture(shell("echo out; echo err >&2; echo öäü; exit 3"));

    assertThat(output).isEqualTo(new ProcessOutput(3, "out\nöäü\n", "err\n"));
    assertThat(output.succeeded()).isFalse();
    assertThat(runner.capture(shell("exit 0")).succeeded()).isTrue();
  }

  @Test
  @DisplayName("may print more than a pipe holds to both streams")
  void much() throws Exception {
    ProcessOutput output =
        runner.capture(
            shell(
                "i=0; while [ $i -lt 3000 ]; do echo out-that-is-rather-long-$i;"
                    + " echo err-that-is-rather-long-$i >&2; i=$((i+1)); done"));

    assertThat(output.stdout().lines()).hasSize(3000).endsWith("out-that-is-rather-long-2999");
    assertThat(output.stderr().lines()).hasSize(3000);
  }

  @Test
  @DisplayName("is read while it prints, to the end of what its reader wants")
  void read() throws Exception {
    AtomicReference<String> first = new AtomicReference<>();

    ProcessOutput output =
        runner.read(
            shell(
                "echo err >&2; echo first; i=0; while [ $i -lt 9000 ]; do echo rest-$i; i=$((i+1)); done"),
            stream -> first.set(new String(stream.readNBytes(6), StandardCharsets.UTF_8)));

    assertThat(first).hasValue("first\n");
    assertThat(output).isEqualTo(new ProcessOutput(0, "", "err\n"));
  }

  @Test
  @DisplayName("that succeeds and prints what cannot be read fails with what its reader says")
  void unreadable() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> runner.read(shell("echo rubbish"), ProcessRunnerTest::refuse))
        .withMessage("no JSON");
  }

  @Test
  @DisplayName("that fails is not blamed for what it printed")
  void failedAndUnreadable() throws Exception {
    assertThat(runner.read(shell("echo why >&2; exit 101"), ProcessRunnerTest::refuse))
        .isEqualTo(new ProcessOutput(101, "", "why\n"));
  }

  private static void refuse(InputStream output) throws IOException {
    throw new IOException("no JSON");
  }

  @Test
  @DisplayName("ends its lines with a line feed, a carriage return or both")
  void lineEnds() throws Exception {
    List<String> lines = new ArrayList<>();

    runner.stream(
        shell("printf 'a\\nb\\r\\nc\\r  d\\r\\n\\n\\n  e \\r\\rlast'"), lines::add, line -> {});

    assertThat(lines).containsExactly("a", "b", "c", "  d", "", "", "  e ", "last");
  }

  @Test
  @DisplayName("keeps empty lines that end with carriage return and line feed")
  void emptyLines() throws Exception {
    List<String> lines = new ArrayList<>();

    runner.stream(shell("printf 'a\\r\\n\\r\\nb\\r\\n'"), lines::add, line -> {});

    assertThat(lines).containsExactly("a", "", "b");
  }

  @Test
  @DisplayName("is ended when the thread that waits for it is interrupted")
  void interrupted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () ->
                thrown.complete(
                    catchThrowable(
                        () ->
                            runner.stream(
                                shell("echo go; exec sleep 8"),
                                line -> started.countDown(),
                                line -> {}))));
    thread.start();
    started.await();
    thread.interrupt();

    assertThat(thrown)
        .succeedsWithin(3, TimeUnit.SECONDS)
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("interrupted");
  }

  @Test
  @DisplayName("is not waited for longer because something it started holds its output")
  void grandchildHoldsOutput() {
    CompletableFuture<ProcessOutput> output =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return runner.capture(shell("sleep 6 & echo done"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    assertThat(output)
        .succeedsWithin(3, TimeUnit.SECONDS)
        .isEqualTo(new ProcessOutput(0, "done\n", ""));
  }

  @Test
  @DisplayName("sees the variables it is given and no others, in the folder it is given")
  void environment() throws Exception {
    Command command =
        new Command(
            List.of("/bin/sh", "-c", "pwd; echo $ONLY; echo \"[$HOME]\""),
            folder,
            Map.of("ONLY", "this one"));

    assertThat(runner.capture(command).stdout())
        .isEqualTo(folder.toRealPath() + "\nthis one\n[]\n");
  }

  @Test
  @DisplayName("finds its input at its end")
  void input() throws Exception {
    assertThat(runner.capture(shell("read line || echo nothing")).stdout()).isEqualTo("nothing\n");
  }

  @Test
  @DisplayName("that cannot be started is an error")
  void missing() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                runner.capture(
                    new Command(List.of(folder.resolve("gone").toString()), folder, Map.of())))
        .withMessageContaining("gone");
  }

  @Test
  @DisplayName("is ended, with what it started, when its reader fails")
  void readerFails() {
    List<Long> pids = new ArrayList<>();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                runner.stream(
                    shell("sleep 60 & echo $!; sleep 60"),
                    line -> {
                      pids.add(Long.parseLong(line));
                      throw new IllegalStateException("reader");
                    },
                    line -> {}))
        .withMessage("reader");

    assertThat(pids).hasSize(1);
    assertEnds(pids.get(0));
  }

  @Test
  @DisplayName("is ended with its children's children when its tree is closed")
  void tree() throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", "sh -c 'sleep 60 & echo $!; wait' & wait").start();
    long grandchild;
    try (ProcessTree tree = ProcessTree.guard(process);
        BufferedReader reader = process.inputReader()) {
      grandchild = Long.parseLong(reader.readLine());
      assertThat(ProcessHandle.of(grandchild)).get().matches(ProcessHandle::isAlive);
    }

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertEnds(grandchild);
  }

  @Test
  @DisplayName("that ended by itself is left in peace")
  void ended() throws Exception {
    Process process = new ProcessBuilder("/bin/sh", "-c", "exit 5").start();
    process.waitFor();
    try (ProcessTree tree = ProcessTree.guard(process)) {
      assertThat(process.exitValue()).isEqualTo(5);
    }
    assertThat(process.exitValue()).isEqualTo(5);
  }

  @Test
  @DisplayName("is shown as one could type it, but for passwords")
  void display() {
    assertThat(
            new Command(List.of("cargo", "build", "--config", "a.b=[\"x y\"]"), folder, Map.of())
                .display())
        .isEqualTo("cargo build --config 'a.b=[\"x y\"]'");
    assertThat(
            new Command(
                    List.of("tool", "http://me:p@ss@host/x", "http://me@host"), folder, Map.of())
                .display())
        .isEqualTo("tool http://me:***@host/x http://me@host");
  }

  /** An orphan that was ended may stay for as long as init takes to notice. */
  private static void assertEnds(long pid) {
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit).stream())
        .allSatisfy(exit -> assertThat(exit).succeedsWithin(5, TimeUnit.SECONDS));
  }

  private Command shell(String script) {
    return new Command(
        List.of("/bin/sh", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
  }
}
