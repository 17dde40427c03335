package io.github.rustcross.maven.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.TestRecorder;
import io.github.rustcross.maven.testing.CargoRun.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link TestRecorder} wrote down. */
public final class Recording {
  /** The variable in which a run has the user's own rustdoc, if there is one. */
  static final String RUSTDOC = "RUSTDOC";

  private static final String TARGET = "--target";

  private final TargetTriple host;
  private final String[] items;
  private int next;

  private Recording(String text, TargetTriple host) {
    this.host = host;
    String[] split = text.split("\0", -1);
    // Behind the last end of an item stands none; the empty one would look like a run's end.
    boolean whole = split[split.length - 1].isEmpty();
    this.items = whole ? Arrays.copyOf(split, split.length - 1) : split;
  }

  /**
   * What cargo would have run, in its order.
   *
   * @param file what was written; a missing file holds nothing
   * @param host the host, for which cargo names no target to rustdoc
   * @throws IOException if it cannot be read, was not written to its end, or has a path that is
   *     none here
   */
  public static List<CargoRun> read(Path file, TargetTriple host) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    // Variables may hold any bytes: one that is no text must not keep all tests from running.
    Recording recording = new Recording(new String(Files.readAllBytes(file), UTF_8), host);
    List<CargoRun> runs = new ArrayList<>();
    try {
      while (recording.next < recording.items.length) {
        runs.add(recording.run());
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(
          "%s: run %d was not written down as it should be: %s"
              .formatted(file, runs.size() + 1, e.getMessage()),
          e);
    }
    return runs;
  }

  private CargoRun run() {
    Path directory = Path.of(items[next++]);
    int count = Integer.parseInt(items[next++]);
    List<String> arguments = new ArrayList<>(List.of(items).subList(next, next + count));
    next += count;
    Map<String, String> environment = new LinkedHashMap<>();
    for (String entry = items[next++]; !entry.isEmpty(); entry = items[next++]) {
      int equals = entry.indexOf('=', 1);
      if (equals > 0) {
        environment.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    environment.remove(TestRecorder.FILE);
    environment.remove(RUSTDOC);
    Optional.ofNullable(environment.remove(TestRecorder.RUSTDOC))
        .ifPresent(own -> environment.put(RUSTDOC, own));
    environment.values().removeIf(value -> value.contains(" " + TestRecorder.RUN + " "));
    if (arguments.get(0).equals(TestRecorder.RUN)) {
      return new CargoRun(
          Kind.PROGRAM,
          new TargetTriple(arguments.get(1)),
          arguments.subList(2, arguments.size()),
          directory,
          environment);
    }
    int target = arguments.indexOf(TARGET);
    return new CargoRun(
        Kind.DOCUMENTATION,
        // A proc-macro's are tested where the compiler runs.
        target < 0 ? host : new TargetTriple(arguments.get(target + 1)),
        arguments,
        directory,
        environment);
  }
}
