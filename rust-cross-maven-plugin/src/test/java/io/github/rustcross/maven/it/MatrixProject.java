package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the modules of the matrix: one for each crate and toolchain, with all their targets. */
public final class MatrixProject {
  /** Where it is kept which builds there are: what {@link MatrixJob#line} makes, one in a line. */
  static final String JOBS = "jobs.txt";

  /** Where it is kept what is not built at all, and why. */
  static final String LEFT_OUT = "left-out.txt";

  private static final String HOST_OS = "linux";
  private static final String MODULES = "<modules>";
  private static final String NIGHTLY = "nightly";

  private final Path project;
  private final TargetCatalog catalog = TargetCatalog.bundled();

  /** What takes longest comes last. */
  private final Map<MatrixJob, List<String>> jobs =
      new TreeMap<>(Comparator.comparing(MatrixJob::fromSource).thenComparing(MatrixJob::module));

  private final List<String> leftOut = new ArrayList<>();

  private MatrixProject(Path project) {
    this.project = project;
  }

  /** Asks the catalog which targets there are, rustup which of them it has, and writes. */
  public static void write(Path project) throws IOException, InterruptedException {
    MatrixProject matrix = new MatrixProject(project);
    matrix.plan();
    matrix.write();
  }

  private void plan() throws IOException, InterruptedException {
    Set<String> installed = installed();
    boolean nightly = rustup("run", NIGHTLY, "rustc", "--version").exitCode() == 0;
    for (Target target : catalog.targets().values()) {
      String triple = target.triple().value();
      Set<String> toolchains = MatrixJob.toolchains(target, HOST_OS);
      if (target.isUniversal() || toolchains.isEmpty()) {
        leftOut.add(
            target.isUniversal()
                ? triple + "\tjoined from its slices"
                : triple + "\tno toolchain of the catalog's for it on " + HOST_OS);
        continue;
      }
      boolean fromSource =
          target.std() == StdSupport.SOURCE
              || !installed.contains(triple) && rustup("target", "add", triple).exitCode() != 0;
      if (fromSource && !nightly) {
        leftOut.add(triple + "\trustup has no std for it here, and there is no nightly");
        continue;
      }
      if (fromSource && target.libc().filter(libc -> libc.name().equals("musl")).isPresent()) {
        leftOut.add(
            triple + "\tbuilt from source, std lacks the start files that rustup's brings along");
        continue;
      }
      for (String toolchain : toolchains) {
        String crate = MatrixJob.crate(catalog, target, toolchain, HOST_OS);
        add(new MatrixJob(crate, toolchain, fromSource), triple);
      }
      if (target.groups().contains("jni") && !fromSource) {
        add(MatrixJob.LIBRARIES, triple);
      }
    }
  }

  private void add(MatrixJob job, String triple) {
    jobs.computeIfAbsent(job, key -> new ArrayList<>()).add(triple);
  }

  private Set<String> installed() throws IOException, InterruptedException {
    return new LinkedHashSet<>(
        Exec.output(project, Map.of(), List.of("rustup", "target", "list", "--installed"))
            .lines()
            .toList());
  }

  private Exec.Result rustup(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("rustup"));
    command.addAll(List.of(arguments));
    return Exec.run(project, Map.of(), command);
  }

  private void write() throws IOException {
    for (Map.Entry<MatrixJob, List<String>> job : jobs.entrySet()) {
      Path folder = Files.createDirectories(project.resolve(job.getKey().module()));
      Files.writeString(folder.resolve("pom.xml"), pom(job.getKey(), job.getValue()));
    }
    Path pom = project.resolve("pom.xml");
    String modules =
        jobs.keySet().stream()
            .map(job -> "\n    <module>%s</module>".formatted(job.module()))
            .collect(Collectors.joining());
    Files.writeString(pom, Files.readString(pom).replace(MODULES, MODULES + modules));
    Files.write(project.resolve(JOBS), jobs.entrySet().stream().map(MatrixJob::line).toList());
    Files.write(project.resolve(LEFT_OUT), leftOut);
  }

  private static String pom(MatrixJob job, List<String> triples) {
    String std = job.fromSource() ? "<std>build</std><channel>%s</channel>".formatted(NIGHTLY) : "";
    String toolchain = job.named().map("<crossToolchain>%s</crossToolchain>"::formatted).orElse("");
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>io.github.rustcross.it</groupId>
            <artifactId>catalog-targets</artifactId>
            <version>1.0</version>
          </parent>
          <artifactId>%1$s</artifactId>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>io.github.rustcross</groupId>
                <artifactId>rust-cross-maven-plugin</artifactId>
                <configuration>
                  <manifestPath>../crates/%2$s/Cargo.toml</manifestPath>
                  <targets>%3$s</targets>
                  <!-- What crates have in common is compiled once. -->
                  <targetDir>../cargo%4$s</targetDir>
                  %5$s%6$s
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(
            job.module(),
            job.crate(),
            String.join(",", triples),
            job.fromSource() ? "-source" : "",
            toolchain,
            std);
  }
}
