package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.toolchain.ProgramProbe.Broken;
import io.github.rustcross.toolchain.ProgramProbe.Result;
import io.github.rustcross.toolchain.ProgramProbe.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A runner on this machine")
@EnabledOnOs(value = OS.LINUX, disabledReason = "programs are shell scripts and ELF files here")
class InstalledRunnersTest {
  private static final Pattern VERSION = Pattern.compile("version (\\d+(?:\\.\\d+)+)");
  private static final int MACHINE = 18;

  @TempDir private Path folder;
  private Bin bin;

  @BeforeEach
  void prepare() throws IOException {
    bin = new Bin(folder);
  }

  @Test
  @DisplayName("tells its version, on either stream")
  void works() throws Exception {
    bin.with("out", "echo \"emulator $1 version 7.2.22 (Debian)\"");
    bin.with("err", "echo 'emulator version 8.0' >&2");

    assertThat(probe("out", "--version")).isEqualTo(new Works("7.2.22"));
    assertThat(probe("err")).isEqualTo(new Works("8.0"));
  }

  @Test
  @DisplayName("that is a program of this machine is started, not only a script")
  void program() {
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());

    assertThat(
            runners(Duration.ofSeconds(20))
                .probe(java, List.of("-version"), Pattern.compile("version \"(\\d+)")))
        .isEqualTo(new Works(String.valueOf(Runtime.version().feature())));
  }

  @Test
  @DisplayName("for another machine is not started, and it is said which it is for")
  void otherMachine() throws Exception {
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    byte[] bytes = Files.readAllBytes(java);
    String own = BinaryInspector.inspect(java).architecture();
    boolean s390x = own.equals("s390x");
    bytes[MACHINE] = (byte) (s390x ? 0 : 243);
    bytes[MACHINE + 1] = (byte) (s390x ? 21 : 0);
    Files.write(bin.with("emulator", "").path("emulator"), bytes);

    assertThat(probe("emulator"))
        .isEqualTo(
            new Broken(
                "it is a program for %s, and this machine is %s"
                    .formatted(s390x ? "powerpc64" : "riscv64", own)));
  }

  @Test
  @DisplayName("for another system is not started")
  void otherSystem() throws Exception {
    Files.write(
        bin.with("emulator", "").path("emulator"),
        ForwarderImage.of("emulator.dll", "x64", Map.of("A", "b.C")));

    assertThat(probe("emulator"))
        .isEqualTo(new Broken("it is no program for this system, its format is pe"));
  }

  @Test
  @DisplayName("that is no program at all is not handed to a shell")
  void noProgram() throws Exception {
    Path touched = folder.resolve("touched");
    Files.writeString(bin.with("emulator", "").path("emulator"), "touch " + touched + "\n");

    assertThat(probe("emulator")).isEqualTo(new Broken("it is neither a program nor a script"));
    assertThat(touched).doesNotExist();
  }

  @Test
  @DisplayName("that ends with an exit code is told with the first line of its error output")
  void fails() throws Exception {
    bin.with(
        "emulator",
        "echo Client:; echo >&2; echo 'libslirp.so.0: cannot open' >&2; echo more >&2; exit 127");

    assertThat(probe("emulator"))
        .isEqualTo(new Broken("it ended with exit code 127: libslirp.so.0: cannot open"));
  }

  @Test
  @DisplayName("that prints something else is told with that, in bounds")
  void noVersion() throws Exception {
    bin.with("emulator", "echo usage: emulator");
    bin.with("silent", "");
    bin.with("loud", "/usr/bin/head -c 1000 /dev/zero | /usr/bin/tr '\\0' x");

    assertThat(probe("emulator")).isEqualTo(new Broken("it printed no version: usage: emulator"));
    assertThat(probe("silent")).isEqualTo(new Broken("it printed no version"));
    assertThat(probe("loud"))
        .isEqualTo(new Broken("it printed no version: " + "x".repeat(200) + "…"));
  }

  @Test
  @DisplayName("that hangs is ended")
  void hangs() throws Exception {
    bin.with("emulator", "echo $$ > '%s'\n/bin/sleep 60".formatted(folder.resolve("pid")));

    assertThat(runners(Duration.ofSeconds(1)).probe(bin.path("emulator"), List.of(), VERSION))
        .isEqualTo(new Broken("it did not tell its version within 1 s"));
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  @DisplayName("whose interpreter is missing cannot be started")
  void noInterpreter() throws Exception {
    Files.writeString(bin.with("emulator", "").path("emulator"), "#!/nowhere/python\n");

    assertThat(probe("emulator"))
        .isInstanceOfSatisfying(
            Broken.class,
            broken ->
                assertThat(broken.reason())
                    .startsWith("it cannot be started: ")
                    .contains("No such file or directory"));
  }

  private Result probe(String name, String... arguments) {
    return runners(Duration.ofSeconds(20)).probe(bin.path(name), List.of(arguments), VERSION);
  }

  private InstalledRunners runners(Duration limit) {
    return new InstalledRunners(bin.host(), new ProcessRunner(), limit);
  }
}
