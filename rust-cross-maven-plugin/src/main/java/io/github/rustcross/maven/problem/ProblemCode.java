package io.github.rustcross.maven.problem;

/**
 * The stable names of the things that can be wrong. Users look them up and scripts match them: a
 * code never changes its meaning.
 */
public enum ProblemCode {
  /** A property on the command line starts with {@code rust.} and is not known. */
  PROPERTY_UNKNOWN,
  /** A parameter has a value that it cannot have. */
  PARAMETER_INVALID,
  /** Something in Maven's settings.xml that is meant for us cannot be used. */
  SETTINGS_INVALID,
  /** A catalog or an overlay cannot be used. */
  CATALOG_INVALID,
  /** No target or group of that name. */
  TARGET_UNKNOWN,
  /** The rustc that is used does not know the target. */
  TARGET_UNSUPPORTED,
  /** The same target is asked for twice. */
  TARGET_REPEATED,
  /** Nothing is left to build. */
  TARGETS_EMPTY,
  /** A glibc floor that the target cannot have. */
  FLOOR_INVALID,
  /** No toolchain of that name. */
  TOOLCHAIN_UNKNOWN,
  /** No toolchain here serves the target, or the one that was named does not. */
  TOOLCHAIN_UNAVAILABLE,
  /** No runner of that name. */
  RUNNER_UNKNOWN,
  /** A target's programs cannot be run here, though it was named to be tested. */
  RUNNER_UNAVAILABLE,
  /** A runner is here, but cannot be made ready. */
  RUNNER_UNUSABLE,
  /** Tests failed. */
  TESTS_FAILED,
  /** No test has the name that was asked for. */
  TESTS_NONE,
  /** A tool cannot be found and cannot be fetched. */
  TOOL_UNAVAILABLE,
  /** Something that was fetched is not what the catalog says. */
  DIGEST_MISMATCH,
  /** The tool cache cannot be written, or its disk is full. */
  CACHE_UNUSABLE,
  /** The folder of finished binaries or cargo's target folder cannot be written, or is full. */
  OUTPUT_UNUSABLE,
  /** cargo or rustc cannot be run. */
  CARGO_MISSING,
  /** cargo is older than the options that it is called with. */
  CARGO_TOO_OLD,
  /** There is no rustup toolchain of that name. */
  CHANNEL_UNKNOWN,
  /** A rustup toolchain is not installed and may not be installed now, or cannot. */
  CHANNEL_MISSING,
  /** There is no Cargo.toml. */
  MANIFEST_MISSING,
  /** cargo cannot read the crate or its workspace. */
  MANIFEST_INVALID,
  /** Cargo.lock would have to change, and must not. */
  LOCK_OUTDATED,
  /** A dependency was never downloaded and cargo is offline, or cannot be downloaded. */
  DEPENDENCY_MISSING,
  /** A feature that no package has. */
  FEATURE_UNKNOWN,
  /** A profile that neither cargo nor the crate defines. */
  PROFILE_UNKNOWN,
  /** The crate has nothing that could be shipped. */
  NOTHING_TO_BUILD,
  /** A package, binary or library that the crate does not have. */
  CRATE_TARGET_UNKNOWN,
  /** rustup cannot install the standard library of a target. */
  STD_MISSING,
  /** The standard library cannot be built from source here. */
  STD_SOURCE,
  /** cargo did not build a target. */
  CARGO_FAILED,
  /** cargo said nothing of an artifact that was expected. */
  ARTIFACT_MISSING,
  /** A binary is not what its target needs. */
  VERIFY_FORMAT,
  /** A binary is for another machine. */
  VERIFY_MACHINE,
  /** A binary is static where dynamic was promised, or the other way round. */
  VERIFY_LINKAGE,
  /** A binary asks for another dynamic loader. */
  VERIFY_LOADER,
  /** A binary needs a newer glibc than promised. */
  VERIFY_GLIBC,
  /** A file cannot be read as the binary that it should be. */
  VERIFY_MALFORMED,
  /** Two artifacts would have the same type and classifier. */
  ARTIFACT_REPEATED;

  /** The code as users see it, such as {@code RC-TARGET-UNKNOWN}. */
  public String id() {
    return "RC-" + name().replace('_', '-');
  }
}
