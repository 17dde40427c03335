package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.TargetRule;
import io.github.rustcross.maven.plan.TargetSettings;
import io.github.rustcross.maven.problem.ProblemException;
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
  private String attach;

  /** Without any settings. */
  public PerTarget() {}

  TargetRule rule(RustProperties given) throws ProblemException {
    return new TargetRule(
        RustProperties.words(targets),
        new TargetSettings(
            given.isGiven(RustProperties.FEATURES) ? List.of() : RustProperties.words(features),
            rustflags == null ? List.of() : rustflags,
            RustProperties.variables(environment),
            Words.floor(ELEMENT + " glibc", unlessGiven(given, RustProperties.GLIBC, glibc)),
            unlessGiven(given, RustProperties.CROSS_TOOLCHAIN, crossToolchain),
            delivery(unlessGiven(given, RustProperties.ATTACH, attach))));
  }

  private static Optional<String> unlessGiven(
      RustProperties given, String property, String fromPom) {
    return given.isGiven(property) ? Optional.empty() : RustProperties.text(fromPom);
  }

  private static Optional<Delivery> delivery(Optional<String> text) throws ProblemException {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Words.of(ELEMENT + " attach", text.get(), List.of(Delivery.values()), Delivery::id));
  }
}
