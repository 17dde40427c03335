package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.fixture.FakeRust;
import io.github.rustcross.maven.fixture.Site;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.Exec;
import io.github.rustcross.maven.it.SkippedChecks;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.ToolState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A tool of the catalog")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class ToolStoreTest {
  private static final Path ZIP = MinisignTest.file("tool-1.0.zip");
  private static final String GOOD_PYTHON =
      """
      [ "$1" = -c ] && [ "$3" = tool-python ] || exit 1
      echo 1.0.3
      echo "%s"
      """;

  private final List<String> progress = new ArrayList<>();

  @TempDir private Path folder;
  private Path cache;
  private Bin bin;
  private Site site;
  private FakeRust rust;
  private Network network = Network.DIRECT;
  private String digest;

  @BeforeEach
  void prepare() throws IOException {
    cache = folder.resolve("cache");
    bin = new Bin(folder.resolve("bin"));
    site = new Site().with("/tool-1.0.zip", Files.readAllBytes(ZIP));
    digest = Digest.sha256(ZIP);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  @DisplayName("on PATH in a version that will do is taken as it is")
  void onPath() throws Exception {
    bin.with("tool", "echo tool 1.0.7");

    assertThat(store(true).state("tool"))
        .isEqualTo(new ToolState.Ready(bin.path("tool"), "1.0.7", "PATH"));
  }

  @Test
  @DisplayName("on PATH in another version is explained")
  void otherVersion() throws Exception {
    bin.with("tool", "echo tool 0.9");

    assertThat(unavailable().reasons())
        .startsWith(bin.path("tool") + " has version 'tool 0.9', needed is 1.0");
  }

  @Test
  @DisplayName("on PATH that does not tell its version is explained")
  void noVersion() throws Exception {
    bin.with("tool", "echo tool 1.0; exit 1");

    assertThat(unavailable().reasons())
        .startsWith(bin.path("tool") + " has version 'none', needed is 1.0");
  }

  @Test
  @DisplayName("inside a Python package in a version that will do is taken as it is")
  void inPython() throws Exception {
    Path program = pythonPackage(GOOD_PYTHON);

    assertThat(store(false).state("tool"))
        .isEqualTo(new ToolState.Ready(program, "1.0.3", "Python package"));
  }

  @Test
  @DisplayName("inside a Python package in another version is explained")
  void otherPythonVersion() throws Exception {
    pythonPackage(GOOD_PYTHON.replace("1.0.3", "2.0"));

    assertThat(unavailable().reasons())
        .contains("the Python package tool-python has version '2.0', needed is 1.0");
  }

  @Test
  @DisplayName("that is nowhere and may not be fetched is unavailable, for every reason there is")
  void nowhere() throws Exception {
    assertThat(unavailable().reasons())
        .containsExactly(
            "tool is not on PATH",
            "neither python3 nor python is on PATH",
            "not in the cache " + cache + ", and fetching is off (-o or -Drust.autoInstall=false)");

    bin.with("python3", "exit 1");

    assertThat(unavailable().reasons())
        .containsExactly(
            "tool is not on PATH",
            "Python has no package tool-python",
            "not in the cache " + cache + ", and fetching is off (-o or -Drust.autoInstall=false)");
  }

  @Test
  @DisplayName("that may be fetched is obtainable, and its path known before")
  void obtainable() {
    ToolState state = store(true).state("tool");

    assertThat(state)
        .isEqualTo(
            new ToolState.Obtainable(cache.resolve("tools/tool/1.0-archive/tool-1.0/tool"), "1.0"));
    assertThat(site.requests()).isEmpty();
    assertThat(cache).doesNotExist();
  }

  @Test
  @DisplayName("is fetched once, and found in the cache by the next build, which is offline")
  void fetched() throws Exception {
    ToolStore store = store(true);

    assertThat(store.provide(Set.of("tool"), progress::add)).isTrue();

    Path program = cache.resolve("tools/tool/1.0-archive/tool-1.0/tool");
    assertThat(program).isExecutable();
    assertThat(store.state("tool")).isEqualTo(new ToolState.Ready(program, "1.0", "fetched"));
    assertThat(progress).containsExactly("Fetching tool 1.0 (official download)");
    assertThat(store(false).state("tool")).isEqualTo(new ToolState.Ready(program, "1.0", "cache"));
    assertThat(store(true).provide(Set.of("tool"), progress::add)).isFalse();
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  @DisplayName("that another build fetched in the meantime is not fetched again")
  void meanwhile() throws Exception {
    ToolStore late = store(true);
    assertThat(late.state("tool")).isInstanceOf(ToolState.Obtainable.class);
    store(true).provide(Set.of("tool"), progress::add);

    assertThat(late.provide(Set.of("tool"), progress::add)).isTrue();

    assertThat(progress).hasSize(1);
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  @DisplayName("with a wrong digest is refused, and leaves nothing behind")
  void wrongDigest() throws Exception {
    digest = "0".repeat(64);

    Problem problem = refused(store(true));

    assertThat(problem.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
    assertThat(problem.message())
        .isEqualTo(
            "wrong digest of %s: expected sha256 %s, got %s"
                .formatted(site.url("/tool-1.0.zip"), digest, Digest.sha256(ZIP)));
    assertThat(problem.suggestion().orElseThrow()).startsWith("Nothing was kept.");
    assertNothingLeft();
  }

  @Test
  @DisplayName("with a wrong digest is not sought elsewhere")
  void wrongDigestEnds() throws Exception {
    bin.with(
        "python3",
        """
        echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.' >&2
        echo '        Expected sha256 aaaa' >&2
        echo '             Got        bbbb' >&2
        exit 1
        """);

    Problem problem =
        refused(
            store(
                true,
                """
                - { wheel: tool==1.0, program: tool, sha256: [aaaa] }
                - { archive: "%s", program: tool-1.0/tool, sha256: { linux-x86_64: '%s' } }
                """
                    .formatted(site.url("/tool-1.0.zip"), digest)));

    assertThat(problem.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
    assertThat(problem.message())
        .startsWith("wrong digest of tool==1.0: ")
        .contains("Expected sha256 aaaa", "Got        bbbb");
    assertThat(site.requests()).isEmpty();
    assertNothingLeft();
  }

  @Test
  @DisplayName("with a wrong signature is not sought elsewhere")
  void wrongSignatureEnds() throws Exception {
    String url = site.url("/tool-1.0.zip");
    site.with("/tool-1.0.zip.minisig", Files.readAllBytes(MinisignTest.file("signed.txt.minisig")));

    Problem problem =
        refused(
            store(
                true,
                """
                - { archive: "%s", program: tool-1.0/tool, signedBy: "%s", sha256: {} }
                - { wheel: tool==1.0, program: tool, sha256: [aaaa] }
                """
                    .formatted(url, MinisignTest.key("key.pub"))));

    assertThat(problem.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
    assertThat(problem.message())
        .isEqualTo("wrong signature of %s: the signature does not fit the file".formatted(url));
    assertThat(progress).containsExactly("Fetching tool 1.0 (official download)");
    assertNothingLeft();
  }

  @Test
  @DisplayName("that no source has is refused with what each of them said, and leaves nothing")
  void allSourcesFail() throws Exception {
    bin.with("python3", "echo 'ERROR: no such host' >&2; exit 3");
    rust = new FakeRust(folder.resolve("rustup")).with("cargo", "echo 'error: gone' >&2; exit 101");
    String gone = site.url("/gone.zip");

    Problem problem =
        refused(
            store(
                true,
                """
                - { wheel: tool==1.0, program: tool, sha256: [aaaa] }
                - { archive: "%s", program: tool, sha256: { linux-x86_64: x } }
                - { crate: tool, version: "1.0", program: bin/tool }
                """
                    .formatted(gone)));

    assertThat(problem)
        .isEqualTo(
            Problem.of(
                ProblemCode.TOOL_UNAVAILABLE,
                """
                tool 1.0 is not on this machine and cannot be fetched:
                  - pip download tool==1.0: exit code 3: ERROR: no such host
                  - official download: %s cannot be downloaded: %s answered 404
                  - cargo install tool@1.0: exit code 101: error: gone\
                """
                    .formatted(gone, gone),
                "Put tool on PATH, or name a proxy or a mirror in settings.xml, or copy "
                    + cache.resolve("tools/tool")
                    + " from a machine that could fetch it."));
    assertThat(progress)
        .containsExactly(
            "Fetching tool 1.0 (pip download tool==1.0)",
            "Fetching tool 1.0 (official download)",
            "Fetching tool 1.0 (cargo install tool@1.0)");
    assertNothingLeft();
  }

  @Test
  @DisplayName("is had from the next source where one fails")
  void nextSource() throws Exception {
    ToolStore store =
        store(
            true,
            """
            - { wheel: tool==1.0, program: tool, sha256: [] }
            - { archive: "%s", program: tool-1.0/tool, sha256: { linux-x86_64: '%s' } }
            """
                .formatted(site.url("/tool-1.0.zip"), digest));

    assertThat(store.provide(Set.of("tool"), progress::add)).isTrue();

    assertThat(store.state("tool"))
        .isEqualTo(
            new ToolState.Ready(
                cache.resolve("tools/tool/1.0-archive/tool-1.0/tool"), "1.0", "fetched"));
  }

  @Test
  @DisplayName("out of a wheel is downloaded by pip against the catalog's digests")
  void wheel() throws Exception {
    // Copies the wheel to --dest, and what it was asked to the side.
    bin.with(
        "python3",
        """
        while [ $# -gt 0 ]; do
          case "$1" in
            --dest) dest=$2 ;;
            --requirement) requirement=$2 ;;
            --require-hashes) hashes=yes ;;
          esac
          shift
        done
        [ "$hashes" = yes ] || exit 1
        /bin/cp "%s" "$dest/tool-1.0-py3-none-any.whl"
        /bin/cp "$requirement" "%s"
        """
            .formatted(ZIP, folder.resolve("asked")));
    ToolStore store =
        store(true, "- { wheel: tool==1.0, program: tool-1.0/tool, sha256: [aaaa, bbbb] }\n");

    store.provide(Set.of("tool"), progress::add);

    Path home = cache.resolve("tools/tool/1.0-wheel");
    assertThat(home.resolve("tool-1.0/tool")).isExecutable();
    assertThat(home).isDirectoryNotContaining("glob:**.{whl,txt}");
    assertThat(folder.resolve("asked"))
        .hasContent("tool==1.0 --hash=sha256:aaaa --hash=sha256:bbbb\n");
  }

  @Test
  @DisplayName("out of a crate is installed by cargo into the cache, at the version that is pinned")
  void crate() throws Exception {
    rust =
        new FakeRust(folder.resolve("rustup"))
            .with(
                "cargo",
                """
                echo "$@" > "%s"
                mkdir -p "$4/bin"
                echo > "$4/bin/tool"
                """
                    .formatted(folder.resolve("asked")));
    ToolStore store = store(true, "- { crate: tool, version: \"1.0\", program: bin/tool }\n");

    store.provide(Set.of("tool"), progress::add);

    assertThat(cache.resolve("tools/tool/1.0-crate/bin/tool")).exists();
    assertThat(Files.readString(folder.resolve("asked")))
        .matches("install --locked --root \\S+ --version 1.0 tool\n");
  }

  @Test
  @DisplayName("cannot be put into a cache below a file: the folder is named")
  void cacheBelowFile() throws Exception {
    cache = Files.writeString(folder.resolve("file"), "").resolve("cache");

    assertThat(refused(store(true)))
        .isEqualTo(
            Problem.of(
                ProblemCode.CACHE_UNUSABLE,
                "the tool cache %s cannot be used: %s: Not a directory"
                    .formatted(cache, folder.resolve("file/cache")),
                "Name a folder that can be written and has room: -Drust.cacheDir=/path/to/folder"));
    assertThat(site.requests()).isEmpty();
  }

  @Test
  @DisplayName("cannot be put into a cache that is a file: the folder is named")
  void cacheIsFile() throws Exception {
    cache = Files.writeString(folder.resolve("file"), "");

    assertThat(refused(store(true)).message())
        .startsWith("the tool cache %s cannot be used: %s".formatted(cache, cache))
        .endsWith(": Not a directory");
  }

  @Test
  @DisplayName("does not fit on a full disk: nothing is left, and no other source is tried")
  void fullDisk() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Optional<String> refusal = mount("-t", "tmpfs", "-o", "size=128k", "none", disk.toString());
    if (refusal.isPresent()) {
      SkippedChecks.need("a full tool cache: " + refusal.get(), "run the tests as root on Linux");
      return;
    }
    try {
      cache = disk.resolve("cache");
      site.with("/big.zip", new byte[1 << 20]);
      ToolStore store =
          store(
              true,
              """
              - { archive: "%s", program: tool, sha256: { linux-x86_64: x } }
              - { crate: tool, version: "1.0", program: bin/tool }
              """
                  .formatted(site.url("/big.zip")));

      Problem problem = refused(store);

      assertThat(problem.code()).isEqualTo(ProblemCode.CACHE_UNUSABLE);
      assertThat(problem.message())
          .isEqualTo("the tool cache %s cannot be used: No space left on device".formatted(cache));
      assertThat(problem.suggestion().orElseThrow()).contains("-Drust.cacheDir=");
      assertThat(progress).containsExactly("Fetching tool 1.0 (official download)");
      assertNothingLeft();
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  @DisplayName("does not get into a cache on a read-only disk: the folder is named")
  void readOnly() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Optional<String> refusal = mount("-t", "tmpfs", "-o", "ro,size=128k", "none", disk.toString());
    if (refusal.isPresent()) {
      SkippedChecks.need(
          "a read-only tool cache: " + refusal.get(), "run the tests as root on Linux");
      return;
    }
    try {
      cache = disk.resolve("cache");

      assertThat(refused(store(true)).message())
          .isEqualTo(
              "the tool cache %s cannot be used: %s: Read-only file system"
                  .formatted(cache, cache));
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  @DisplayName("that pip finds no room for is refused because of the cache")
  void pipFindsNoRoom() throws Exception {
    bin.with(
        "python3",
        "echo 'ERROR: Could not install: [Errno 28] No space left on device' >&2; exit 1");

    assertThat(refused(store(true, "- { wheel: tool==1.0, program: tool, sha256: [aaaa] }\n")))
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            ProblemCode.CACHE_UNUSABLE,
            "the tool cache %s cannot be used: No space left on device".formatted(cache));
  }

  @Test
  @DisplayName("cannot be had without a network: every way is told with its cause, without traces")
  void noNetwork() throws Exception {
    bin.with(
        "python3",
        """
        cat >&2 <<'END'
        WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect to \
        proxy.', NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at \
        0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))': /simple/tool/
        ERROR: Could not find a version that satisfies the requirement tool==1.0 (from versions: none)
        ERROR: No matching distribution found for tool==1.0
        END
        exit 1
        """
            .replace("cat ", "/bin/cat ")
            .replace("\\\n", ""));
    rust =
        new FakeRust(folder.resolve("rustup"))
            .with(
                "cargo",
                """
                echo '    Updating index' >&2
                echo 'warning: spurious network error (3 tries remaining)' >&2
                echo 'error: download of config.json failed' >&2
                echo >&2
                echo 'Caused by:' >&2
                echo '  Could not connect to server' >&2
                exit 101
                """);
    int closed = URI.create(Site.nowhere("/")).getPort();
    network =
        Network.of(
            NetworkSettings.NONE, Map.of("http_proxy", "me:secret@127.0.0.1:" + closed), false);

    Problem problem =
        refused(
            store(
                true,
                """
                - { wheel: tool==1.0, program: tool, sha256: [aaaa] }
                - { archive: "%s", program: tool, sha256: { linux-x86_64: x } }
                - { crate: tool, version: "1.0", program: bin/tool }
                """
                    .formatted(site.url("/tool-1.0.zip"))));

    assertThat(problem.code()).isEqualTo(ProblemCode.TOOL_UNAVAILABLE);
    assertThat(problem.message().lines().toList())
        .containsExactly(
            "tool 1.0 is not on this machine and cannot be fetched:",
            "  - pip download tool==1.0: exit code 1: ERROR: Could not find a version that"
                + " satisfies the requirement tool==1.0 (from versions: none)",
            "    ERROR: No matching distribution found for tool==1.0",
            "    connection broken: Cannot connect to proxy. Failed to establish a new connection:"
                + " [Errno 111] Connection refused",
            "  - official download: %s cannot be downloaded through the proxy 127.0.0.1:%d: %s"
                .formatted(site.url("/tool-1.0.zip"), closed, "Connection refused"),
            "  - cargo install tool@1.0: exit code 101: error: download of config.json failed",
            "    Caused by:",
            "      Could not connect to server");
    assertThat(problem.suggestion().orElseThrow())
        .contains("settings.xml", cache.resolve("tools/tool").toString());
    assertNothingLeft();
  }

  /** Mounts something; what stands against it where it cannot be done. */
  private static Optional<String> mount(String... arguments) throws Exception {
    if (new HostSystem().program("mount").isEmpty()) {
      return Optional.of("there is no mount");
    }
    List<String> line = new ArrayList<>(List.of("mount"));
    line.addAll(List.of(arguments));
    Exec.Result result = run(line.toArray(String[]::new));
    return result.exitCode() == 0 ? Optional.empty() : Optional.of(result.stderr().strip());
  }

  private static Exec.Result run(String... line) throws Exception {
    return Exec.run(Path.of("").toAbsolutePath(), Map.of(), List.of(line));
  }

  private ToolState.Unavailable unavailable() throws IOException {
    ToolState state = store(false).state("tool");
    assertThat(state).isInstanceOf(ToolState.Unavailable.class);
    return (ToolState.Unavailable) state;
  }

  private Problem refused(ToolStore store) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> store.provide(Set.of("tool"), progress::add));
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactly(cache.resolve("locks/tool.lock"));
    }
    assertThat(cache.resolve("tools")).isEmptyDirectory();
  }

  private Path pythonPackage(String python) throws IOException {
    Path home = Files.createDirectories(folder.resolve("site-packages/tool_python"));
    Path program = Files.writeString(home.resolve("tool"), "");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    bin.with("python3", python.formatted(folder.resolve("site-packages")));
    return program;
  }

  private ToolStore store(boolean mayFetch) {
    return store(
        mayFetch,
        """
        - { path: tool, versionArguments: [--version], accepts: ["tool 1.0"] }
        - { python: tool-python, program: "tool_python/tool{exe}", accepts: ["1.0"] }
        - { archive: "%s", program: "tool-1.0/tool{exe}", sha256: { linux-x86_64: '%s' } }
        """
            .formatted(site.url("/tool-1.0.zip"), digest));
  }

  private ToolStore store(boolean mayFetch, String sources) {
    String overlay =
        """
        schemaVersion: 1
        downloads:
          tool:
            version: "1.0"
            sources:
        """
            + sources.indent(6);
    return new ToolStore(
        TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", overlay))),
        bin.host(),
        HostPlatform.of(new TargetTriple("x86_64-unknown-linux-gnu"), true),
        new ProcessRunner(),
        rust == null ? new RustCommands(folder, Map.of(), Optional.empty()) : rust.commands(folder),
        network,
        cache,
        mayFetch);
  }
}
