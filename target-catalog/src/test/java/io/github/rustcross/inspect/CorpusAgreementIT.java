package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The readers say the same as programs that others wrote, of hundreds of binaries that others
 * built: the natives in popular jars, Debian's libraries for other processors, and what the matrix
 * of targets built. Profile {@code corpus} fetches the jars and runs this.
 */
class CorpusAgreementIT {

  private static final int BINARIES = 300;
  private static final String REFUSED = "refused on purpose";

  private final Path build = Path.of(System.getProperty("corpus.build"));
  private final Path matrix = Path.of(System.getProperty("corpus.matrix"));
  private final Path usr = Path.of(System.getProperty("corpus.usr"));

  @TempDir private Path folder;

  private final List<Binary> binaries = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Set<String> digests = new HashSet<>();

  /** A file of the corpus, where it is from, and what {@code file} says of it. */
  private record Binary(String source, Path file, String told) {}

  /** What was found of a binary. */
  private record Result(Binary binary, String what, List<String> differences) {

    List<String> lines() {
      return differences.stream().map(difference -> binary.file() + ": " + difference).toList();
    }
  }

  @Test
  void readsBinariesOfOthersAsTheirProgramsDo() throws Exception {
    add("jars", Corpus.ofJars(build.resolve("jars"), build.resolve("natives")));
    List<Path> built = Corpus.ofMatrix(matrix);
    add("matrix", built);
    if (built.isEmpty()) {
      missing.add(
          "nothing was built in "
              + matrix
              + ": mvn verify -Pmatrix -DskipTests -pl .,target-catalog,rust-cross-maven-plugin");
    }
    for (Path libraries : Corpus.systemFolders(usr)) {
      if (Files.isDirectory(libraries)) {
        add("system", Corpus.ofSystem(libraries));
      } else {
        missing.add("there is no " + libraries + ": .ci/run says which packages to install");
      }
    }

    Agreement agreement = new Agreement(folder);
    List<Result> results =
        binaries.parallelStream().map(binary -> compare(agreement, binary)).toList();

    System.out.println(
        "corpus: "
            + results.size()
            + " binaries: "
            + counts(results, Result::what)
            + "; "
            + counts(results, result -> result.binary().source()));
    missing.forEach(reason -> System.out.println("corpus: " + reason));
    assertThat(results).flatExtracting(Result::lines).isEmpty();
    assertThat(results)
        .filteredOn(result -> !result.what().equals(REFUSED))
        .hasSizeGreaterThanOrEqualTo(BINARIES);
    if (!missing.isEmpty()) {
      Tool.missing(String.join("; ", missing));
    }
  }

  // A binary that only one of the two recognises is one, too: the comparison then tells.
  private void add(String source, List<Path> files) throws Exception {
    Path list = Files.write(folder.resolve(source), files.stream().map(Path::toString).toList());
    List<String> lines = Tool.required("file", "-bL", "-f").lines(list);
    assertThat(lines).as("what file says of " + source).hasSameSizeAs(files);
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      if ((FileFields.recognises(lines.get(i)) || isRecognised(file))
          && digests.add(digest(file))) {
        binaries.add(new Binary(source, file, lines.get(i)));
      }
    }
  }

  private static boolean isRecognised(Path file) throws IOException {
    try (ByteSource source = ByteSource.open(file)) {
      return BinaryInspector.reader(source).isPresent();
    }
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private static Result compare(Agreement agreement, Binary binary) {
    try {
      Inspection inspection = BinaryInspector.inspect(binary.file());
      String what = inspection.format().id() + " " + inspection.architecture();
      return new Result(binary, what, agreement.differences(binary.file()));
    } catch (MalformedBinaryException e) {
      return new Result(binary, REFUSED, unexplained(binary, e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> unexplained(Binary binary, String message) {
    try {
      boolean explained = KnownRefusals.explain(binary.file(), binary.told(), message);
      return explained ? List.of() : List.of(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String counts(List<Result> results, Function<Result, String> word) {
    Map<String, Long> counts =
        results.stream().collect(Collectors.groupingBy(word, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
