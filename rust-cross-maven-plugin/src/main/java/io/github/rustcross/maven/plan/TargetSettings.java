package io.github.rustcross.maven.plan;

import io.github.rustcross.toolchain.FloorRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the POM says of some targets alone.
 *
 * @param features further features of the crate
 * @param rustflags further flags for rustc, after all others
 * @param environment further variables for cargo
 * @param floor what is said of glibc, instead of what is said for all
 * @param toolchain a toolchain's name or {@code auto}, instead of what is said for all
 * @param sysroot a sysroot's name, a folder or {@code none}, instead of what is said for all
 * @param delivery as what binaries are attached, instead of what is said for all
 * @param verification what is said of verification, after what is said for all
 * @param openssl where OpenSSL comes from, instead of what is said for all
 */
public record TargetSettings(
    List<String> features,
    List<String> rustflags,
    Map<String, String> environment,
    FloorRequest floor,
    Optional<String> toolchain,
    Optional<String> sysroot,
    Optional<Delivery> delivery,
    VerifySettings verification,
    Optional<OpensslMode> openssl) {
  /** Nothing is said. */
  public static final TargetSettings NONE =
      new TargetSettings(
          List.of(),
          List.of(),
          Map.of(),
          new FloorRequest.Unspecified(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          VerifySettings.NONE,
          Optional.empty());

  /** Copies the collections and keeps their order. */
  public TargetSettings {
    features = List.copyOf(features);
    rustflags = List.copyOf(rustflags);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** What is said of verification, and nothing else. */
  public static TargetSettings of(VerifySettings verification) {
    return new TargetSettings(
        NONE.features,
        NONE.rustflags,
        NONE.environment,
        NONE.floor,
        NONE.toolchain,
        NONE.sysroot,
        NONE.delivery,
        verification,
        NONE.openssl);
  }

  /** Both: lists one after the other, and of single values those that are said later. */
  TargetSettings and(TargetSettings later) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.putAll(later.environment);
    return new TargetSettings(
        Stream.concat(features.stream(), later.features.stream()).distinct().toList(),
        Stream.concat(rustflags.stream(), later.rustflags.stream()).toList(),
        variables,
        later.floor instanceof FloorRequest.Unspecified ? floor : later.floor,
        later.toolchain.or(() -> toolchain),
        later.sysroot.or(() -> sysroot),
        later.delivery.or(() -> delivery),
        verification.and(later.verification),
        later.openssl.or(() -> openssl));
  }

  /** The same with a further feature. */
  TargetSettings withFeature(String feature) {
    return new TargetSettings(
        Stream.concat(features.stream(), Stream.of(feature)).distinct().toList(),
        rustflags,
        environment,
        floor,
        toolchain,
        sysroot,
        delivery,
        verification,
        openssl);
  }
}
