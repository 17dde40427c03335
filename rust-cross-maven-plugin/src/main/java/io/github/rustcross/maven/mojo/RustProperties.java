package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.export.Export;
import io.github.rustcross.maven.plan.TargetSelector;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The properties of the command line, which win over whatever the POM says: Maven's own injection
 * lets a {@code <configuration>} win.
 */
final class RustProperties {
  static final String TARGETS = "rust.targets";
  static final String MANIFEST_PATH = "rust.manifestPath";
  static final String PROFILE = "rust.profile";
  static final String FEATURES = "rust.features";
  static final String ALL_FEATURES = "rust.allFeatures";
  static final String NO_DEFAULT_FEATURES = "rust.noDefaultFeatures";
  static final String PACKAGE = "rust.package";
  static final String BINS = "rust.bins";
  static final String LIB = "rust.lib";
  static final String LOCKED = "rust.locked";
  static final String CARGO_ARGS = "rust.cargoArgs";
  static final String JOBS = "rust.jobs";
  static final String CROSS_TOOLCHAIN = "rust.crossToolchain";
  static final String SYSROOT = "rust.sysroot";
  static final String SYSROOT_PACKAGES = "rust.sysrootPackages";
  static final String SYSROOT_MIRROR = "rust.sysrootMirror";
  static final String SYSROOT_LOCK = "rust.sysrootLock";
  static final String CHANNEL = "rust.channel";
  static final String STD = "rust.std";
  static final String OPENSSL = "rust.openssl";
  static final String JNI_LAYOUT = "rust.jniLayout";
  static final String GLIBC = "rust.glibc";
  static final String UNAVAILABLE = "rust.unavailable";
  static final String CATALOG = "rust.catalog";
  static final String CLASSIFIER = "rust.classifier";
  static final String ATTACH = "rust.attach";
  static final String VERIFY = "rust.verify";
  static final String VERIFY_FILES = "rust.verify.files";
  static final String VERIFY_ALLOW = "rust.verify.allow";
  static final String VERIFY_RULES = "rust.verify.rules";
  static final String FAIL_FAST = "rust.failFast";
  static final String AUTO_INSTALL = "rust.autoInstall";
  static final String TARGET_DIR = "rust.targetDir";
  static final String CACHE_DIR = "rust.cacheDir";
  static final String SKIP = "rust.skip";
  static final String FORMAT = "rust.format";
  static final String OUTPUT_FILE = "rust.outputFile";
  static final String DOCTOR_STRICT = "rust.doctor.strict";
  static final String EXPORT_KIND = Export.KIND;
  static final String TEST_TARGETS = "rust.test.targets";
  static final String TEST_RUNNER = "rust.test.runner";
  static final String TEST_FILTER = "rust.test.filter";
  static final String TEST_ARGS = "rust.test.args";
  static final String TEST_PROFILE = "rust.test.profile";
  static final String TEST_TIMEOUT = "rust.test.timeout";
  static final String TEST_SKIP = "rust.test.skip";

  /** Surefire's own. */
  static final String SKIP_TESTS = "skipTests";

  /** Surefire's own. */
  static final String MAVEN_TEST_SKIP = "maven.test.skip";

  /** Surefire's own. */
  static final String TEST_FAILURE_IGNORE = "maven.test.failure.ignore";

  private static final String PREFIX = "rust.";
  private static final List<String> KNOWN =
      List.of(
          TARGETS,
          MANIFEST_PATH,
          PROFILE,
          FEATURES,
          ALL_FEATURES,
          NO_DEFAULT_FEATURES,
          PACKAGE,
          BINS,
          LIB,
          LOCKED,
          CARGO_ARGS,
          JOBS,
          CROSS_TOOLCHAIN,
          SYSROOT,
          SYSROOT_PACKAGES,
          SYSROOT_MIRROR,
          SYSROOT_LOCK,
          CHANNEL,
          STD,
          JNI_LAYOUT,
          OPENSSL,
          GLIBC,
          UNAVAILABLE,
          CATALOG,
          CLASSIFIER,
          ATTACH,
          VERIFY,
          VERIFY_FILES,
          VERIFY_ALLOW,
          VERIFY_RULES,
          FAIL_FAST,
          AUTO_INSTALL,
          TARGET_DIR,
          CACHE_DIR,
          SKIP,
          FORMAT,
          OUTPUT_FILE,
          DOCTOR_STRICT,
          EXPORT_KIND,
          TEST_TARGETS,
          TEST_RUNNER,
          TEST_FILTER,
          TEST_ARGS,
          TEST_PROFILE,
          TEST_TIMEOUT,
          TEST_SKIP);

