import io.github.rustcross.bundle.BundleInspector;
import io.github.rustcross.catalog.TargetCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Compares inspecting a jar of natives with reading it once; bench/inspect.sh says how. */
final class JarSpeed {

  private static final int BEYOND_LIMIT = 3;
  private static final int BUFFER_BYTES = 1 << 16;

  private final TargetCatalog catalog = TargetCatalog.bundled();
  private final byte[] buffer = new byte[BUFFER_BYTES];

  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    double limit = Double.parseDouble(arguments[2]);
    Path jar = work.resolve("natives.jar");
    generate(work, jar, Long.parseLong(arguments[3]));
    double ratio = new JarSpeed().compare(jar, rounds);
    System.out.printf(
        Locale.ROOT,
        "Inspecting takes %.2f times as long as reading once, %s the limit of %.1f%n",
        ratio,
        ratio < limit ? "within" : "BEYOND",
        limit);
    if (ratio >= limit) {
      System.exit(BEYOND_LIMIT);
    }
  }

  private int inspect(Path path) throws IOException {
    return (int)
        BundleInspector.inspect(path, catalog).entries().stream()
            .filter(entry -> entry.inspection().isPresent())
            .count();
  }

  private long read(Path path) throws IOException {
    long bytes = 0;
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        try (InputStream in = jar.getInputStream(entry)) {
          for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            bytes += count;
          }
        }
      }
    }
    return bytes;
  }

  private double compare(Path jar, int rounds) throws IOException {
    List<Double> reading = new ArrayList<>();
    List<Double> inspecting = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    long bytes = 0;
    int natives = 0;
    // The first round warms up.
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      bytes = read(jar);
      long middle = System.nanoTime();
      natives = inspect(jar);
      long end = System.nanoTime();
      if (round > 0) {
        reading.add((middle - start) / 1e9);
        inspecting.add((end - middle) / 1e9);
        ratios.add((double) (end - middle) / (middle - start));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d natives in entries of %.0f MB in a jar of %.0f MB, %d rounds, seconds%n",
        natives,
        bytes / 1e6,
        Files.size(jar) / 1e6,
        rounds);
    row("reading once", reading);
    row("inspecting", inspecting);
    return median(ratios);
  }

  private static void row(String text, List<Double> values) {
    System.out.printf(
        Locale.ROOT,
        "%-14s median %7.2f   least %7.2f%n",
        text,
        median(values),
        Collections.min(values));
  }

  // The same natives again and again, but no two entries alike: none may be inspected for another.
  private static void generate(Path work, Path jar, long wanted) throws IOException {
    List<String> natives = Files.readAllLines(work.resolve("natives.list"));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; Files.size(jar) < wanted; i++) {
        Path file = Path.of(natives.get(i % natives.size()));
        JarEntry entry = new JarEntry("natives/" + i + "/" + file.getFileName());
        entry.setTime(0);
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.write(Integer.toString(i).getBytes(StandardCharsets.US_ASCII));
        out.closeEntry();
      }
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
