package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.Evidence;
import io.github.rustcross.catalog.TargetCatalog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The builds of a project that fail on purpose, and which failures were provoked with them. */
public final class FailingBuilds {
  private final File project;
  private final File repository;
  private final String home;
  private final String version;
  private final Set<String> provoked = new TreeSet<>();
  private final List<String> wrong = new ArrayList<>();
  private int count;

  /**
   * No build so far.
   *
   * @param home the Maven under test
   * @param version that of the plugin
   */
  public FailingBuilds(File basedir, File localRepository, String home, String version) {
    this.project = basedir;
    this.repository = localRepository;
    this.home = home;
    this.version = version;
  }

  /** One or more builds; what is wrong with them is told with the others' at the end. */
  @FunctionalInterface
  public interface Part {
    /** Runs them. */
    void run() throws IOException, InterruptedException;
  }

  /** Runs a part of the script, whatever came of the others. */
  public void check(Part part) throws IOException, InterruptedException {
    try {
      part.run();
    } catch (AssertionError | RuntimeException e) {
      wrong.add(String.valueOf(e));
    }
  }

  /** A crate that prints hello, to be made fail. */
  public FailingBuild of(String diagnostic, String triple) throws IOException {
    Path folder = project.toPath().resolve("%02d-%s".formatted(++count, diagnostic));
    return new FailingBuild(this, diagnostic, triple, folder);
  }

  /**
   * Fails unless all went well, and all failures were provoked that the catalog says are, and no
   * others.
   */
  public boolean finish() {
    Set<String> promised =
        TargetCatalog.bundled().diagnostics().values().stream()
            .filter(diagnostic -> !diagnostic.isSilent())
            .filter(diagnostic -> diagnostic.evidence() == Evidence.PROVOKED)
            .map(Diagnostic::id)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!promised.equals(provoked)) {
      wrong.add(
          "the catalog says 'provoked' of:\n%s\nprovoked were:\n%s".formatted(promised, provoked));
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join("\n\n", wrong));
    }
    return true;
  }

  void provoked(String id) {
    provoked.add(id);
  }

  String goal(String name) {
    return "io.github.rustcross:rust-cross-maven-plugin:%s:%s".formatted(version, name);
  }

  NestedMaven maven(Path folder) {
    return new NestedMaven(folder.toFile(), repository, home);
  }

  Path settings() {
    return ModuleFolders.root().resolve("src/it/settings.xml");
  }
}
