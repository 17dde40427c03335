package io.github.rustcross.maven.testing;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.process.Command;
import io.github.rustcross.maven.process.Supervisor;
import io.github.rustcross.maven.testing.CargoRun.Kind;
import io.github.rustcross.runner.RunnerSelection;
import io.github.rustcross.verify.BinarySubject;
import io.github.rustcross.verify.BinaryVerifier;
import io.github.rustcross.verify.Check;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs test programs under their runners and reads their results. */
public final class TestPrograms {
  private static final Logger LOG = LoggerFactory.getLogger(TestPrograms.class);

  /** Long enough for an emulator; a program that does not know the question may run its tests. */
  private static final Duration LISTING = Duration.ofMinutes(1);

  /** How many of the processes that a program left behind are named. */
  private static final int NAMED = 5;

  private final HostSystem host;
  private final Supervisor supervisor;

  /** Wired by Maven. */
  @Inject
  public TestPrograms(HostSystem host, Supervisor supervisor) {
    this.host = host;
    this.supervisor = supervisor;
  }

  /**
   * How the programs of one target are run.
   *
   * @param target the target
   * @param runner what runs them
   * @param rustflags the target's flags for rustc, with which documentation tests are compiled
   * @param limit how long one program may take; empty for as long as it likes
   * @param progress how often to tell how far a program is
   */
  public record Setting(
      Target target,
      RunnerSelection.Runnable runner,
      List<String> rustflags,
      Optional<Duration> limit,
      Duration progress) {
    /** Copies the list. */
    public Setting {
      rustflags = List.copyOf(rustflags);
    }
  }

  /**
   * Runs one program, whatever it does.
   *
   * @param produced what cargo said of the programs that it compiled
   * @throws IOException if this thread is interrupted, or this machine has no room left
   */
  public TestSuite run(CargoRun run, List<ProducedFile> produced, Setting setting)
      throws IOException {
    String part = ProgramParts.name(run, produced);
    LOG.info("{}: {} {}", run.target(), run.crate(), part);
    Instant started = Instant.now();
    Session session = new Session(run, part, setting);
    List<TestCase> cases = session.cases();
    Duration duration = Duration.between(started, Instant.now());
    return new TestSuite(
        run.target(),
        run.crate(),
        part,
        setting.runner().label(),
        started,
        duration,
        cases,
        session.output,
        session.remarks);
  }

  /** One program, which is started again where it ended before its tests were through. */
  private final class Session implements UnfinishedTests.Program {
    private final CargoRun run;
    private final String part;
    private final Setting setting;
    private final List<String> remarks = new ArrayList<>();
    private String output = "";

    Session(CargoRun run, String part, Setting setting) {
      this.run = run;
      this.part = part;
      this.setting = setting;
    }

    List<TestCase> cases() throws IOException {
      Optional<String> wrong = run.kind() == Kind.PROGRAM ? wrongProgram() : Optional.empty();
      TestOutput read = new TestOutput(part);
      Ending ending =
          wrong.isPresent() ? new Ending.NotStarted(wrong.get()) : start(run.command(), read);
      Conclusion conclusion = read.conclude(ending);
      output = read.tail();
      if (run.kind() == Kind.PROGRAM
          && !read.isLibtest()
          && ending.isGood()
          && ProgramParts.haveHarness(run)) {
        return List.of(
            new TestCase(
                part,
                new TestCase.Broken(
                    "no result: it printed nothing of Rust's test harness, which it has", output)));
      }
      List<TestCase> cases =
          run.kind() == Kind.PROGRAM && read.isLibtest()
              ? new UnfinishedTests(this, part, conclusion, ending, read.announced()).complete()
              : conclusion.cases();
      if (cases.equals(conclusion.cases())) {
        // Otherwise they tell of what has been found out meanwhile.
        remarks.addAll(conclusion.remarks());
      }
      return cases;
    }

    @Override
    public UnfinishedTests.Round run(List<String> names) throws IOException {
      LOG.info(
          "{}: {} {}: {} without a result; {}",
          run.target(),
          run.crate(),
          part,
          names.size() == 1 ? "1 test is" : names.size() + " tests are",
          names.size() == 1 ? "it is run again" : "they are run again, one after the other");
      TestOutput read = new TestOutput(part);
      Ending ending = start(ProgramArguments.running(run.command(), names), read);
      return new UnfinishedTests.Round(read.conclude(ending), ending);
    }

