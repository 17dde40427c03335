package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.OpensslMode;
import io.github.rustcross.maven.plan.TargetRule;
import io.github.rustcross.maven.plan.TargetSettings;
import io.github.rustcross.maven.plan.VerifySettings;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.FloorRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings for some targets alone, an element of {@code <perTarget>}. Maven fills the fields. What
 * the command line says of the same matter wins.
 */
public final class PerTarget {
  private static final String ELEMENT = "<perTarget>";

  private List<String> targets;
  private List<String> features;
  private List<String> rustflags;
  private Map<String, String> environment;
  private String glibc;
  private String crossToolchain;
  private String sysroot;
  private String attach;
  private String openssl;
  private List<String> verifyAllow;
  private List<String> verifyRules;

  /** Without any settings. */
  public PerTarget() {}

  TargetRule rule(RustProperties given, Problems problems) {
    Optional<String> floor = unlessGiven(given, RustProperties.GLIBC, glibc);
    Optional<String> delivery = unlessGiven(given, RustProperties.ATTACH, attach);
    return new TargetRule(
        ELEMENT,
        RustProperties.words(targets),
        new TargetSettings(
            given.isGiven(RustProperties.FEATURES) ? List.of() : RustProperties.words(features),
            rustflags == null ? List.of() : rustflags,
            RustProperties.variables(environment),
            problems
                .of(() -> Words.floor(ELEMENT + " glibc", floor))
                .orElse(new FloorRequest.Unspecified()),
            unlessGiven(given, RustProperties.CROSS_TOOLCHAIN, crossToolchain),
            unlessGiven(given, RustProperties.SYSROOT, sysroot),
            delivery.flatMap(
                text ->
                    problems.of(
                        () ->
                            Words.of(
                                ELEMENT + " attach",
                                text,
                                List.of(Delivery.values()),
                                Delivery::id))),
            verification(given, problems),
            unlessGiven(given, RustProperties.OPENSSL, openssl)
                .flatMap(
                    text ->
                        problems.of(
                            () ->
                                Words.of(
                                    ELEMENT + " openssl",
                                    text,
                                    List.of(OpensslMode.values()),
                                    OpensslMode::id)))));
  }

  private VerifySettings verification(RustProperties given, Problems problems) {
    List<String> rules =
        given.isGiven(RustProperties.VERIFY_RULES) ? List.of() : RustProperties.words(verifyRules);
    List<String> allowed =
        given.isGiven(RustProperties.VERIFY_ALLOW) ? List.of() : RustProperties.words(verifyAllow);
    VerifyWords words = VerifyWords.read(ELEMENT + " verifyRules", rules, problems);
    words.rules().forEach(rule -> problems.add(VerifyWords.notHere(rule)));
    return words.settings(allowed);
  }

  private static Optional<String> unlessGiven(
      RustProperties given, String property, String fromPom) {
    return given.isGiven(property) ? Optional.empty() : RustProperties.text(fromPom);
  }
}
