import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.MalformedBinaryException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares the readers with llvm-readobj; bench/inspect.sh says how. */
final class ReaderSpeed {

  private static final int BEYOND_LIMIT = 3;
  private static final int LEAST_FILES = 400;
  private static final int WARM_UP_ROUNDS = 5;

  private static final List<String> HEADERS = List.of("--file-headers");

  // What makes llvm-readobj read what we read. Where no options do, those that make it read less:
  // no
  // version needs of ELF for inspect, no export trie and no signature of Mach-O for details.
  private enum Depth {
    INSPECT("inspect"),
    DETAILS("details");

    private final String text;

    Depth(String text) {
      this.text = text;
    }

    List<String> options(BinaryFormat format) {
      return this == INSPECT ? light(format) : deep(format);
    }

    void read(Path file) throws IOException, MalformedBinaryException {
      if (this == INSPECT) {
        BinaryInspector.inspect(file);
      } else {
        BinaryInspector.details(file);
      }
    }

    private static List<String> light(BinaryFormat format) {
      return switch (format) {
        case ELF -> List.of("--file-headers", "--program-headers", "--needed-libs");
        case PE, MACH_O -> List.of("--file-headers", "--needed-libs");
        default -> HEADERS;
      };
    }

    private static List<String> deep(BinaryFormat format) {
      return switch (format) {
        case ELF ->
            List.of(
                "--file-headers",
                "--program-headers",
                "--section-headers",
                "--dynamic-table",
                "--needed-libs",
                "--version-info",
                "--dyn-symbols",
                "--notes");
        case PE ->
            List.of(
                "--file-headers",
                "--section-headers",
                "--coff-imports",
                "--coff-exports",
                "--coff-debug-directory");
        case MACH_O ->
            List.of(
                "--file-headers",
                "--needed-libs",
                "--macho-segment",
                "--macho-version-min",
                "--symbols");
        case WASM -> List.of("--file-headers", "--section-headers", "--symbols");
        default -> HEADERS;
      };
    }
  }

  private record Cost(double wall, double processor) {

    Cost minus(Cost other) {
      return new Cost(wall - other.wall, processor - other.processor);
    }
  }

  private static final class Series {
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> oursProcessor = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private final List<Double> theirsProcessor = new ArrayList<>();
    private final List<Double> ratio = new ArrayList<>();
    private final List<Double> ratioProcessor = new ArrayList<>();

    void add(Cost our, Cost their, int files) {
      ours.add(our.wall * 1e6 / files);
      oursProcessor.add(our.processor * 1e6 / files);
      theirs.add(their.wall * 1e6 / files);
      theirsProcessor.add(their.processor * 1e6 / files);
      ratio.add(our.wall / their.wall);
      ratioProcessor.add(our.processor / their.processor);
    }
  }

  private final Path work;
  private final Map<BinaryFormat, List<Path>> corpus = new EnumMap<>(BinaryFormat.class);
  private final Map<BinaryFormat, Integer> distinct = new EnumMap<>(BinaryFormat.class);

  private double own;
  private double whole;

