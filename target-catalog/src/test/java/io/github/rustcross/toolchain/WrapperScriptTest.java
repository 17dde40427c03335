package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A wrapper script")
class WrapperScriptTest {
  private static final Path FOLDER = Path.of("/cache/wrappers");
  private static final Path TOOL = Path.of("/tools/zig");

  @TempDir private Path folder;

  @Test
  @DisplayName("lies in a folder that is named after its content")
  void pathFollowsContent() {
    WrapperScript one = shell(List.of("cc"));
    WrapperScript same = shell(List.of("cc"));
    WrapperScript other = shell(List.of("c++"));

    assertThat(one).isEqualTo(same);
    assertThat(one.path().getFileName()).hasToString("x-clang");
    assertThat(one.path().getParent().getParent()).isEqualTo(FOLDER);
    assertThat(one.path().getParent().getFileName().toString()).matches("[0-9a-f]{16}");
    assertThat(other.path().getParent()).isNotEqualTo(one.path().getParent());
  }

  @Test
  @DisplayName("has the same path in whatever order its variables are given")
  void variablesAreSorted() {
    WrapperScript script =
        script(FOLDER, "ar", TOOL, List.of(), Map.of("B", "2", "C", "3", "A", "1"), false);

    assertThat(script.content())
        .isEqualTo("#!/bin/sh\nexport A=1\nexport B=2\nexport C=3\nexec /tools/zig \"$@\"\n");
  }

  @Test
  @DisplayName("quotes for the shell whatever is not plain")
  void shellQuoting() {
    WrapperScript script =
        script(
            FOLDER,
            "cc",
            Path.of("/my tools/zig"),
            List.of("-target", "x y", "it's", "$HOME", "`id`", "a\"b", "", "-mcpu=a+b"),
            Map.of("DIR", "/a b"),
            false);

    assertThat(script.content())
        .isEqualTo(
            """
            #!/bin/sh
            export DIR='/a b'
            exec '/my tools/zig' -target 'x y' 'it'\\''s' '$HOME' '`id`' 'a"b' '' -mcpu=a+b "$@"
            """);
  }

  @Test
  @DisplayName("is a batch file on Windows, with percent signs doubled")
  void batch() {
    WrapperScript script =
        script(
            FOLDER,
            "cc",
            Path.of("/my tools/zig.exe"),
            List.of("a b", "100%", "$HOME", "it's", "a\"b"),
            Map.of("DIR", "50% off"),
            true);

    assertThat(script.path().getFileName()).hasToString("cc.bat");
    assertThat(script.content().replace(Path.of("/my tools").toString(), "/my tools"))
        .isEqualTo(
            String.join(
                "\r\n",
                "@echo off",
                "setlocal DisableDelayedExpansion",
                "set \"DIR=50%% off\"",
                "\"/my tools/zig.exe\" \"a b\" \"100%%\" \"$HOME\" \"it's\" \"a\\\"b\" %*",
                ""));
  }

  @Test
  @DisplayName("hands every argument on as it is, its own first, and sets its variables")
  void runs() throws Exception {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "needs a POSIX shell");
    Path tool = executable(folder.resolve("my tool"), "printf '%s\\n' \"$GREETING\" \"$@\"\n");
    WrapperScript script =
        script(
            folder.resolve("wrappers"),
            "cc",
            tool,
            List.of("fixed one", "it's"),
            Map.of("GREETING", "a \"b\" $c"),
            false);
    Files.createDirectories(script.path().getParent());
    Files.writeString(script.path(), script.content());
    assertThat(script.path().toFile().setExecutable(true)).isTrue();

