package io.github.rustcross.maven.problem;

import io.github.rustcross.catalog.Rule;

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
  /** A toolchain is named that the catalog forbids. */
  TOOLCHAIN_FORBIDDEN,
  /** No toolchain here serves the target, or the one that was named does not. */
  TOOLCHAIN_UNAVAILABLE,
  /** A target cannot be built here, and the goal doctor was told to fail then. */
  TARGETS_NOT_READY,
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
  /** The image in which cargo is to run is not here and cannot be fetched. */
  IMAGE_UNAVAILABLE,
  /** Something that was fetched is not what the catalog says. */
  DIGEST_MISMATCH,
  /** A sysroot is not here and cannot be fetched now, or packages are not installed. */
  SYSROOT_MISSING,
  /** An archive of packages cannot be reached, or does not have what it should. */
  SYSROOT_SOURCE,
  /** Nobody who is trusted vouches for what an archive says, or a digest is wrong. */
  SYSROOT_UNTRUSTED,
  /** There is no such package, or something that it depends on cannot be had. */
  SYSROOT_PACKAGE,
  /** A package cannot be unpacked, or means harm. */
  SYSROOT_MALFORMED,
  /** A lock file cannot be read, or was written for another sysroot. */
  SYSROOT_LOCK,
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
  /** A crate needs a library that is not there for a target, so that cargo is certain to fail. */
  LIBRARY_MISSING,
  /** A build script needs a program that is not on this machine. */
  BUILD_PROGRAM_MISSING,
  /** What the crates do with OpenSSL is not what {@code rust.openssl} says. */
  OPENSSL_REFUSED,
  /** cargo did not build a target. */
  CARGO_FAILED,
  /** cargo said nothing of an artifact that was expected. */
  ARTIFACT_MISSING,
  /** A file cannot be read as the binary that it should be. */
  VERIFY_MALFORMED,
  /** A binary has another format, or is of another kind. */
  VERIFY_FORMAT,
  /** A binary is for another machine. */
  VERIFY_MACHINE,
  /** A binary has another calling convention. */
  VERIFY_ABI,
  /** A binary needs a newer processor than promised. */
  VERIFY_CPU,
  /** A binary is static where dynamic was promised, or the other way round. */
  VERIFY_LINKAGE,
  /** A binary asks for another dynamic loader. */
  VERIFY_LOADER,
  /** A binary needs a library that is no part of the platform. */
  VERIFY_LIBRARY,
  /** A binary needs a newer glibc than promised. */
  VERIFY_GLIBC,
  /** A binary needs newer versions of libstdc++'s or libgcc's symbols. */
  VERIFY_SYMBOL_VERSION,
  /** A program can be loaded at one address only. */
  VERIFY_POSITION,
  /** A binary looks for libraries in a folder of the machine it was built on. */
  VERIFY_RUN_PATH,
  /** A library has thread-local storage that it may not get. */
  VERIFY_STATIC_TLS,
  /** A binary wants its stack to be executable. */
  VERIFY_STACK,
  /** A binary's code is changed when it is loaded. */
  VERIFY_TEXT_RELOCATION,
  /** A binary asks for less protection than its platform expects. */
  VERIFY_HARDENING,
  /** A program is of another Windows subsystem. */
  VERIFY_SUBSYSTEM,
  /** A binary needs a newer operating system than promised. */
  VERIFY_MINIMUM_OS,
  /** A binary is not signed, or its signature is wrong. */
  VERIFY_SIGNATURE,
  /** A library has the name of a path of the machine it was built on. */
  VERIFY_INSTALL_NAME,
  /** A WebAssembly file imports what its hosts do not have. */
  VERIFY_IMPORT,
  /** A static library has members of another platform. */
  VERIFY_MEMBER,
  /** A library for the JVM exports nothing that the JVM could call. */
  VERIFY_JNI_NONE,
  /** A native method has no function. */
  VERIFY_JNI_METHOD,
  /** A JNI function has no native method. */
  VERIFY_JNI_SYMBOL,
  /** A binary is older than what it is made of. */
  VERIFY_STALE,
  /** Another build's library is among the project's classes. */
  VERIFY_LEFTOVER,
  /** A binary's place in a jar is not that of its platform. */
  VERIFY_PLACE,
  /** A target that is asked for has no binary, or a binary is of none that is. */
  VERIFY_COVERAGE,
  /** A binary has paths of the machine it was built on. */
  VERIFY_BUILD_PATH,
  /** Two artifacts would have the same type and classifier. */
  ARTIFACT_REPEATED,
  /** A file or artifact that is to be verified cannot be had, or none is named. */
  FILE_MISSING,
  /** A sysroot that is not known, or that cannot serve a target. */
  SYSROOT_UNKNOWN,
  /** A format cannot hold what is to be exported. */
  EXPORT_REFUSED;

  /** The code of a rule of verification. */
  public static ProblemCode of(Rule rule) {
    return valueOf("VERIFY_" + rule.name());
  }

  /** The code as users see it, such as {@code RC-TARGET-UNKNOWN}. */
  public String id() {
    return "RC-" + name().replace('_', '-');
  }
}
