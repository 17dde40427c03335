package io.github.rustcross.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Supervisor.Ended;
import io.github.rustcross.maven.process.Supervisor.Watch;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A program that is watched")
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SupervisorTest {
  private final HostSystem host = new HostSystem();
  private final List<String> stdout = Collections.synchronizedList(new ArrayList<>());
  private final List<String> stderr = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  @Test
  @DisplayName("has its exit code, and its lines are handed on apart")
  void ordinary() throws IOException {
    Ended ended = run("echo one; echo two >&2; exit 7", Optional.empty());

    assertThat(ended).isEqualTo(new Ended(OptionalInt.of(7), false, List.of()));
    assertThat(stdout).containsExactly("one");
    assertThat(stderr).containsExactly("two");
  }

  @Test
  @DisplayName("that a signal ends has 128 and the signal's number")
  void signal() throws IOException {
    assertThat(run("kill -SEGV $$", Optional.empty()).status()).hasValue(128 + 11);
  }

  @Test
  @DisplayName("that takes too long is ended with all that it started, though they ignore it")
  void timeout() throws IOException {
    Path pid = folder.resolve("pid");
    long start = System.nanoTime();
    Ended ended =
        run(
            "(trap '' TERM; echo begun; sleep 3000 & sleep 3000 & exec sleep 3000) & echo $! > "
                + pid
                + "; wait",
            Optional.of(Duration.ofMillis(500)));

    // They have five seconds together, not each.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    assertThat(ended).isEqualTo(new Ended(OptionalInt.empty(), true, List.of()));
    assertThat(stdout).containsExactly("begun");
    assertThat(isAlive(pid)).isFalse();
  }

  @Test
  @DisplayName("that leaves a process behind ends at once; the process is named and ended")
  void survivor() throws IOException {
    Path pid = folder.resolve("pid");
    long start = System.nanoTime();
    Ended ended =
        run(
            "sleep 3000 & echo $! > " + pid + "; sleep 0.2; echo done",
            Optional.of(Duration.ofMinutes(5)));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(ended.status()).hasValue(0);
    assertThat(ended.survivors()).singleElement().asString().endsWith("/sleep)");
    assertThat(stdout).containsExactly("done");
    assertThat(isAlive(pid)).isFalse();
  }

  @Test
  @DisplayName("may leave those behind that its runner leaves on purpose")
  void service() throws IOException {
    Path pid = folder.resolve("pid");
    Ended ended =
        run(
            "sleep 3000 >&- 2>&- & echo $! > " + pid + "; sleep 1",
            watch(Optional.empty(), Set.of("sleep")));

    assertThat(ended.survivors()).isEmpty();
    assertThat(isAlive(pid)).isTrue();
    ProcessHandle.of(number(pid)).orElseThrow().destroyForcibly();
  }

  @Test
  @DisplayName("is not waited for where what it leaves on purpose holds its output open")
  void serviceWithStreams() throws IOException {
    Path pid = folder.resolve("pid");
    Watch watch = watch(Optional.empty(), Set.of("sleep"));
    run("true", watch);
    long start = System.nanoTime();
    Ended ended =
        run("sleep 3000 & echo $! > " + pid + "; sleep 0.2; printf 'last, no line end'", watch);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(Duration.ofMillis(200 + ProcessRunner.LINGERING_MILLIS));
    assertThat(ended).isEqualTo(new Ended(OptionalInt.of(0), false, List.of()));
    assertThat(stdout).containsExactly("last, no line end");
    assertThat(isAlive(pid)).isTrue();
    ProcessHandle.of(number(pid)).orElseThrow().destroyForcibly();
  }

  @Test
  @DisplayName("that ends its parent has no exit code, and is ended")
  void parent() throws IOException {
    Path pid = folder.resolve("pid");
    Ended ended = run("echo $$ > " + pid + "; kill -KILL $PPID; sleep 3000", Optional.empty());

    assertThat(ended.status()).isEmpty();
    assertThat(ended.timedOut()).isFalse();
    assertThat(isAlive(pid)).isFalse();
  }

  @Test
  @DisplayName("that ends its whole process group does not end the build")
  void group() throws IOException {
    assertThat(host.program("setsid")).isPresent();
    assertThat(run("kill -KILL 0", Optional.empty()).status()).isEmpty();
  }

  @Test
  @DisplayName("sees its variables as they are, also those that a shell has no name for")
  void variables() throws IOException {
    Map<String, String> variables = new HashMap<>(host.environment());
    Map<String, String> odd =
        Map.of("CARGO_BIN_EXE_my-app", "/a b/x=y", "a.b", "two\nlines", "file", "own", "1", "one");
    variables.putAll(odd);
    Command command = new Command(List.of("env", "-0"), folder, variables);
    new Supervisor().run(command, watch(Optional.empty(), Set.of()), stdout::add, stderr::add);

    assertThat(String.join("\n", stdout).split("\0"))
        .contains(
            odd.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toArray(String[]::new));
  }

  @Test
  @DisplayName("is started though its path or its words look like something else")
  void oddPath() throws IOException {
    Path program = Files.createDirectory(folder.resolve("a=b 'c'")).resolve("exit");
    Files.writeString(program, "#!/bin/sh\necho \"$#:$*\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Map<String, String> variables = new HashMap<>(host.environment());
    variables.put("my-app", "x");
    for (Map<String, String> some : List.of(host.environment(), variables)) {
      Command command = new Command(List.of("" + program, "-x", "a b", "$HOME", ""), folder, some);
      new Supervisor().run(command, watch(Optional.empty(), Set.of()), stdout::add, stderr::add);
    }

    assertThat(stdout).containsExactly("4:-x a b $HOME ", "4:-x a b $HOME ");
    // A command of the shell's own is not what is meant.
    Command builtin = new Command(List.of("exit", "5"), folder, host.environment());
    Ended ended =
        new Supervisor().run(builtin, watch(Optional.empty(), Set.of()), stdout::add, stderr::add);
    assertThat(ended.status()).hasValue(127);
  }

  @Test
  @DisplayName("is ended with those that hid from it when the build's thread is interrupted")
  void interrupted() throws Exception {
    Path pid = folder.resolve("pid");
    List<Object> thrown = Collections.synchronizedList(new ArrayList<>());
    Thread thread =
        new Thread(
            () -> {
              try {
                run(
                    "(setsid sh -c 'echo $$ > "
                        + pid
                        + "; echo begun; exec sleep 3000' &); wait;"
                        + " sleep 3000",
                    Optional.empty());
              } catch (IOException e) {
                thrown.add(e);
              }
            });
    thread.start();
    while (stdout.isEmpty()) {
      Thread.sleep(10);
    }
    thread.interrupt();
    thread.join();

    assertThat(thrown).singleElement().isInstanceOf(InterruptedIOException.class);
    assertThat(isAlive(pid)).isFalse();
  }

  @Test
  @DisplayName("that leaves many behind that do not want to end is through all the same")
  void many() throws IOException {
    long start = System.nanoTime();
    Ended ended =
        run(
            "for i in 1 2 3 4 5 6 7 8; do (trap '' TERM; exec setsid sleep 3000) & done; exit 3",
            Optional.empty());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(ended.status()).hasValue(3);
    assertThat(ended.survivors()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName(
      "that takes away the folder for temporary files has no exit code, and no other fault")
  void wiped() throws IOException {
    // The folder's name is the shell's argument before the program.
    Ended ended =
        run(
            "rm -r \"$(dirname \"$(tr '\\0' '\\n' < /proc/$PPID/cmdline | grep '/status$')\")\"",
            Optional.empty());

    assertThat(ended).isEqualTo(new Ended(OptionalInt.empty(), false, List.of()));
  }

  @Test
  @DisplayName("that prints a line without end has it handed on in parts")
  void endless() throws IOException {
    run("head -c 200000 /dev/zero | tr '\\0' x; echo; echo last", Optional.empty());

    assertThat(stdout).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(65536));
    assertThat(String.join("", stdout)).hasSize(200000 + "last".length());
    assertThat(stdout.get(stdout.size() - 1)).isEqualTo("last");
  }

  @Test
  @DisplayName("that does not exist is an error of the shell, or of the system without one")
  void missing() throws IOException {
    Command command = new Command(List.of("/does/not/exist"), folder, host.environment());
    Ended ended =
        new Supervisor().run(command, watch(Optional.empty(), Set.of()), stdout::add, stderr::add);

    assertThat(ended.status()).hasValue(127);
    assertThat(stderr).singleElement().asString().contains("/does/not/exist");
    Watch bare = new Watch(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    assertThatThrownBy(() -> new Supervisor().run(command, bare, stdout::add, stderr::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/does/not/exist");
  }

  private Ended run(String script, Optional<Duration> limit) throws IOException {
    return run(script, watch(limit, Set.of()));
  }

  private Ended run(String script, Watch watch) throws IOException {
    Command command = new Command(List.of("sh", "-c", script), folder, host.environment());
    return new Supervisor().run(command, watch, stdout::add, stderr::add);
  }

  private Watch watch(Optional<Duration> limit, Set<String> services) {
    return new Watch(limit, host.program("sh"), host.program("setsid"), services);
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }

  private static boolean isAlive(Path file) throws IOException {
    // One that nobody has waited for yet is dead all the same, and has no program any more.
    return ProcessHandle.of(number(file))
        .filter(process -> process.info().command().isPresent())
        .isPresent();
  }
}