    assertThat(run(script.path().toString(), "two words", "\"quoted\"", "$x `y` %z", "", "*", "'"))
        .containsExactly(
            "a \"b\" $c",
            "fixed one",
            "it's",
            "two words",
            "\"quoted\"",
            "$x `y` %z",
            "",
            "*",
            "'");
  }

  @Test
  @DisplayName("puts folders in front of those that are there, and nothing where none are")
  void inFront() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    Path tool =
        executable(
            folder.resolve("tool"), "printf '%s\\n' \"$PATH\" \"$LD_LIBRARY_PATH\" \"$SDK\"\n");
    WrapperScript script = WrapperScript.of(folder.resolve("wrappers"), "cc", inFront(tool), false);
    Files.createDirectories(script.path().getParent());
    Files.writeString(script.path(), script.content());

    String sh = "/bin/sh";
    assertThat(run("/usr/bin/env", "-i", "PATH=/usr/bin:/bin", sh, script.path().toString()))
        .containsExactly("/my sdk/bin:/b:/usr/bin:/bin", "/my sdk/lib", "$sdk");
    assertThat(run("/usr/bin/env", "-i", "LD_LIBRARY_PATH=/l", sh, script.path().toString()).get(1))
        .isEqualTo("/my sdk/lib:/l");
  }

  @Test
  @DisplayName("does so on Windows too")
  void inFrontOnWindows() {
    Path tool = Path.of("/tool.exe");

    assertThat(
            WrapperScript.of(FOLDER, "cc", inFront(tool), true)
                .content()
                .replace(tool.toString(), "/tool.exe"))
        .isEqualTo(
            String.join(
                "\r\n",
                "@echo off",
                "setlocal DisableDelayedExpansion",
                "set \"LD_LIBRARY_PATH=/my sdk/lib;%LD_LIBRARY_PATH%\"",
                "set \"PATH=/my sdk/bin;/b;%PATH%\"",
                "set \"SDK=$sdk\"",
                "\"/tool.exe\" %*",
                ""));
  }

  private static WrapperScript.Call inFront(Path tool) {
    return new WrapperScript.Call(
        tool,
        List.of(),
        Map.of("SDK", "$sdk"),
        Map.of("PATH", List.of("/my sdk/bin", "/b"), "LD_LIBRARY_PATH", List.of("/my sdk/lib")),
        List.of());
  }

  @Test
  @DisplayName("asks somebody else for the version alone, and the tool itself for all else")
  void version() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    Path tool = executable(folder.resolve("compiler"), "echo \"compiled $*\"\n");
    WrapperScript.Call call =
        new WrapperScript.Call(
            tool, List.of("-g0"), Map.of(), Map.of(), List.of("/bin/echo", "version", "2"));
    WrapperScript script = WrapperScript.of(folder.resolve("wrappers"), "cc", call, false);
    Files.createDirectories(script.path().getParent());
    Files.writeString(script.path(), script.content());

    assertThat(output(script, "--version")).isEqualTo("version 2\n");
    assertThat(output(script, "--version", "a.c")).isEqualTo("compiled -g0 --version a.c\n");
    assertThat(output(script)).isEqualTo("compiled -g0\n");
    assertThat(WrapperScript.of(folder, "cc", call, true).content())
        .contains(
            "if not \"%*\"==\"--version\" goto run\r\n"
                + "\"/bin/echo\" \"version\" \"2\"\r\n"
                + "exit /b %errorlevel%\r\n:run\r\n");
  }

  private static String output(WrapperScript script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.path().toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  @Test
  @DisplayName("ends with the exit code of the tool")
  void exitCode() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    Path tool = executable(folder.resolve("failing"), "exit 7\n");
    WrapperScript script =
        script(folder.resolve("wrappers"), "cc", tool, List.of(), Map.of(), false);
    Files.createDirectories(script.path().getParent());
    Files.writeString(script.path(), script.content());

    Process process = new ProcessBuilder("/bin/sh", script.path().toString()).start();

    assertThat(process.waitFor()).isEqualTo(7);
  }

  private static WrapperScript script(
      Path folder,
      String name,
      Path program,
      List<String> arguments,
      Map<String, String> environment,
      boolean windows) {
    return WrapperScript.of(
        folder,
        name,
        new WrapperScript.Call(program, arguments, environment, Map.of(), List.of()),
        windows);
  }

  private static WrapperScript shell(List<String> arguments) {
    return script(FOLDER, "x-clang", TOOL, arguments, Map.of("A", "1"), false);
  }

  private static Path executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static List<String> run(String... line) throws Exception {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    List<String> lines = new ArrayList<>(List.of(output.split("\n", -1)));
    lines.remove(lines.size() - 1);
    return lines;
  }
}
