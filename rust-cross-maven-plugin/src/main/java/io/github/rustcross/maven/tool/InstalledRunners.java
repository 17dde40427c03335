package io.github.rustcross.maven.tool;

import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.process.TimeLimit;
import io.github.rustcross.toolchain.ProgramProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;

/**
 * Asks the runners that are on this machine for their version. What a program is for is read from
 * its header first: Java hands one that the system refuses to a shell, as a script.
 */
public final class InstalledRunners implements ProgramProbe {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int SHOWN = 200;

  private final HostSystem host;
  private final ProcessRunner processes;
  private final Duration limit;

  /** Those of this machine. */
  @Inject
  public InstalledRunners(HostSystem host, ProcessRunner processes) {
    this(host, processes, LIMIT);
  }

  InstalledRunners(HostSystem host, ProcessRunner processes, Duration limit) {
    this.host = host;
    this.processes = processes;
    this.limit = limit;
  }

  @Override
  public Result probe(Path program, List<String> arguments, Pattern pattern) {
    try {
      Optional<String> foreign = isScript(program) ? Optional.empty() : foreign(program);
      return foreign.isPresent() ? new Broken(foreign.get()) : started(program, arguments, pattern);
    } catch (MalformedBinaryException e) {
      return new Broken("it is neither a program nor a script");
    } catch (IOException e) {
      return new Broken("it cannot be started: " + e.getMessage());
    }
  }

  private Result started(Path program, List<String> arguments, Pattern pattern) throws IOException {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(arguments);
    Map<String, String> environment = host.environment();
    environment.put("LC_ALL", "C");
    Optional<ProcessOutput> output =
        new TimeLimit(processes, limit)
            .capture(new Command(line, Path.of("").toAbsolutePath(), environment));
    if (output.isEmpty()) {
      return new Broken("it did not tell its version within %d s".formatted(limit.toSeconds()));
    }
    String stderr = output.get().stderr();
    String text = output.get().stdout() + stderr;
    if (!output.get().succeeded()) {
      return new Broken(
          "it ended with exit code %d%s"
              .formatted(output.get().exitCode(), said(stderr.isBlank() ? text : stderr)));
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? new Works(matcher.group(1))
        : new Broken("it printed no version%s".formatted(said(text)));
  }

  private static String said(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> ": " + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line))
        .orElse("");
  }

  /** On Windows scripts are known by their names. */
  private boolean isScript(Path program) throws IOException {
    if (host.isWindows()) {
      return !program.toString().toLowerCase(Locale.ROOT).endsWith(".exe");
    }
    try (InputStream stream = Files.newInputStream(program)) {
      return new String(stream.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
    }
  }

  /** Why the machine does not run it; the program that runs this one is what it does run. */
  private static Optional<String> foreign(Path program)
      throws IOException, MalformedBinaryException {
    Inspection inspection = BinaryInspector.inspect(program);
    Optional<String> java = ProcessHandle.current().info().command();
    if (java.isEmpty()) {
      return Optional.empty();
    }
    Inspection own = BinaryInspector.inspect(Path.of(java.get()));
    if (inspection.format() != own.format()) {
      return Optional.of("it is no program for this system, its format is " + name(inspection));
    }
    // macOS may run the programs of its other processors; so does a processor of twice the width.
    boolean fits =
        own.format() == BinaryFormat.MACH_O
            || inspection.architecture().equals(own.architecture())
            || inspection.bits() < own.bits()
                && own.architecture().startsWith(inspection.architecture());
    return fits
        ? Optional.empty()
        : Optional.of(
            "it is a program for %s, and this machine is %s"
                .formatted(inspection.architecture(), own.architecture()));
  }

  private static String name(Inspection inspection) {
    return inspection.format().id();
  }
}
