package io.github.rustcross.maven.plan;

import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.toolchain.FloorRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asks for, from POM and command line, checked for shape but not yet for sense.
 *
 * @param manifest the crate's Cargo.toml
 * @param outputDir where finished binaries and the report go
 * @param targetDir cargo's target folder
 * @param cacheDir the tool cache
 * @param targets the words of {@code rust.targets}; none for the default
 * @param crossToolchain the words of {@code rust.crossToolchain}; none for {@code auto}
 * @param floor {@code rust.glibc}
 * @param sysroots what is said of sysroots
 * @param channel {@code rust.channel}
 * @param cargo what cargo is told
 * @param skipUnavailable whether targets that cannot be built here are left out
 * @param failFast whether the first error ends the build
 * @param mayInstall whether standard libraries and tools may be installed
 * @param classifiers whose words classifiers are made of
 * @param delivery as what binaries are attached; empty for the default of their kind
 * @param verify what happens when a binary is not what its target needs
 * @param verification what is said of verification for all targets
 * @param classes the folder with the project's classes; empty where there is no project
 * @param jniLayout {@code rust.jniLayout}: a layout's name or a pattern
 * @param openssl where OpenSSL comes from
 * @param buildStd whether the standard library is built from source
 * @param environment further variables for cargo
 * @param rules what holds for some targets alone
 * @param epoch seconds since 1970 that stand for the time of the build, for reproducible output
 * @param network the proxies and mirrors of settings.xml
 * @param tests present where nothing is delivered, but tests are run
 */
public record BuildRequest(
    Path manifest,
    Path outputDir,
    Path targetDir,
    Path cacheDir,
    List<String> targets,
    List<String> crossToolchain,
    FloorRequest floor,
    SysrootSettings sysroots,
    Optional<String> channel,
    CargoOptions cargo,
    boolean skipUnavailable,
    boolean failFast,
    boolean mayInstall,
    ClassifierStyle classifiers,
    Optional<Delivery> delivery,
    VerifyMode verify,
    VerifySettings verification,
    Optional<Path> classes,
    String jniLayout,
    OpensslMode openssl,
    boolean buildStd,
    Map<String, String> environment,
    List<TargetRule> rules,
    Optional<Long> epoch,
    NetworkSettings network,
    Optional<TestOptions> tests) {
  /** Copies the collections. */
  public BuildRequest {
    targets = List.copyOf(targets);
    crossToolchain = List.copyOf(crossToolchain);
    environment = Map.copyOf(environment);
    rules = List.copyOf(rules);
  }

  /**
   * The same crate, tested instead of delivered.
   *
   * @param words the targets
   * @param profile the profile that tests are compiled with
   */
  public BuildRequest testing(List<String> words, String profile, TestOptions options) {
    return new BuildRequest(
        manifest,
        outputDir,
        targetDir,
        cacheDir,
        words,
        crossToolchain,
        floor,
        sysroots,
        channel,
        cargo.forTests(profile),
        skipUnavailable,
        failFast,
        mayInstall,
        classifiers,
        delivery,
        verify,
        verification,
        classes,
        jniLayout,
        openssl,
        buildStd,
        environment,
        rules,
        epoch,
        network,
        Optional.of(options));
  }

  /** Whether tests are run instead of binaries delivered. */
  public boolean isTest() {
    return tests.isPresent();
  }

  /** What is said of targets. */
  public TargetChoice choice() {
    String parameter =
        tests.filter(TestOptions::targetsNamed).isPresent() ? "rust.test.targets" : "rust.targets";
    return new TargetChoice(parameter, targets, crossToolchain, floor, sysroots, rules);
  }
}