  /** Those whose parameter is a boolean: Java takes any text but true for false. */
  private static final List<String> FLAGS =
      List.of(
          ALL_FEATURES,
          NO_DEFAULT_FEATURES,
          LIB,
          LOCKED,
          FAIL_FAST,
          AUTO_INSTALL,
          SYSROOT_LOCK,
          SKIP,
          DOCTOR_STRICT,
          TEST_SKIP);

  private static final Set<String> TRUTH = Set.of("true", "false");

  private final Properties commandLine;

  RustProperties(Properties commandLine) {
    this.commandLine = commandLine;
  }

  /**
   * What is wrong with the command line: properties of ours that do not exist, which are most
   * likely typing errors, and flags that are neither true nor false.
   */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (String name : commandLine.stringPropertyNames().stream().sorted().toList()) {
      if (!KNOWN.contains(name) && name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
        List<String> nearest = NearestProperty.of(name, KNOWN);
        problems.add(
            Problem.of(
                ProblemCode.PROPERTY_UNKNOWN,
                "there is no property -D" + name,
                nearest.isEmpty()
                    ? "Known are: " + String.join(", ", KNOWN)
                    : "Did you mean -D" + nearest.get(0) + "?"));
      }
    }
    for (String name : FLAGS) {
      String value = commandLine.getProperty(name, "").strip();
      if (!value.isEmpty() && !TRUTH.contains(value.toLowerCase(Locale.ROOT))) {
        problems.add(
            Problem.of(
                ProblemCode.PARAMETER_INVALID,
                "%s cannot be '%s'".formatted(name, value),
                "It takes true or false."));
      }
    }
    return problems;
  }

  /** Whether a list is given on the command line, but nothing is in it: {@code -Drust.targets=}. */
  boolean isEmptyList(String name) {
    return commandLine.getProperty(name) != null && list(name, null).isEmpty();
  }

  /** What is wrong where the command line has {@code -Drust.targets=}. */
  Optional<Problem> emptyTargets(String name) {
    return isEmptyList(name)
        ? Optional.of(
            Problem.of(
                ProblemCode.TARGETS_EMPTY,
                name + " is given, but empty",
                "Name a target, or leave -D%s= out.".formatted(name)))
        : Optional.empty();
  }

  /** Whether the command line says something of it. */
  boolean isGiven(String name) {
    return commandLine.getProperty(name) != null;
  }

  /** Who says a parameter that is not at its default. */
  String origin(String name) {
    return isGiven(name) ? "command line, -D" + name : "POM";
  }

  Optional<String> text(String name, String fromPom) {
    return text(commandLine.getProperty(name, fromPom));
  }

  static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A property that is given without a value means true, as everywhere in Maven. */
  boolean flag(String name, boolean fromPom) {
    String value = commandLine.getProperty(name);
    return value == null ? fromPom : value.isBlank() || Boolean.parseBoolean(value.strip());
  }

  List<String> list(String name, List<String> fromPom) {
    String value = commandLine.getProperty(name);
    return words(value == null ? fromPom : Arrays.asList(value.split(",")));
  }

  /**
   * The words for targets: a floor on the command line wins over those that targets of the POM have
   * of their own.
   */
  List<String> targets(String name, List<String> fromPom) {
    List<String> words = list(name, fromPom);
    return isGiven(GLIBC) && !isGiven(name)
        ? words.stream().map(TargetSelector::withoutFloor).toList()
        : words;
  }

  /** Variables as XML gives them: an empty element has no value at all. */
  static Map<String, String> variables(Map<String, String> fromPom) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (fromPom != null) {
      fromPom.forEach((name, value) -> variables.put(name, value == null ? "" : value));
    }
    return variables;
  }

  static List<String> words(List<String> texts) {
    return Stream.ofNullable(texts)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
