package io.github.rustcross.maven.rust;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What matters of the messages of cargo and rustup: from the first error on. */
public final class CargoErrors {
  /** What cargo and libcurl, rustup and reqwest say where the network is to blame. */
  private static final List<String> OFFLINE =
      List.of(
          "failed to download from",
          "download of config.json failed",
          "failed to query replaced source",
          "network failure",
          "but --offline was specified",
          "you're using offline mode",
          "failed to fetch `",
          "could not download file",
          "error sending request");

  private CargoErrors() {}

  /** The errors with their causes; all there is where nothing is called an error. */
  public static String of(String stderr) {
    // Behind it there is a stack of rustup's own functions.
    int stack = stderr.indexOf("\nStack backtrace:");
    String told = stack < 0 ? stderr : stderr.substring(0, stack);
    List<String> lines = told.lines().filter(line -> !line.isBlank()).toList();
    List<String> errors = lines.stream().dropWhile(line -> !line.startsWith("error")).toList();
    Stream<String> kept = (errors.isEmpty() ? lines : errors).stream();
    return kept.filter(line -> !line.startsWith("info: ")).collect(Collectors.joining("\n"));
  }

  /** Whether something could not be downloaded, or might not be. */
  public static boolean isNetwork(String stderr) {
    return OFFLINE.stream().anyMatch(stderr::contains);
  }
}
