package io.github.rustcross.maven.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.Exec;
import io.github.rustcross.maven.it.SkippedChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules are too small for a compiler: what they do stands above each. */
@DisplayName("A WebAssembly program run by a script")
class WasmScriptsTest {
  /** unreachable. */
  private static final String TRAP =
      "0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f7374617274"
          + "00000a05010300000b";

  /** Nothing to start. */
  private static final String LIBRARY = "0061736d010000000503010001070a01066d656d6f72790200";

  /** env.no is called. */
  private static final String IMPORT =
      "0061736d01000000010401600000020a0103656e76026e6f0000030201000503010001071302066d656d"
          + "6f72790200065f737461727400010a0601040010000b";

  /** args_sizes_get, then proc_exit with the number of arguments. */
  private static final String ARGUMENTS =
      "0061736d01000000010e0360027f7f017f60017f00600000024c0216776173695f736e617073686f745f"
          + "70726576696577310e617267735f73697a65735f676574000016776173695f736e617073686f745f7072"
          + "6576696577310970726f635f657869740001030201020503010001071302066d656d6f72790200065f73"
          + "7461727400020a120110004100410410001a410028020010010b";

  /** path_open of "file" in descriptors 3, 4 and 5, then proc_exit with a bit for each success. */
  private static final String OPEN =
      "0061736d0100000001150360097f7f7f7f7f7e7e7f7f017f60017f0060000002470216776173695f736e"
          + "617073686f745f707265766965773109706174685f6f70656e000016776173695f736e617073686f745f"
          + "70726576696577310970726f635f657869740001030201020503010001071302066d656d6f7279020006"
          + "5f737461727400020a50014e004103410041104104410042024200410041081000454100744104410041"
          + "104104410042024200410041081000454101747241054100411041044100420242004100410810004541"
          + "02747210010b0b0a010041100b0466696c65";

  @TempDir private Path folder;
  private Path program;

  @BeforeEach
  void prepare() {
    program = folder.resolve("app.wasm");
  }

  private BundledScript node() throws Exception {
    BundledScript script = script("node", "run-wasi.mjs", "node", "nodejs");
    String version =
        Exec.output(folder, Map.of(), List.of(script.interpreter().toString(), "--version"));
    // As the catalog wants it; older ones need a flag.
    boolean old = version.matches("v1?\\d\\.[\\s\\S]*");
    if (old) {
      SkippedChecks.need(
          "the script of the runner node", "install a Node.js that is at least 20, not " + version);
    }
    assumeFalse(old, "Node.js " + version);
    return script;
  }

  private BundledScript python() throws IOException {
    return script("wasmtime-python", "run-wasm.py", "python3", "python3");
  }

  private BundledScript script(String runner, String name, String interpreter, String debian)
      throws IOException {
    Optional<Path> path = new HostSystem().program(interpreter);
    if (path.isEmpty()) {
      SkippedChecks.needPackages("the script of the runner " + runner, debian);
    }
    assumeTrue(path.isPresent(), "no " + interpreter);
    return BundledScript.of(runner, name, path.get(), folder);
  }

  private void write(String hex) throws IOException {
    Files.write(program, HexFormat.of().parseHex(hex));
  }

  private Exec.Result run(BundledScript script, Object... arguments) throws Exception {
    // Without site-packages: nobody's own wasmtime is found.
    return script.run(folder, Map.of("PYTHONPATH", "", "PYTHONNOUSERSITE", "1"), arguments);
  }

  @Test
  @DisplayName("gets its arguments behind its name, and Node.js hands its exit code on, silently")
  void arguments() throws Exception {
    write(ARGUMENTS);

    Exec.Result result = run(node(), program, "a b", "", "--dir");

    assertThat(result).isEqualTo(new Exec.Result(4, "", ""));
  }

  @Test
  @DisplayName("sees the current folder and those that are named, in Node.js")
  void folders() throws Exception {
    write(OPEN);
    Path named = Files.createDirectory(folder.resolve("named"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(named.resolve("file"), "");

    // Descriptor 3 is the current folder under its relative name, 4 under its absolute one.
    assertThat(run(node(), "--dir", empty, "--dir", named, program).exitCode()).isZero();
    assertThat(run(node(), "--dir", named, "--dir", empty, program).exitCode()).isEqualTo(0b100);

    Files.writeString(folder.resolve("file"), "");

    assertThat(run(node(), "--dir", empty, program).exitCode()).isEqualTo(0b011);
    assertThat(run(node(), "--dir", folder.resolve("no-folder"), program).exitCode())
        .isEqualTo(0b011);
  }

  @Test
  @DisplayName("that traps ends as one that aborts, in Node.js")
  void trap() throws Exception {
    write(TRAP);

    assertThat(run(node(), program))
        .isEqualTo(new Exec.Result(134, "", "run-wasi: trap: unreachable\n"));
  }

  @Test
  @DisplayName("that Node.js cannot run is explained")
  void cannotRun() throws Exception {
    write(LIBRARY);
    assertThat(run(node(), program))
        .isEqualTo(
            new Exec.Result(
                125,
                "",
                "run-wasi: " + program + " has no _start: it is a library, not a program\n"));

    write(IMPORT);
    assertThat(run(node(), program).stderr())
        .startsWith("run-wasi: " + program + " cannot be run by Node.js v")
        .contains("module=\"env\"");

    write("0061736d0d000100");
    assertThat(run(node(), program))
        .isEqualTo(
            new Exec.Result(
                125,
                "",
                "run-wasi: " + program + " is a component, and Node.js runs modules only\n"));
  }

  @ParameterizedTest
  @CsvSource({"node, run-wasi", "python, run-wasm"})
  @DisplayName("that is none is not run")
  void noProgram(String interpreter, String name) throws Exception {
    BundledScript script = interpreter.equals("node") ? node() : python();
    assertThat(run(script, program).stderr())
        .startsWith("%s: %s cannot be read: ".formatted(name, program));

    Files.writeString(program, "#!/bin/sh\necho run\n");
    assertThat(run(script, program))
        .isEqualTo(
            new Exec.Result(125, "", "%s: %s is not WebAssembly\n".formatted(name, program)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"node", "python"})
  @DisplayName("needs a script that is called as it should be")
  void usage(String interpreter) throws Exception {
    BundledScript script = interpreter.equals("node") ? node() : python();

    for (Object[] line : new Object[][] {{"--dir"}, {"--dir", "x"}}) {
      Exec.Result result = run(script, line);
      assertThat(result.exitCode()).isEqualTo(125);
      assertThat(result.stderr()).contains(": usage: run-was");
    }
  }

  @Test
  @DisplayName("is not run by a Python without wasmtime, which is named")
  void noPackage() throws Exception {
    write(TRAP);
    BundledScript python = python();
    Path empty = Files.createDirectories(folder.resolve("python/wasmtime"));
    Files.writeString(empty.resolve("__init__.py"), "raise ImportError('no library for s390x')\n");

    Exec.Result result =
        python.run(folder, Map.of("PYTHONPATH", folder.resolve("python").toString()), program);

    assertThat(result.exitCode()).isEqualTo(125);
    assertThat(result.stderr())
        .startsWith("run-wasm: the Python package wasmtime cannot be loaded by ")
        .endsWith(": no library for s390x\n");
  }
}
