package io.github.rustcross.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is looked at in a binary. What a target promises, how much a rule counts and what to do when
 * it is broken is the catalog's to say; how it is measured is not.
 */
public enum Rule {
  /** The file can be read, as one of its format's rules. */
  MALFORMED,
  /** Its format, and whether it is a program, a library or an archive. */
  FORMAT,
  /** The processor, the width of addresses, the byte order. */
  MACHINE,
  /** The calling convention: ELF's OS/ABI and the processor's flags. */
  ABI,
  /** The processor's level in build attributes. */
  CPU,
  /** Whether it is static or dynamic. */
  LINKAGE,
  /** The dynamic loader that it asks for. */
  LOADER,
  /** The libraries that it needs. */
  LIBRARY("library", "origin"),
  /** The newest glibc symbol version that it needs. */
  GLIBC("symbols", "symbolNames", "version", "origin", "toolchain"),
  /**
   * The newest symbol versions of libraries that come with glibc systems, libstdc++'s above all.
   */
  SYMBOL_VERSION("symbols", "symbolNames", "floor", "origin", "toolchain"),
  /** Whether a program can be loaded at any address. */
  POSITION,
  /** Folders in which it looks for libraries. */
  RUN_PATH("example"),
  /** Thread-local storage that a library loaded later may not get. */
  STATIC_TLS,
  /** Whether its stack may be executed. */
  STACK,
  /** Whether its code is changed when it is loaded. */
  TEXT_RELOCATION,
  /** Protection that the platform expects a binary to ask for. */
  HARDENING,
  /** What kind of Windows program it is. */
  SUBSYSTEM,
  /** The oldest version of the operating system that it runs on. */
  MINIMUM_OS("version"),
  /** The signature without which the system does not start it. */
  SIGNATURE,
  /** The name under which a library is asked for. */
  INSTALL_NAME("name"),
  /** What a WebAssembly module wants of its host. */
  IMPORT("import", "module"),
  /** The members of a static library. */
  MEMBER,
  /** Whether a library for the JVM has anything that the JVM could call. */
  JNI_NONE("example"),
  /** Native methods that no library has. */
  JNI_METHOD("symbol", "method", "nearest"),
  /** Functions for the JVM that are no class's method. */
  JNI_SYMBOL("symbol", "nearest"),
  /** Whether it is newer than what it was made of. */
  STALE("package", "input", "path"),
  /** Files in a jar that this build did not make. */
  LEFTOVER("path"),
  /** Whether a binary's place in a jar is that of its platform. */
  PLACE,
  /** Whether there is a binary of each target that is asked for, and none of another. */
  COVERAGE,
  /** Paths of the machine it was built on. */
  BUILD_PATH;

  private final List<String> words;

  Rule(String... own) {
    Stream<String> common = Stream.of("file", "triple", "measured", "promised");
    words = Stream.concat(common, Stream.of(own)).toList();
  }

  /** The name in the catalog and on the command line: {@code run-path}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code that users see, {@code RC-VERIFY-RUN-PATH}. */
  public String code() {
    return "RC-VERIFY-" + name().replace('_', '-');
  }

  /**
   * The words that the catalog's texts of the rule may have in braces. The first four mean the
   * file, its target, what is there and what has to be there; further ones are the rule's own.
   */
  public List<String> words() {
    return words;
  }

  /** The rule that a user means: its name or its code, in any case. */
  public static Optional<Rule> of(String word) {
    return Arrays.stream(values())
        .filter(rule -> rule.id().equalsIgnoreCase(word) || rule.code().equalsIgnoreCase(word))
        .findFirst();
  }

  /** All names, in order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Rule::id).toList();
  }
}
