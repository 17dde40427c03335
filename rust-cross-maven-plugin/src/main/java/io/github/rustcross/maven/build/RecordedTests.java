package io.github.rustcross.maven.build;

import io.github.rustcross.maven.cargo.CargoOutcome;
import io.github.rustcross.maven.cargo.CargoRunner;
import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.plan.BuildUnit;
import io.github.rustcross.maven.plan.CargoJob;
import io.github.rustcross.maven.testing.CargoRun;
import io.github.rustcross.maven.testing.Recording;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has cargo compile the tests of all targets and say what it would run. */
final class RecordedTests {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedTests.class);

  private final CargoRunner cargo;
  private final PlannedBuild planned;
  private final Duration progress;
  private final List<CargoRun> runs = new ArrayList<>();
  private final List<ProducedFile> produced = new ArrayList<>();
  private final Map<BuildUnit, CargoOutcome> failures = new LinkedHashMap<>();

  private RecordedTests(CargoRunner cargo, PlannedBuild planned, Duration progress) {
    this.cargo = cargo;
    this.planned = planned;
    this.progress = progress;
  }

  /**
   * Compiles.
   *
   * @param progress how often to tell how far cargo is
   */
  static RecordedTests compile(CargoRunner cargo, PlannedBuild planned, Duration progress)
      throws IOException {
    RecordedTests tests = new RecordedTests(cargo, planned, progress);
    for (CargoJob job : planned.plan().jobs()) {
      tests.compile(job);
    }
    return tests;
  }

  /** What cargo would run, in its order. */
  List<CargoRun> runs() {
    return runs;
  }

  /** What cargo said of the programs. */
  List<ProducedFile> produced() {
    return produced;
  }

  /** The targets whose tests do not compile. */
  Map<BuildUnit, CargoOutcome> failures() {
    return failures;
  }

  private void compile(CargoJob job) throws IOException {
    CargoOutcome outcome = run(job, false);
    if (outcome.exitCode() == 0) {
      return;
    }
    if (job.units().size() == 1) {
      failures.put(job.units().get(0), outcome);
      return;
    }
    // cargo runs no test at all when one target does not compile, and does not say which.
    for (BuildUnit unit : job.units()) {
      LOG.info(
          "Compiling for {} again alone, to tell its errors from those of others",
          unit.target().triple());
      CargoOutcome alone = run(job.only(unit), true);
      if (alone.exitCode() != 0) {
        failures.put(unit, alone);
      }
    }
  }

  private CargoOutcome run(CargoJob job, boolean quiet) throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder(planned.request().targetDir())) {
      Path file = folder.path().resolve("tests");
      CargoOutcome outcome = cargo.run(planned.commands(), job.recordingTo(file), quiet, progress);
      if (outcome.exitCode() == 0) {
        List<CargoRun> recorded = Recording.read(file, planned.plan().rust().host().triple());
        runs.addAll(
            job.launcher().isEmpty()
                ? recorded
                : recorded.stream()
                    .map(run -> run.here(planned.commands().environment()))
                    .toList());
        produced.addAll(outcome.produced());
      }
      return outcome;
    }
  }
}
