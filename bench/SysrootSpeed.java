import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.sysroot.SysrootOrder;
import io.github.rustcross.maven.sysroot.SysrootStore;
import io.github.rustcross.maven.sysroot.SysrootStore.Fetching;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What bench/sysroot.sh measures: making a sysroot of files that are here, and finding it again. */
final class SysrootSpeed {
  private static final int CALLS = 201;

  private SysrootSpeed() {}

  public static void main(String[] arguments) throws Exception {
    SysrootStore store =
        new SysrootStore(
            new HostSystem(), new ProcessRunner(), Network.DIRECT, Path.of(arguments[1]));
    switch (arguments[0]) {
      case "resolve" -> resolve(store, List.of(arguments).subList(4, arguments.length), arguments);
      case "make" -> make(store, picked(arguments));
      default -> present(store, picked(arguments));
    }
  }

  private static void resolve(SysrootStore store, List<String> packages, String[] arguments)
      throws Exception {
    SysrootOrder order =
        SysrootOrder.of(
            TargetCatalog.bundled(), arguments[2], arguments[3], packages);
    for (ResolvedPackage each : store.provide(order, Fetching.MISSING, any -> {}).packages()) {
      System.out.println(each.name() + "=" + each.version());
    }
  }

  private static SysrootOrder picked(String[] arguments) throws Exception {
    TargetCatalog catalog =
        TargetCatalog.load(List.of(CatalogSource.file(Path.of(arguments[2]))));
    return SysrootOrder.of(catalog, "bench", arguments[3], List.of());
  }

  private static void make(SysrootStore store, SysrootOrder order) throws Exception {
    long start = System.nanoTime();
    store.provide(order, Fetching.MISSING, any -> {});
    System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - start) / 1e9);
  }

  /** The first call, with all classes to load, and the middle of the others; in milliseconds. */
  private static void present(SysrootStore store, SysrootOrder order) {
    double[] times = new double[CALLS];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      store.present(order).orElseThrow();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = times[0];
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "%.2f %.2f%n", first, times[CALLS / 2]);
  }
}
