package io.github.rustcross.runner;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.runner.RunnerSelection.Runnable;
import io.github.rustcross.runner.RunnerSelection.Unrunnable;
import io.github.rustcross.toolchain.FakeHost;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.ProgramProbe;
import io.github.rustcross.toolchain.ToolState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A machine as a test wants it, and what it was asked. */
final class TestBench {
  static final RunnerFolders FOLDERS =
      new RunnerFolders(Path.of("/home/me/crates"), Path.of("/home/me/crates/target"));

  private final HostPlatform host;
  private TargetCatalog catalog = TargetCatalog.bundled();
  private final FakeHost machine = new FakeHost();
  private final Map<Path, String> output = new HashMap<>();
  private final Map<String, ToolState> tools = new HashMap<>();

  /** The programs that were started for their version, in order. */
  final List<Path> probed = new ArrayList<>();

  /** The tools whose state was asked for. */
  final Set<String> toolsAsked = new HashSet<>();

  private TestBench(String triple) {
    this.host = HostPlatform.of(new TargetTriple(triple), true);
  }

  /** Debian on x86_64, with the loader of its own programs and nothing else. */
  static TestBench debian() {
    return of("x86_64-unknown-linux-gnu", "apt-get").with("/lib64/ld-linux-x86-64.so.2");
  }

  /** A machine of root's with these programs, which are asked for nothing. */
  static TestBench of(String triple, String... programs) {
    TestBench bench = new TestBench(triple);
    bench.machine.programs(programs);
    return bench;
  }

  TestBench overlay(String yaml) {
    catalog = TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", yaml)));
    return this;
  }

  /** An overlay out of the test resources. */
  TestBench overlayFile(String name) {
    try (InputStream file = TargetCatalog.class.getResourceAsStream("overlays/" + name)) {
      catalog =
          TargetCatalog.load(
              List.of(
                  new CatalogSource(
                      name, new String(file.readAllBytes(), StandardCharsets.UTF_8))));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program on PATH that prints this. */
  TestBench program(String name, String prints) {
    Path path = Path.of("/usr/bin", name);
    machine.program(name, path.toString());
    return prints(path.toString(), prints);
  }

  TestBench prints(String path, String prints) {
    output.put(Path.of(path), prints);
    return with(path);
  }

  TestBench with(String... paths) {
    machine.files(paths);
    return this;
  }

  TestBench tool(String name, ToolState state) {
    tools.put(name, state);
    return this;
  }

  Runnable run(String triple) {
    return (Runnable) select(triple, new RunnerRequest.Auto());
  }

  Runnable run(String triple, String runner, String argument) {
    return (Runnable) named(triple, runner, argument);
  }

  List<RunnerSelection.Rejection> rejections(String triple) {
    return ((Unrunnable) select(triple, new RunnerRequest.Auto())).rejections();
  }

  RunnerSelection named(String triple, String runner, String argument) {
    return select(triple, new RunnerRequest.Named(runner, Optional.ofNullable(argument)));
  }

  RunnerSelection select(String triple, RunnerRequest request) {
    return new RunnerSelector(catalog, host, machine, this::state, this::probe, Path.of("/cache"))
        .select(catalog.require(new TargetTriple(triple)), request, FOLDERS);
  }

  private ToolState state(String tool) {
    toolsAsked.add(tool);
    return tools.getOrDefault(tool, new ToolState.Unavailable(List.of("offline")));
  }

  private ProgramProbe.Result probe(Path program, List<String> arguments, Pattern pattern) {
    probed.add(program);
    Matcher version = pattern.matcher(output.getOrDefault(program, ""));
    return version.find()
        ? new ProgramProbe.Works(version.group(1))
        : new ProgramProbe.Broken("it prints no version when called with " + arguments);
  }
}
