package io.github.rustcross.maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.inspect.GlibcVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a script asks of its project. */
public final class ItSupport {
  private final Path project;
  private final Path repository;

  /** A project, and the repository into which its builds install. */
  public ItSupport(File basedir, File localRepository) {
    this.project = basedir.toPath();
    this.repository = localRepository.toPath();
  }

  /** The report of the project. */
  public ReportJson report() throws IOException {
    return report("target/rust-cross");
  }

  /** A report in another folder of the project. */
  public ReportJson report(String folder) throws IOException {
    return ReportJson.read(project.resolve(folder));
  }

  /** The log of the project. */
  public BuildLog log() throws IOException {
    return BuildLog.read(project);
  }

  /** Fails unless a text has this part. */
  public static void contains(String text, String part) {
    if (!text.contains(part)) {
      throw new AssertionError("missing: " + part + "\nin: " + text);
    }
  }

  /** Fails if a text has this part. */
  public static void lacks(String text, String part) {
    if (text.contains(part)) {
      throw new AssertionError("should not be there: " + part + "\nin: " + text);
    }
  }

  /** Runs a binary that has to succeed; empty where its runner is missing. */
  public static Optional<String> run(Path binary, String... arguments)
      throws IOException, InterruptedException {
    Optional<Exec.Result> result = BinaryRunner.run(binary, List.of(arguments));
    if (result.isPresent() && result.get().exitCode() != 0) {
      throw new AssertionError(binary + " failed: " + result.get());
    }
    return result.map(Exec.Result::stdout);
  }

  /** Runs a binary and fails if it prints something else; nothing happens without a runner. */
  public static void prints(Path binary, String expected) throws IOException, InterruptedException {
    Optional<String> printed = run(binary);
    if (printed.isPresent() && !printed.get().equals(expected)) {
      throw new AssertionError(
          "%s printed '%s' instead of '%s'".formatted(binary, printed.get(), expected));
    }
  }

  /** Whether these tests know a way of running a binary, installed here or not. */
  public static boolean isRunnable(Path binary) throws IOException {
    return BinaryRunner.knows(binary);
  }

  /** Fails where the file, its digest or {@code file} disagree with the report. */
  public static void checkFile(ReportJson report, JsonNode artifact)
      throws IOException, InterruptedException {
    Path file = report.path(artifact);
    if (Files.size(file) != artifact.path("size").asLong()) {
      throw new AssertionError(file + " has another size than " + artifact);
    }
    if (!sha256(file).equals(artifact.path("sha256").asText())) {
      throw new AssertionError(file + " has another digest than " + artifact);
    }
    FileFacts.check(file, artifact.path("inspection"));
  }

  /** Fails where readelf finds that a file needs a newer glibc. */
  public static void needsAtMostGlibc(Path file, String version)
      throws IOException, InterruptedException {
    Optional<GlibcVersion> needed = FileFacts.glibc(file);
    if (needed.isPresent()
        && needed.get().compareTo(GlibcVersion.parse(version).orElseThrow()) > 0) {
      throw new AssertionError(file + " needs glibc " + needed.get());
    }
  }

  /** The SHA-256 of a file. */
  public static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The names of what the builds installed of an artifact, without Maven's own files. */
  public List<String> installed(String group, String artifact, String version) throws IOException {
    Path folder = installFolder(group, artifact, version);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(artifact + "-"))
          // Maven 4 keeps the POM that was built beside the one for consumers.
          .filter(name -> !name.endsWith("-build.pom"))
          .sorted()
          .toList();
    }
  }

  /** Where the builds install an artifact. */
  public Path installFolder(String group, String artifact, String version) {
    return repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
  }
}
