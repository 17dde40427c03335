package io.github.rustcross.maven.host;

import io.github.rustcross.toolchain.HostSearch;
import java.io.Console;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.inject.Inject;

/** The facts about this machine that a build depends on. */
public final class HostSystem implements HostSearch {
  /** What JDKs call processors otherwise than rustc. */
  private static final Map<String, String> ARCHITECTURES =
      Map.of(
          "amd64",
          "x86_64",
          "i386",
          "x86",
          "arm64",
          "aarch64",
          "ppc64",
          "powerpc64",
          "ppc64le",
          "powerpc64",
          "aarch32",
          "arm");

  private final Map<String, String> environment;
  private final UnaryOperator<String> properties;

  /** This machine. */
  @Inject
  public HostSystem() {
    this(System.getenv(), System::getProperty);
  }

  /** A machine of a test. */
  public HostSystem(Map<String, String> environment, UnaryOperator<String> properties) {
    this.properties = properties;
    this.environment = isWindows() ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
    this.environment.putAll(environment);
  }

  /** A copy of the environment, which the caller may change. */
  public Map<String, String> environment() {
    return isWindows() ? caseInsensitiveCopy() : new TreeMap<>(environment);
  }

  private Map<String, String> caseInsensitiveCopy() {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(environment);
    return copy;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<Path> program(String name) {
    List<String> extensions = isWindows() ? List.of(".exe", ".bat", ".cmd", "") : List.of("");
    return Stream.of(variable("PATH").orElse("").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> extensions.stream().flatMap(extension -> file(folder, name + extension)))
        .findFirst();
  }

  @Override
  public List<Path> matches(String pattern) {
    return new PathPattern(isWindows()).matches(pattern);
  }

  private static Stream<Path> file(String folder, String name) {
    try {
      return Stream.of(Path.of(folder, name))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .map(Path::toAbsolutePath);
    } catch (InvalidPathException e) {
      // PATH may hold anything; what is no path cannot hold a program.
      return Stream.empty();
    }
  }

  /**
   * Where fetched tools are kept unless the user says otherwise: {@code $XDG_CACHE_HOME/rust-cross}
   * or {@code ~/.cache/rust-cross} (XDG Base Directory Specification), {@code ~/Library/Caches} on
   * macOS, {@code %LOCALAPPDATA%} on Windows.
   */
  public Path cacheDir() {
    String name = "rust-cross";
    if (isWindows()) {
      return variable("LOCALAPPDATA").map(Path::of).orElse(home()).resolve(name);
    }
    if (osName().startsWith("mac")) {
      return home().resolve("Library/Caches").resolve(name);
    }
    return variable("XDG_CACHE_HOME").map(Path::of).orElse(home().resolve(".cache")).resolve(name);
  }

  /** {@code CARGO_HOME}, or where cargo has it by default. */
  public Path cargoHome() {
    return variable("CARGO_HOME").map(Path::of).orElse(home().resolve(".cargo"));
  }

  /** {@code RUSTUP_HOME}, or where rustup has it by default. */
  public Path rustupHome() {
    return variable("RUSTUP_HOME").map(Path::of).orElse(home().resolve(".rustup"));
  }

  /** Whether the user is root, who may install packages; nobody is on Windows. */
  public boolean privileged() {
    return !isWindows() && "root".equals(properties.apply("user.name"));
  }

  /** Whether a person watches: standard output is a terminal. */
  public boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console without a terminal too, and this method to tell
      // (JDK-8308591).
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Whether this is Windows. */
  public boolean isWindows() {
    return osName().startsWith("windows");
  }

  /** The operating system as Java knows it, in rustc's words ({@code target_os}). */
  public String os() {
    return isWindows() ? "windows" : osName().startsWith("mac") ? "macos" : osName();
  }

  /** The processor as Java knows it, in rustc's words ({@code target_arch}). */
  public String arch() {
    String name =
        Optional.ofNullable(properties.apply("os.arch")).orElse("").toLowerCase(Locale.ROOT);
    return ARCHITECTURES.getOrDefault(name, name);
  }

  /**
   * Whether Maven writes its log into a file: its launcher keeps what it was called with in {@code
   * MAVEN_CMD_LINE_ARGS}, and Maven itself tells plugins nothing of it.
   */
  public boolean isLogInFile() {
    return Stream.of(variable("MAVEN_CMD_LINE_ARGS").orElse("").split("\\s+"))
        .anyMatch(word -> word.equals("-l") || word.startsWith("--log-file"));
  }

  private String osName() {
    return Optional.ofNullable(properties.apply("os.name")).orElse("").toLowerCase(Locale.ROOT);
  }

  private Path home() {
    return Path.of(Optional.ofNullable(properties.apply("user.home")).orElse("."));
  }
}
