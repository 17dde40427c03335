package io.github.rustcross.maven.sysroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.maven.debian.Deb;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.debian.SigningKey;
import io.github.rustcross.maven.fixture.Bin;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.SkippedChecks;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.sysroot.SysrootStore.Fetching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's own apt, with sources of a test: archives on this machine. */
@DisplayName("A sysroot out of the archives of this machine's apt")
class AptSourceTest {
  private final List<String> progress = new ArrayList<>();

  @TempDir private Path folder;
  private DebianArchive archive;
  private DebianArchive other;
  private String url;
  private String otherUrl;
  private SysrootStore store;
  private Path log;

  @BeforeEach
  void prepare() throws Exception {
    Optional<Path> apt = new HostSystem().program("apt-get");
    if (apt.isEmpty()) {
      SkippedChecks.need("sysroots by apt", "run the tests on Debian or Ubuntu");
    }
    assumeTrue(apt.isPresent(), "no apt");
    archive = new DebianArchive(folder.resolve("archive"));
    archive.add(deb("lib", "1:1.0-1").field("Depends", "libc6")).add(deb("libc6", "2.36"));
    archive.publish();
    other = new DebianArchive(folder.resolve("other")).add(deb("lib", "9")).publish();
    url = "copy:" + archive.root;
    otherUrl = "copy:" + other.root;
    Path sources = folder.resolve("sources.list");
    // The machine's own release, which is none that is asked for; one of the two is not ours.
    Files.writeString(
        sources,
        "deb %1$s machine main\ndeb %1$s machine-updates main\ndeb %2$s machine main\n"
            .formatted(otherUrl, url));
    log = folder.resolve("apt.log");
    Bin bin = new Bin(folder.resolve("bin"));
    bin.with(
        "apt-get",
        """
        for word; do last=$word; done
        echo "$last" >> '%s'
        case "$*" in *Dir::Etc::SourceList*) ;; *) set -- -o Dir::Etc::SourceList='%s' -o Dir::Etc::SourceParts=/dev/null "$@" ;; esac
        PATH=/usr/bin:/bin exec '%s' "$@"\
        """
            .formatted(log, sources, apt.get()));
    store =
        new SysrootStore(
            bin.host(), new ProcessRunner(), Network.DIRECT, folder.resolve("tool cache"));
  }

  private static Deb deb(String name, String version) {
    return new Deb(name, version, "arm64").file("./usr/share/x/" + name, version);
  }

  private SysrootOrder order(String... packages) {
    return order(archive.key, packages);
  }

  private static SysrootOrder order(SigningKey key, String... packages) {
    return SysrootOrder.of(SysrootStoreTest.catalog(key, ""), "test-1", "arm64", List.of(packages));
  }

  private SysrootRecord provide(SysrootOrder order, Fetching fetching) throws Exception {
    return store.provide(order, fetching, progress::add);
  }

  private List<Problem> refused(SysrootOrder order) {
    return catchThrowableOfType(ProblemException.class, () -> provide(order, Fetching.MISSING))
        .problems();
  }

  @Test
  @DisplayName("is of a release and an architecture that the machine is not, by whom is trusted")
  void provided() throws Exception {
    SysrootRecord record = provide(order("lib"), Fetching.MISSING);

    assertThat(record.packages())
        .extracting(ResolvedPackage::toString)
        .containsExactly("lib 1:1.0-1", "libc6 2.36");
    assertThat(record.root().resolve("usr/share/x/lib")).hasContent("1:1.0-1");
    assertThat(progress)
        .containsExactly(
            "Resolving the sysroot test-1 for arm64 (apt)",
            "Fetching the sysroot test-1 for arm64: 2 packages, 0 MB (apt)");
  }

  @Test
  @DisplayName("is resolved in the index of the same day, and in a new one when that is asked for")
  void index() throws Exception {
    provide(order("lib"), Fetching.MISSING);
    archive.add(deb("lib", "1:1.1-1")).publish();
    Files.delete(log);

    assertThat(provide(order("libc6", "lib"), Fetching.MISSING).packages())
        .extracting(ResolvedPackage::version)
        .containsExactly("1:1.0-1", "2.36");
    assertThat(Files.readAllLines(log)).doesNotContain("update", "--quiet=1");
    assertThat(provide(order("lib"), Fetching.NEWEST).packages())
        .extracting(ResolvedPackage::version)
        .containsExactly("1:1.1-1");
  }

  @Test
  @DisplayName("is resolved anew where the archive has replaced what the index says")
  void replaced() throws Exception {
    provide(order("libc6"), Fetching.MISSING);
    archive.clear().add(deb("lib", "1:1.1-1")).add(deb("libc6", "2.37")).publish();

    assertThat(provide(order("lib", "libc6"), Fetching.MISSING).packages())
        .extracting(ResolvedPackage::toString)
        .containsExactly("lib 1:1.1-1", "libc6 2.37");
  }

  @Test
  @DisplayName("is refused where none of the archives is signed by whom is trusted")
  void untrusted() throws Exception {
    List<Problem> problems = refused(order(SigningKey.make(), "lib"));

    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.SYSROOT_UNTRUSTED, ProblemCode.SYSROOT_UNTRUSTED);
    assertThat(problems.get(0).message())
        .startsWith(
            "the release file of test stable (%s) is not trusted: apt found no good signature\n  W: GPG error: "
                .formatted(otherUrl))
        .contains("NO_PUBKEY " + other.key.id());
    assertNothingLeft();
  }

  @Test
  @DisplayName("is refused where a package is another than the index says")
  void otherPackage() throws Exception {
    byte[] good = Files.readAllBytes(archive.file("pool/lib_1.0-1_arm64.deb"));
    good[good.length - 1] ^= 1;
    Files.write(archive.file("pool/lib_1.0-1_arm64.deb"), good);

    assertThat(refused(order("lib")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.SYSROOT_SOURCE);
              assertThat(problem.message())
                  .startsWith(
                      "this machine's archives do not have lib 1:1.0-1 of test stable for arm64:")
                  .contains("Hash Sum mismatch");
            });
    assertNothingLeft();
  }

  @Test
  @DisplayName("is refused where no archive has the release")
  void noRelease() throws Exception {
    Files.delete(archive.release());
    Files.delete(other.release());

    Problem problem = refused(order("lib")).get(0);

    assertThat(problem.code()).isEqualTo(ProblemCode.SYSROOT_SOURCE);
    assertThat(problem.message())
        .isEqualTo("none of this machine's archives has test stable for arm64");
    assertNothingLeft();
  }

  @Test
  @DisplayName("with a lock has the very packages, and is refused when they are gone")
  void locked() throws Exception {
    SysrootRecord first = provide(order("lib"), Fetching.MISSING);
    SysrootOrder locked = order("lib").locked(LockedSysroot.of(order("lib"), first));

    assertThat(provide(locked, Fetching.MISSING).packages()).isEqualTo(first.packages());

    io.github.rustcross.maven.tool.TemporaryFolder.delete(store.folder(locked).getParent());
    archive.clear().add(deb("lib", "1:2")).add(deb("libc6", "2.37")).publish();
    Problem problem = refused(locked).get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.SYSROOT_SOURCE);
    assertThat(problem.message())
        .startsWith(
            "this machine's archives do not have lib 1:1.0-1, libc6 2.36 of test stable for arm64:");
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tool cache/sysroots"))) {
      assertThat(files).isEmpty();
    }
  }
}
