package io.github.rustcross.maven.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Bin;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("This machine")
class HostSystemTest {
  private static final Path HOME = Path.of("/home/me");

  @TempDir private Path folder;

  @Test
  @DisplayName("has the first program on PATH that can be run")
  @DisabledOnOs(OS.WINDOWS)
  void find() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("one")).resolve("zig"), "no program");
    Files.createDirectories(folder.resolve("two/zig"));
    Bin three = new Bin(folder.resolve("three")).with("zig", "exit");
    new Bin(folder.resolve("four")).with("zig", "exit");
    String path =
        String.join(
            File.pathSeparator,
            "",
            "\0",
            folder.resolve("gone").toString(),
            folder.resolve("one").toString(),
            folder.resolve("two").toString(),
            folder.resolve("three").toString(),
            folder.resolve("four").toString());

    assertThat(linux(Map.of("PATH", path)).program("zig")).contains(three.path("zig"));
    assertThat(linux(Map.of("PATH", path)).program("cargo")).isEmpty();
    assertThat(linux(Map.of()).program("zig")).isEmpty();
  }

  @Test
  @DisplayName("has a .exe or .bat for a program on Windows")
  @DisabledOnOs(OS.WINDOWS)
  void findOnWindows() throws Exception {
    Bin bin = new Bin(folder).with("zig.exe", "exit").with("npm.cmd", "exit");
    HostSystem windows = on("Windows 11", Map.of("Path", folder.toString()));

    assertThat(windows.program("zig")).contains(bin.path("zig.exe"));
    assertThat(windows.program("npm")).contains(bin.path("npm.cmd"));
  }

  @Test
  @DisplayName("has variables whose case does not matter on Windows, and does elsewhere")
  void caseOfVariables() {
    Map<String, String> environment = Map.of("Path", "x", "EMPTY", "");

    assertThat(on("Windows 11", environment).variable("PATH")).contains("x");
    assertThat(on("Windows 11", environment).environment()).containsKey("PATH");
    assertThat(linux(environment).variable("PATH")).isEmpty();
    assertThat(linux(environment).variable("EMPTY")).isEmpty();
  }

  @Test
  @DisplayName("says what it is in rustc's words, also where there is no rustc")
  void platform() {
    assertThat(on("Mac OS X", Map.of()).os()).isEqualTo("macos");
    assertThat(on("Windows 11", Map.of()).os()).isEqualTo("windows");
    assertThat(linux(Map.of()).os()).isEqualTo("linux");
    assertThat(architecture("amd64")).isEqualTo("x86_64");
    assertThat(architecture("aarch64")).isEqualTo("aarch64");
    assertThat(architecture("ppc64le")).isEqualTo("powerpc64");
    assertThat(architecture("s390x")).isEqualTo("s390x");
  }

  private static String architecture(String java) {
    return new HostSystem(Map.of(), name -> name.equals("os.arch") ? java : "linux").arch();
  }

  @Test
  @DisplayName("knows from Maven's launcher that the log goes into a file")
  void logFile() {
    assertThat(linux(Map.of("MAVEN_CMD_LINE_ARGS", " package -l a.log")).isLogInFile()).isTrue();
    assertThat(linux(Map.of("MAVEN_CMD_LINE_ARGS", "--log-file=a.log")).isLogInFile()).isTrue();
    assertThat(linux(Map.of("MAVEN_CMD_LINE_ARGS", " -P-l test")).isLogInFile()).isFalse();
    assertThat(linux(Map.of()).isLogInFile()).isFalse();
  }

  @Test
  @DisplayName("keeps fetched tools where its conventions say")
  void cacheDir() {
    assertThat(linux(Map.of()).cacheDir()).isEqualTo(HOME.resolve(".cache/rust-cross"));
    assertThat(linux(Map.of("XDG_CACHE_HOME", "/var/cache/me")).cacheDir())
        .isEqualTo(Path.of("/var/cache/me/rust-cross"));
    assertThat(on("Mac OS X", Map.of("XDG_CACHE_HOME", "/x")).cacheDir())
        .isEqualTo(HOME.resolve("Library/Caches/rust-cross"));
    assertThat(on("Windows 11", Map.of("LOCALAPPDATA", "/local")).cacheDir())
        .isEqualTo(Path.of("/local/rust-cross"));
  }

  @Test
  @DisplayName("has cargo's and rustup's folders where they say, or where they are by default")
  void homes() {
    assertThat(linux(Map.of()).cargoHome()).isEqualTo(HOME.resolve(".cargo"));
    assertThat(linux(Map.of()).rustupHome()).isEqualTo(HOME.resolve(".rustup"));
    HostSystem host = linux(Map.of("CARGO_HOME", "/c", "RUSTUP_HOME", "/r"));
    assertThat(host.cargoHome()).isEqualTo(Path.of("/c"));
    assertThat(host.rustupHome()).isEqualTo(Path.of("/r"));
  }

  @Test
  @DisplayName("knows whether its user is root")
  void privileged() {
    assertThat(user("Linux", "root").privileged()).isTrue();
    assertThat(user("Linux", "me").privileged()).isFalse();
    assertThat(user("Windows 11", "root").privileged()).isFalse();
  }

  private static HostSystem user(String system, String user) {
    return new HostSystem(Map.of(), name -> name.equals("os.name") ? system : user);
  }

  @Test
  @DisplayName("hands out copies of its environment")
  void copies() {
    HostSystem host = linux(Map.of("A", "1"));

    host.environment().put("A", "2");

    assertThat(host.variable("A")).contains("1");
  }

  @Test
  @DisplayName("finds what a path with stars in it stands for, and nothing by a path that is none")
  @DisabledOnOs(OS.WINDOWS)
  void matches() throws Exception {
    for (String path : new String[] {"sdk/9/bin/cc", "sdk/12/bin/cc", "sdk/12/bin/c[c]", "sdk/x"}) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    HostSystem host = linux(Map.of());

    assertThat(host.matches(folder + "/sdk/*/bin/cc"))
        .containsExactlyInAnyOrder(folder.resolve("sdk/9/bin/cc"), folder.resolve("sdk/12/bin/cc"));
    assertThat(host.matches(folder + "/s*k/1*2/bin/c[*"))
        .containsExactly(folder.resolve("sdk/12/bin/c[c]"));
    assertThat(host.matches(folder + "/sdk/x")).containsExactly(folder.resolve("sdk/x"));
    assertThat(host.matches(folder + "/sdk/x/*")).isEmpty();
    assertThat(host.matches(folder + "/gone/*")).isEmpty();
    assertThat(host.matches("pom.xml")).isEmpty();
    assertThat(host.matches("*")).isEmpty();
    assertThat(host.matches("/\0*/x")).isEmpty();
    assertThat(host.exists(folder.resolve("sdk/12"))).isTrue();
  }

  private static HostSystem linux(Map<String, String> environment) {
    return on("Linux", environment);
  }

  private static HostSystem on(String system, Map<String, String> environment) {
    return new HostSystem(
        environment,
        name ->
            switch (name) {
              case "os.name" -> system;
              case "user.home" -> HOME.toString();
              default -> null;
            });
  }
}
