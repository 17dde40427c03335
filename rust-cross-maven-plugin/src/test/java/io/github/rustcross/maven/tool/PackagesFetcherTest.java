package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.it.SkippedChecks;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustCommands;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.ToolState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A tool out of Debian's packages")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class PackagesFetcherTest {
  private static final String TWO = "- { debian: [emulator, emulator-data], program: usr/bin }\n";
  private static final String ONE = "- { debian: [emulator], program: usr/bin/emulator }\n";

  private final List<String> progress = new ArrayList<>();

  @TempDir private Path folder;
  private Path cache;
  private Bin bin;
  private AptRepository archive;

  @BeforeEach
  void prepare() throws Exception {
    // A space, because users have them in the names of their folders.
    cache = folder.resolve("tool cache");
    bin = new Bin(folder.resolve("bin"));
    archive = new AptRepository(folder);
  }

  private void putAptOnPath() throws IOException {
    if (!AptRepository.isPossible()) {
      SkippedChecks.need("packages of Debian", "run the tests on Debian or Ubuntu");
    }
    assumeTrue(AptRepository.isPossible(), "no apt");
    archive.putOn(bin);
  }

  private void emulator(String says) throws Exception {
    Path file = archive.content("emulator").resolve("usr/bin/emulator");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\necho " + says + "\n");
    assertThat(file.toFile().setExecutable(true, false)).isTrue();
  }

  @Test
  @DisplayName("is downloaded by apt and unpacked, with its links inside the folder, once")
  void fetched() throws Exception {
    putAptOnPath();
    emulator("hello");
    Path data = Files.createDirectories(archive.content("emulator-data").resolve("usr/share/emu"));
    Files.writeString(data.resolve("table"), "1 2 3\n");
    Files.createLink(data.resolve("table-2"), data.resolve("table"));
    Files.createSymbolicLink(data.resolve("absolute"), Path.of("/usr/bin/emulator"));
    Files.createSymbolicLink(data.resolve("relative"), Path.of("table"));
    Files.createSymbolicLink(data.resolve("nowhere"), Path.of("/usr/lib/not-asked-for"));
    archive.add("emulator", "1.0");
    archive.add("emulator-data", "1.0");

    assertThat(store(true, TWO).provide(Set.of("tool"), progress::add)).isTrue();

    Path home = cache.resolve("tools/tool/distribution-packages");
    assertThat(store(false, TWO).state("tool"))
        .isEqualTo(new ToolState.Ready(home.resolve("usr/bin"), "distribution", "cache"));
    assertThat(progress)
        .containsExactly("Fetching tool distribution (apt-get download emulator emulator-data)");
    assertThat(home.resolve("usr/bin/emulator")).isExecutable();
    Path shared = home.resolve("usr/share/emu");
    assertThat(shared.resolve("table")).hasContent("1 2 3\n");
    assertThat(Files.isExecutable(shared.resolve("table"))).isFalse();
    assertThat(shared.resolve("table-2")).hasContent("1 2 3\n");
    assertThat(Files.readSymbolicLink(shared.resolve("absolute")))
        .isEqualTo(Path.of("../../bin/emulator"));
    assertThat(shared.resolve("relative")).hasContent("1 2 3\n");
    assertThat(shared.resolve("nowhere")).doesNotExist();
    assertThat(Files.isSymbolicLink(shared.resolve("nowhere"))).isFalse();
    assertThat(home.resolve(".packages")).doesNotExist();
  }

  @Test
  @DisplayName("is looked for in the index of an hour ago, and in a new one after a day")
  void index() throws Exception {
    putAptOnPath();
    emulator("one");
    archive.add("emulator", "1.0");
    store(true, ONE).provide(Set.of("tool"), progress::add);
    assertThat(archive.asked()).containsExactly("update", "emulator");
    forget();
    age(Duration.ofHours(1));

    store(true, ONE).provide(Set.of("tool"), progress::add);

    assertThat(archive.asked()).containsExactly("update", "emulator", "emulator");
    forget();
    age(Duration.ofHours(25));

    store(true, ONE).provide(Set.of("tool"), progress::add);

    assertThat(archive.asked())
        .containsExactly("update", "emulator", "emulator", "update", "emulator");
  }

  @Test
  @DisplayName("that was replaced in the archive is looked for once more, in a new index")
  void replaced() throws Exception {
    putAptOnPath();
    emulator("one");
    archive.add("emulator", "1.0");
    store(true, ONE).provide(Set.of("tool"), progress::add);
    emulator("two");
    archive.add("emulator", "1.1");
    forget();

    store(true, ONE).provide(Set.of("tool"), progress::add);

    assertThat(cache.resolve("tools/tool/distribution-packages/usr/bin/emulator"))
        .hasContent("#!/bin/sh\necho two\n");
  }

  @Test
  @DisplayName("that no archive has is refused in apt's words")
  void unknown() throws Exception {
    putAptOnPath();

    assertThat(refused(store(true, ONE)))
        .isEqualTo(
            Problem.of(
                ProblemCode.TOOL_UNAVAILABLE,
                """
                tool distribution is not on this machine and cannot be fetched:
                  - apt-get download emulator: exit code 100: E: Unable to locate package emulator\
                """,
                "See to it that apt can reach the archives of this machine (docs/network.md), or"
                    + " copy "
                    + cache.resolve("tools/tool")
                    + " from a machine that could fetch it."));
    assertThat(cache.resolve("tools")).isEmptyDirectory();
  }

  @Test
  @DisplayName("that is not what the index says is refused, and nothing is kept of it")
  void tampered() throws Exception {
    putAptOnPath();
    emulator("one");
    archive.add("emulator", "1.0");
    Path file = archive.file("emulator", "1.0");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(refused(store(true, ONE)).message()).contains("Hash Sum mismatch");
    assertThat(cache.resolve("tools")).isEmptyDirectory();
  }

  @Test
  @DisplayName("is had from the next source where packages have handed it on to others")
  void handedOn() throws Exception {
    putAptOnPath();
    Path links = Files.createDirectories(archive.content("emulator").resolve("usr/bin"));
    Files.createSymbolicLink(links.resolve("emulator"), Path.of("emulator-ng"));
    archive.add("emulator", "2.0");
    Path next = Files.createDirectories(archive.content("emulator-ng").resolve("usr/bin"));
    Files.writeString(next.resolve("emulator-ng"), "next\n");
    archive.add("emulator-ng", "2.0");

    store(
            true,
            """
            - { debian: [emulator], program: usr/bin }
            - { debian: [emulator, emulator-ng], program: usr/bin }
            """)
        .provide(Set.of("tool"), progress::add);

    assertThat(cache.resolve("tools/tool/distribution-packages/usr/bin/emulator"))
        .hasContent("next\n");
  }

  @Test
  @DisplayName("without what is looked for in them is explained")
  void otherContent() throws Exception {
    putAptOnPath();
    archive.add("emulator", "1.0");

    assertThat(refused(store(true, ONE)).message())
        .endsWith("- apt-get download emulator: emulator: there is no usr/bin/emulator in it");
  }

  @Test
  @DisplayName("cannot be had where there is no apt, which is known before")
  void noApt() {
    assertThat(store(true, ONE).state("tool"))
        .isEqualTo(new ToolState.Unavailable(List.of("apt-get and dpkg-deb are not on PATH")));
  }

  @Test
  @DisplayName("is not fetched with an apt-get of another kind of packages")
  void otherApt() throws Exception {
    bin.with("apt-get", "exit 1");

    assertThat(store(true, ONE).state("tool"))
        .isEqualTo(new ToolState.Unavailable(List.of("dpkg-deb is not on PATH")));
  }

  @Test
  @DisplayName("is not fetched by a build that is offline")
  void offline() throws Exception {
    bin.with("apt-get", "exit 1").with("dpkg-deb", "exit 1");

    assertThat(store(false, ONE).state("tool"))
        .isEqualTo(
            new ToolState.Unavailable(
                List.of(
                    "not in the cache "
                        + cache
                        + ", and fetching is off (-o or -Drust.autoInstall=false)")));
  }

  @Test
  @DisplayName("is asked for without anything of the system being locked, written or run")
  void withoutTheSystem() throws Exception {
    Path log = folder.resolve("apt-calls");
    bin.with("apt-get", "for a in \"$@\"; do echo \"$a\"; done >> '%s'; exit 1".formatted(log))
        .with("dpkg-deb", "exit 1");

    refused(store(true, ONE));

    Path home = cache.resolve("apt");
    assertThat(Files.readAllLines(log))
        .contains(
            "--config-file=" + home.resolve("hooks.conf"),
            "Dir::State=" + home.resolve("state"),
            "Dir::State::Lists=" + home.resolve("state/lists"),
            "Dir::State::status=" + home.resolve("status"),
            "Dir::Cache=" + home.resolve("cache"),
            "Dir::Log=" + home.resolve("log"),
            "Debug::NoLocking=true",
            "APT::Sandbox::User=root");
    assertThat(home.resolve("hooks.conf"))
        .hasContent(
            """
            #clear APT::Update::Pre-Invoke;
            #clear APT::Update::Post-Invoke;
            #clear APT::Update::Post-Invoke-Success;
            #clear APT::Update::Post-Invoke-Stats;
            """);
  }

  private void forget() throws IOException {
    TemporaryFolder.delete(cache.resolve("tools"));
  }

  private void age(Duration age) throws IOException {
    Files.setLastModifiedTime(
        cache.resolve("apt/updated"), FileTime.from(Instant.now().minus(age)));
  }

  private Problem refused(ToolStore store) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> store.provide(Set.of("tool"), progress::add));
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }

  private ToolStore store(boolean mayFetch, String sources) {
    String overlay =
        """
        schemaVersion: 1
        downloads:
          tool:
            version: distribution
            sources:
        """
            + sources.indent(6);
    return new ToolStore(
        TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", overlay))),
        bin.host(),
        HostPlatform.of(new TargetTriple("x86_64-unknown-linux-gnu"), true),
        new ProcessRunner(),
        new RustCommands(folder, Map.of(), Optional.empty()),
        Network.DIRECT,
        cache,
        mayFetch);
  }
}