    @Override
    public List<String> names() throws IOException {
      List<String> names = Collections.synchronizedList(new ArrayList<>());
      Consumer<String> reader =
          line ->
              LibtestLine.listed(LibtestLine.plain(line))
                  .filter(name -> names.size() < FoundTests.MOST)
                  .ifPresent(names::add);
      try {
        Supervisor.Ended ended =
            supervisor.run(
                command(ProgramArguments.listing(run.command())),
                watch(
                    setting
                        .limit()
                        .filter(limit -> limit.compareTo(LISTING) < 0)
                        .or(() -> Optional.of(LISTING))),
                reader,
                line -> {});
        return ended.status().orElse(1) == 0 ? List.copyOf(names) : List.of();
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        // It was started a moment ago; what is known of its tests without their names stays.
        return List.of();
      }
    }

    /** What stands against running it; whatever lies in its place, no shell gets it to read. */
    private Optional<String> wrongProgram() {
      Path program = run.program();
      if (!Files.isRegularFile(program)) {
        return Optional.of("there is no file " + program);
      }
      try {
        String file = program.getFileName().toString();
        BinarySubject subject = BinarySubject.of(file, setting.target(), ArtifactKind.BIN);
        return BinaryVerifier.identity(BinaryInspector.inspect(program), subject).stream()
            .filter(Check::isBroken)
            .map(
                check ->
                    "%s/%s: %s: %s, the target needs %s"
                        .formatted(
                            setting.target().triple(),
                            file,
                            check.rule().id(),
                            check.measured(),
                            check.promised()))
            .findFirst();
      } catch (MalformedBinaryException e) {
        return Optional.of(program + " is no program: " + e.getMessage());
      } catch (IOException e) {
        return Optional.of("%s cannot be read: %s".formatted(program, e.getMessage()));
      }
    }

    private Ending start(List<String> words, TestOutput read) throws IOException {
      ProgramLog log = new ProgramLog(Clock.systemUTC(), setting.progress());
      Supervisor.Ended ended;
      try {
        ended =
            supervisor.run(
                command(words),
                watch(setting.limit()),
                line -> {
                  read.standardOutput(line);
                  log.line(line);
                },
                line -> {
                  read.standardError(line);
                  log.line(line);
                });
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        return new Ending.NotStarted(String.valueOf(e.getMessage()));
      }
      if (ended.status().isPresent() && !ended.survivors().isEmpty()) {
        String left = leftBehind(ended.survivors());
        LOG.warn("{}: {} {} {}", run.target(), run.crate(), part, left);
        remarks.add(left);
      }
      return Signals.ending(ended, setting.limit());
    }

    private static String leftBehind(List<String> survivors) {
      int more = survivors.size() - NAMED;
      return "left processes behind, which were ended: "
          + survivors.stream().limit(NAMED).collect(Collectors.joining(", "))
          + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private Command command(List<String> words) {
      Map<String, String> environment = new LinkedHashMap<>(run.environment());
      setting.runner().environment().forEach((name, value) -> environment.put(name, value.value()));
      List<String> line = new ArrayList<>();
      if (run.kind() == Kind.PROGRAM) {
        line.addAll(setting.runner().command());
        line.addAll(words);
      } else {
        line.add(rustdoc());
        line.addAll(
            DocumentationCommand.arguments(words, setting.runner().command(), setting.rustflags()));
      }
      return new Command(line, run.directory(), environment);
    }

    /** The user's own, or the one beside the cargo that called it. */
    private String rustdoc() {
      String own = run.environment().get(Recording.RUSTDOC);
      if (own != null) {
        return own;
      }
      return Optional.ofNullable(run.environment().get("CARGO"))
          .map(cargo -> Path.of(cargo).resolveSibling("rustdoc"))
          .filter(Files::isExecutable)
          .map(Path::toString)
          .orElse("rustdoc");
    }

    private Supervisor.Watch watch(Optional<Duration> limit) {
      return new Supervisor.Watch(
          limit, host.program("sh"), host.program("setsid"), setting.runner().services());
    }
  }
}