  private ReaderSpeed(Path work) {
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    ReaderSpeed speed = new ReaderSpeed(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    double limit = Double.parseDouble(arguments[2]);
    speed.sort(Files.readAllLines(speed.work.resolve("corpus")));
    if (!speed.compare(rounds, limit)) {
      System.exit(BEYOND_LIMIT);
    }
  }

  // What either cannot read, such as linker scripts named like libraries, is left out.
  private void sort(List<String> names) throws IOException, InterruptedException {
    int unread = 0;
    long start = System.nanoTime();
    for (String name : names) {
      Path file = Path.of(name);
      try {
        BinaryFormat format = BinaryInspector.inspect(file).format();
        BinaryInspector.details(file);
        corpus.computeIfAbsent(format, key -> new ArrayList<>()).add(file);
      } catch (MalformedBinaryException e) {
        unread++;
      }
    }
    double cold = (System.nanoTime() - start) / 1e3 / names.size();
    int refused = 0;
    for (Map.Entry<BinaryFormat, List<Path>> entry : corpus.entrySet()) {
      refused += refused(entry.getKey(), entry.getValue());
    }
    corpus.values().removeIf(List::isEmpty);
    System.out.printf(
        Locale.ROOT,
        "%d files, %d that are no binary, %d that llvm-readobj refuses%n"
            + "A JVM that has just started: %.0f µs per file for inspect and details%n%n",
        names.size(),
        unread,
        refused,
        cold);
    for (Map.Entry<BinaryFormat, List<Path>> entry : corpus.entrySet()) {
      List<Path> files = entry.getValue();
      int count = files.size();
      distinct.put(entry.getKey(), count);
      while (files.size() < LEAST_FILES) {
        files.addAll(List.copyOf(files.subList(0, count)));
      }
      Files.write(list(entry.getKey()), files.stream().map(ReaderSpeed::quoted).toList());
      Files.write(tiny(entry.getKey()), List.of(quoted(smallest(files))));
    }
  }

  private int refused(BinaryFormat format, List<Path> files)
      throws IOException, InterruptedException {
    int before = files.size();
    Path list = list(format);
    Files.write(list, files.stream().map(ReaderSpeed::quoted).toList());
    if (readobj(Depth.DETAILS.options(format), list) != null) {
      return 0;
    }
    for (Path file : List.copyOf(files)) {
      Files.writeString(list, quoted(file));
      if (readobj(Depth.DETAILS.options(format), list) == null) {
        files.remove(file);
      }
    }
    return before - files.size();
  }

  private boolean compare(int rounds, double limit) throws Exception {
    Map<BinaryFormat, Map<Depth, Series>> all = new EnumMap<>(BinaryFormat.class);
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      if (round == 0) {
        own = 0;
        whole = 0;
      }
      for (Map.Entry<BinaryFormat, List<Path>> entry : corpus.entrySet()) {
        BinaryFormat format = entry.getKey();
        for (Depth depth : Depth.values()) {
          Cost ours = ours(depth, entry.getValue());
          if (round < 0) {
            continue;
          }
          List<String> options = depth.options(format);
          Cost theirs = readobj(options, list(format)).minus(readobj(options, tiny(format)));
          all.computeIfAbsent(format, key -> new EnumMap<>(Depth.class))
              .computeIfAbsent(depth, key -> new Series())
              .add(ours, theirs, entry.getValue().size());
        }
      }
    }
    return report(all, rounds, limit);
  }

  private boolean report(Map<BinaryFormat, Map<Depth, Series>> all, int rounds, double limit) {
    System.out.printf("%d rounds, medians, µs per file%n", rounds);
    System.out.printf(
        "%-8s %5s %-8s %9s %9s %7s %9s %9s %7s%n",
        "format", "files", "read", "ours", "readobj", "ratio", "ours cpu", "readobj", "ratio");
    boolean within = true;
    for (Map.Entry<BinaryFormat, Map<Depth, Series>> format : all.entrySet()) {
      for (Map.Entry<Depth, Series> depth : format.getValue().entrySet()) {
        Series series = depth.getValue();
        double ratio = median(series.ratio);
        within &= ratio <= limit;
        System.out.printf(
            Locale.ROOT,
            "%-8s %5d %-8s %9.1f %9.1f %7.2f %9.1f %9.1f %7.2f%s%n",
            format.getKey().id(),
            distinct.get(format.getKey()),
            depth.getKey().text,
            median(series.ours),
            median(series.theirs),
            ratio,
            median(series.oursProcessor),
            median(series.theirsProcessor),
            median(series.ratioProcessor),
            ratio <= limit ? "" : "  BEYOND the limit of " + limit);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "The JVM's collector and compiler took %.0f %% of processor time on top of ours%n",
        (whole / own - 1) * 100);
    return within;
  }

  private Cost ours(Depth depth, List<Path> files) throws IOException, MalformedBinaryException {
    double processor = thread();
    double all = process();
    long start = System.nanoTime();
    for (Path file : files) {
      depth.read(file);
    }
    long end = System.nanoTime();
    Cost cost = new Cost((end - start) / 1e9, thread() - processor);
    own += cost.processor;
    whole += process() - all;
    return cost;
  }

  private static double thread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  // Its clock ticks a hundred times a second, too seldom for one round.
  private static double process() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** Wall, and user and system time, of one call; null if it fails. */
  private static Cost readobj(List<String> options, Path list)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    Collections.addAll(command, "bash", "-c");
    command.add("TIMEFORMAT='%3R %3U %3S'; time llvm-readobj \"$@\" >/dev/null 2>&1");
    command.add("bash");
    command.addAll(options);
    command.add("@" + list);
    Process process = new ProcessBuilder(command).start();
    String text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      return null;
    }
    String[] times = text.strip().split(" ");
    return new Cost(
        Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
  }

  private Path list(BinaryFormat format) {
    return work.resolve(format.id() + ".list");
  }

  private Path tiny(BinaryFormat format) {
    return work.resolve(format.id() + ".tiny");
  }

  private static Path smallest(List<Path> files) throws IOException {
    Path smallest = files.get(0);
    for (Path file : files) {
      if (Files.size(file) < Files.size(smallest)) {
        smallest = file;
      }
    }
    return smallest;
  }

  private static String quoted(Path file) {
    return '"' + file.toString() + '"';
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
