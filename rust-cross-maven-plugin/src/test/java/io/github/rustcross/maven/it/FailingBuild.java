package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A small crate whose build fails for a reason that the catalog explains. A script makes it fail,
 * follows the advice that was printed word for word, and sees it succeed.
 */
public final class FailingBuild {
  /** OpenSSL is compiled among others. */
  private static final long TIMEOUT_SECONDS = 1200;

  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String MANIFEST =
      """
      [package]
      name = "app"
      version = "0.1.0"
      edition = "2021"

      [workspace]

      [dependencies]
      """;

  private final FailingBuilds all;
  private String id;
  private final String triple;
  private final Path folder;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private String goal = "build";
  private boolean fromRegistry;
  private int runs;
  private PrintedAdvice advice;

  FailingBuild(FailingBuilds all, String id, String triple, Path folder) throws IOException {
    this.all = all;
    this.id = id;
    this.triple = triple;
    this.folder = folder;
    file("Cargo.toml", MANIFEST);
    file("src/main.rs", "fn main() {\n    println!(\"hello\");\n}\n");
    option("-Drust.targets=" + triple);
    option("-Drust.profile=dev");
  }

  /** Writes a file of the crate. */
  public FailingBuild file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Takes a file away. */
  public FailingBuild without(String name) throws IOException {
    Files.delete(folder.resolve(name));
    return this;
  }

  /** Replaces a text in a file of the crate, which has to be there. */
  public FailingBuild edit(String name, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(name));
    ItSupport.contains(text, from);
    return file(name, text.replace(from, to));
  }

  /** Adds lines to the end of Cargo.toml, where its dependencies are. */
  public FailingBuild dependencies(String lines) throws IOException {
    fromRegistry = true;
    return file("Cargo.toml", Files.readString(folder.resolve("Cargo.toml")) + lines + "\n");
  }

  /** An option for Maven; the last one of a property counts. */
  public FailingBuild option(String option) {
    options.put(option.replaceFirst("=.*", ""), option);
    return this;
  }

  /** A variable of the environment; one that is empty is not set. */
  public FailingBuild variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** The same crate fails for another reason next. */
  public FailingBuild also(String diagnostic) {
    id = diagnostic;
    return this;
  }

  /** Writes what a toolchain of the catalog would set into {@code env.sh}. */
  public FailingBuild exported(String toolchain) throws IOException, InterruptedException {
    goal(
        List.of(
            "export",
            "-Drust.targets=" + triple,
            toolchain,
            "-Drust.format=env",
            "-Drust.outputFile=env.sh"));
    return this;
  }

  /** Tests in the place of a build. */
  public FailingBuild tests() {
    goal = "test";
    return this;
  }

  /** Runs a command in the crate's folder, which has to succeed. */
  public FailingBuild shell(String command) throws IOException, InterruptedException {
    Exec.output(folder, Map.of(), List.of("sh", "-c", command));
    return this;
  }

  /** The crate's folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Builds, which has to fail and to be explained.
   *
   * @param what the first line of the explanation, behind the target
   */
  public FailingBuild fails(String what) throws IOException, InterruptedException {
    String log = run(false);
    advice = PrintedAdvice.read(log, triple, id);
    if (!advice.what().equals(what)) {
      throw new AssertionError("expected: " + what + "\nin: " + log);
    }
    if (goal.equals("build")) {
      var problems = ReportJson.read(folder.resolve("target/rust-cross")).json();
      var diagnosis = problems.path("targets").path(0).path("problems").path(0).path("diagnosis");
      if (!diagnosis.path("id").asText().equals(id)
          || !diagnosis.path("what").asText().equals(what)) {
        throw new AssertionError(id + ": the report says " + diagnosis);
      }
    }
    all.provoked(id);
    return this;
  }

  /**
   * Builds, which is refused before anything is built, with an explanation in the report.
   *
   * @param what what happened
   */
  public FailingBuild refused(String what) throws IOException, InterruptedException {
    String log = run(false);
    ItSupport.contains(log, what);
    var diagnosis =
        ReportJson.read(folder.resolve("target/rust-cross"))
            .json()
            .path("problems")
            .path(0)
            .path("diagnosis");
    advice = PrintedAdvice.read(diagnosis);
    if (!diagnosis.path("id").asText().equals(id) || !advice.what().equals(what)) {
      throw new AssertionError(id + ": the report says " + diagnosis);
    }
    all.provoked(id);
    return this;
  }

  /** Does what the advice of that number says, which needs no file to be edited. */
  public FailingBuild follow(int number) throws IOException, InterruptedException {
    return follow(number, "", Map.of());
  }

  /**
   * Does what the advice of that number says.
   *
   * @param file to which lines are added that are neither options nor commands
   * @param values what the user puts in the place of examples
   */
  public FailingBuild follow(int number, String file, Map<String, String> values)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String line : advice.lines(number)) {
      String filled = line;
      for (Map.Entry<String, String> value : values.entrySet()) {
        filled = filled.replace(value.getKey(), value.getValue());
      }
      lines.add(filled);
    }
    new AdviceFollower(this, file).follow(lines);
    return this;
  }

  /** Builds, which has to succeed now. */
  public FailingBuild works() throws IOException, InterruptedException {
    run(true);
    return this;
  }

  /** Runs another goal, which has to succeed. */
  void goal(List<String> words) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-o", all.goal(words.get(0))));
    arguments.addAll(words.subList(1, words.size()));
    run(true, arguments);
  }

  private String run(boolean success) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-o", all.goal(goal)));
    arguments.addAll(options.values());
    return run(success, arguments);
  }

  private String run(boolean success, List<String> arguments)
      throws IOException, InterruptedException {
    if (fromRegistry) {
      // Maven is offline, and cargo with it.
      shell("cargo fetch --quiet 2>/dev/null || cargo fetch --quiet --offline");
    }
    String log = "build-" + ++runs + ".log";
    Process process = all.maven(folder).start(all.settings(), variables, log, arguments);
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      NestedMaven.terminate(process);
    }
    String said = ESCAPES.matcher(Files.readString(folder.resolve(log))).replaceAll("");
    if (!ended || (process.exitValue() == 0) != success) {
      throw new AssertionError(
          "%s should %s: %s\n%s"
              .formatted(id, success ? "succeed" : "fail", folder.resolve(log), said));
    }
    return said;
  }
}
