package io.github.rustcross.maven.testing;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.plan.TestRecorder;
import io.github.rustcross.maven.testing.CargoRun.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link TestRecorder} wrote down. */
public final class Recording {
  private static final String TARGET = "--target";

  private final String[] items;
  private int next;

  private Recording(String text) {
    this.items = text.split("\0", -1);
  }

  /**
   * What cargo would have run, in its order.
   *
   * @param file what was written; a missing file holds nothing
   * @throws IOException if it cannot be read, or was not written to its end
   */
  public static List<CargoRun> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    Recording recording = new Recording(Files.readString(file, StandardCharsets.UTF_8));
    List<CargoRun> runs = new ArrayList<>();
    try {
      while (recording.next < recording.items.length - 1) {
        runs.add(recording.run());
      }
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException("%s ends in the middle of run %d".formatted(file, runs.size() + 1), e);
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
    environment.keySet().removeAll(List.of(TestRecorder.FILE, "RUSTDOC"));
    if (arguments.get(0).equals(TestRecorder.RUN)) {
      return new CargoRun(
          Kind.PROGRAM,
          new TargetTriple(arguments.get(1)),
          arguments.subList(2, arguments.size()),
          directory,
          environment);
    }
    String triple = arguments.get(arguments.indexOf(TARGET) + 1);
    return new CargoRun(
        Kind.DOCUMENTATION, new TargetTriple(triple), arguments, directory, environment);
  }
}
