package io.github.rustcross.maven.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is handed on to cargo as it is.
 *
 * @param profile {@code --profile}
 * @param features {@code --features}
 * @param allFeatures {@code --all-features}
 * @param noDefaultFeatures {@code --no-default-features}
 * @param packages {@code --package}; none for what cargo builds by default
 * @param bins the binaries to build; none for all
 * @param lib whether only the library is built
 * @param locked {@code --locked}
 * @param offline {@code --offline}
 * @param jobs {@code --jobs}
 * @param arguments anything else, at the end
 */
public record CargoOptions(
    String profile,
    List<String> features,
    boolean allFeatures,
    boolean noDefaultFeatures,
    List<String> packages,
    List<String> bins,
    boolean lib,
    boolean locked,
    boolean offline,
    OptionalInt jobs,
    List<String> arguments) {
  /** Copies the lists. */
  public CargoOptions {
    features = List.copyOf(features);
    packages = List.copyOf(packages);
    bins = List.copyOf(bins);
    arguments = List.copyOf(arguments);
  }

  /** The same with further features. */
  public CargoOptions with(List<String> further) {
    return new CargoOptions(
        profile,
        Stream.concat(features.stream(), further.stream()).distinct().toList(),
        allFeatures,
        noDefaultFeatures,
        packages,
        bins,
        lib,
        locked,
        offline,
        jobs,
        arguments);
  }

  /** The same for tests, which are those of all parts of a package. */
  CargoOptions forTests(String testProfile) {
    return new CargoOptions(
        testProfile,
        features,
        allFeatures,
        noDefaultFeatures,
        packages,
        List.of(),
        false,
        locked,
        offline,
        jobs,
        arguments);
  }

  /** The options that decide over the graph, which {@code cargo metadata} takes too. */
  public List<String> graphArguments() {
    List<String> line = new ArrayList<>();
    if (!features.isEmpty()) {
      line.addAll(List.of("--features", String.join(",", features)));
    }
    add(line, allFeatures, "--all-features");
    add(line, noDefaultFeatures, "--no-default-features");
    add(line, locked, "--locked");
    add(line, offline, "--offline");
    return line;
  }

  /** The options of {@code cargo build}, without those that say what to build for which target. */
  public List<String> buildArguments() {
    List<String> line = new ArrayList<>(List.of("--profile", profile));
    packages.forEach(name -> line.addAll(List.of("--package", name)));
    line.addAll(graphArguments());
    jobs.ifPresent(count -> line.addAll(List.of("--jobs", Integer.toString(count))));
    return line;
  }

  /** The options that choose among the parts of a package. */
  public List<String> selectionArguments() {
    List<String> line = new ArrayList<>();
    bins.forEach(name -> line.addAll(List.of("--bin", name)));
    add(line, lib, "--lib");
    return line;
  }

  private static void add(List<String> line, boolean wanted, String option) {
    if (wanted) {
      line.add(option);
    }
  }
}
