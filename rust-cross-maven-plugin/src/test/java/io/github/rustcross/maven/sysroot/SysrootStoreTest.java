package io.github.rustcross.maven.sysroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
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
import io.github.rustcross.maven.tool.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sysroot")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "packages have symbolic links")
class SysrootStoreTest {
  private static final String NOTHING_KEPT =
      "Nothing of it was kept. Find out what answers in the place of the archive; keys of an"
          + " archive of your own go into an overlay (docs/sysroots.md).";

  private final List<String> progress = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;
  private Path cache;
  private DebianArchive archive;
  private Mirror mirror;
  private SysrootStore store;

  @BeforeEach
  void prepare() throws Exception {
    cache = folder.resolve("tool cache");
    archive = new DebianArchive(folder.resolve("archive"));
    archive.add(libc6()).add(libc6Dev()).add(libssl("3.0")).add(libsslDev("3.0")).publish();
    mirror = new Mirror(archive.root);
    store = store();
  }

  private SysrootStore store() throws IOException {
    return new SysrootStore(
        new Bin(folder.resolve("bin")).host(), new ProcessRunner(), Network.DIRECT, cache);
  }

  @AfterEach
  void close() {
    mirror.close();
  }

  private static Deb libc6() {
    return new Deb("libc6", "2.36-9", "arm64")
        .compressed(".xz")
        .file("./lib/aarch64-linux-gnu/libc.so.6", "libc")
        .file("./usr/share/doc/libc6/copyright", "LGPL")
        .file("./usr/share/doc/libc6/changelog.gz", "long")
        .file("./usr/share/man/man7/libc.7", "long");
  }

  private static Deb libc6Dev() {
    return new Deb("libc6-dev", "2.36-9", "arm64")
        .field("Depends", "libc6 (= 2.36-9)")
        .compressed(".gz")
        .file("./usr/include/stdio.h", "stdio")
        .link("./usr/lib/aarch64-linux-gnu/libm.so", "/lib/aarch64-linux-gnu/libm.so.6");
  }

  private static Deb libssl(String version) {
    return new Deb("libssl3", version, "arm64")
        .field("Depends", "libc6 (>= 2.34), debconf (>= 0.5)")
        .compressed(".zst")
        .file("./usr/lib/aarch64-linux-gnu/libssl.so.3", "libssl " + version)
        .file("./lib/aarch64-linux-gnu/libcrypto.so.3", "libcrypto " + version);
  }

  private static Deb libsslDev(String version) {
    return new Deb("libssl-dev", version, "arm64")
        .field("Depends", "libssl3 (= %s), libc6-dev | libc-dev".formatted(version))
        .file("./usr/include/openssl/ssl.h", "ssl " + version)
        .link("./usr/lib/aarch64-linux-gnu/libssl.so", "libssl.so.3")
        .link("./usr/lib/aarch64-linux-gnu/libcrypto.so", "/lib/aarch64-linux-gnu/libcrypto.so.3");
  }

  private SysrootOrder order(String... packages) {
    return SysrootOrder.of(catalog(archive.key, ""), "test-1", "arm64", List.of(packages))
        .fromMirror(mirror.url() + "/");
  }

  static TargetCatalog catalog(SigningKey key, String more) {
    return TargetCatalog.load(
        List.of(
            new CatalogSource(
                "test.yaml",
                """
                schemaVersion: 1
                archives:
                  test:
                    description: Test
                    keys:
                      - text: |
                %s
                    leftOut: [debconf, libc6-dev, libc-dev]
                sysroots:
                  test-1:
                    description: Test 1
                    archive: test
                    suite: stable
                    components: [main]
                    packages: [libc6-dev]
                %s
                """
                    .formatted(key.armored().indent(12).stripTrailing(), more))));
  }

  private SysrootRecord provide(SysrootOrder order) throws Exception {
    return store.provide(order, Fetching.MISSING, progress::add);
  }

  private Problem refused(SysrootOrder order) {
    return refused(order, Fetching.MISSING);
  }

  private Problem refused(SysrootOrder order, Fetching fetching) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> store.provide(order, fetching, progress::add));
    assertThat(refusal).isNotNull();
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().get(0);
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("sysroots"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  @DisplayName("has what was asked for and all that it depends on, and every link leads inside")
  void provided() throws Exception {
    SysrootRecord record = provide(order("libssl-dev", "libc6-dev"));

    assertThat(record.packages())
        .extracting(ResolvedPackage::toString)
        .containsExactly("libc6 2.36-9", "libc6-dev 2.36-9", "libssl-dev 3.0", "libssl3 3.0");
    Path root = record.root();
    assertThat(root).isEqualTo(store.folder(order("libssl-dev", "libc6-dev")));
    assertThat(root.resolve("usr/include/openssl/ssl.h")).hasContent("ssl 3.0");
    Path libraries = root.resolve("usr/lib/aarch64-linux-gnu");
    assertThat(libraries.resolve("libssl.so")).hasContent("libssl 3.0");
    assertThat(libraries.resolve("libcrypto.so")).hasContent("libcrypto 3.0");
    assertThat(Files.readSymbolicLink(libraries.resolve("libcrypto.so")))
        .isEqualTo(Path.of("libcrypto.so.3"));
    assertThat(Files.readSymbolicLink(root.resolve("lib"))).isEqualTo(Path.of("usr/lib"));
    assertThat(root.resolve("lib/aarch64-linux-gnu/libc.so.6")).hasContent("libc");
    assertThat(progress)
        .containsExactly(
            "Resolving the sysroot test-1 for arm64 (%s)".formatted(mirror.url()),
            "Fetching the sysroot test-1 for arm64: 4 packages, 0 MB (%s)".formatted(mirror.url()));
  }

  @Test
  @DisplayName("has licences but nothing else that only people read, and no link to nowhere")
  void withoutDocumentation() throws Exception {
    Path root = provide(order("libc6-dev")).root();

    assertThat(root.resolve("usr/share/doc/libc6/copyright")).hasContent("LGPL");
    assertThat(root.resolve("usr/share/doc/libc6/changelog.gz")).doesNotExist();
    assertThat(root.resolve("usr/share/man")).doesNotExist();
    assertThat(Files.isSymbolicLink(root.resolve("usr/lib/aarch64-linux-gnu/libm.so"))).isFalse();
  }

  @Test
  @DisplayName("is fetched once, and found again without network")
  void once() throws Exception {
    SysrootRecord first = provide(order("libssl-dev"));
    assertThat(mirror.requests()).isNotEmpty();
    mirror.close();

    assertThat(store().provide(order("libssl-dev"), Fetching.NEVER, progress::add))
        .isEqualTo(first);
    assertThat(store().present(order("libssl-dev"))).contains(first);
    assertThat(store().present(order("libssl3"))).isEmpty();
  }

  @Test
  @DisplayName("that is not here and may not be fetched is told with the command that fetches it")
  void offline() {
    assertThat(refused(order("libssl-dev"), Fetching.NEVER))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_MISSING,
                "sysroot test-1 for arm64 is not on this machine, and nothing may be fetched (-o)",
                "Have it made once with network: mvn rust-cross:provision"));
    assertThat(mirror.requests()).isEmpty();
  }

  @Test
  @DisplayName("needs a mirror on a machine without apt")
  void withoutApt() throws Exception {
    SysrootOrder order = SysrootOrder.of(catalog(archive.key, ""), "test-1", "arm64", List.of());

    assertThat(refused(order))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_MISSING,
                "sysroot test-1 for arm64 is not on this machine, which has no apt-get to fetch it with",
                "To fetch it from an archive, name an archive that has it:"
                    + " -Drust.sysrootMirror=https://…/debian (docs/sysroots.md)"));
  }

  @Test
  @DisplayName("may come from a folder, with the signature beside the release file")
  void folder() throws Exception {
    archive.publishDetached();

    SysrootRecord record = provide(order("libssl-dev").fromMirror(archive.root.toUri().toString()));

    assertThat(record.packages()).hasSize(3);
  }

  @Test
  @DisplayName("with a package that does not exist is refused with the nearest name")
  void unknownPackage() throws Exception {
    assertThat(refused(order("libsl-dev")))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_PACKAGE,
                "sysroot test-1 for arm64 cannot be made:\n"
                    + "  - libsl-dev: there is no such package; did you mean libssl-dev?",
                "Correct the names (-Drust.sysrootPackages=…), or take another release."));
    assertNothingLeft();
  }

  @Test
  @DisplayName("with a dependency that cannot be had is refused with the way to it")
  void unresolvable() throws Exception {
    archive.add(new Deb("app", "1", "arm64").field("Depends", "libssl3 (>= 4)")).publish();

    assertThat(refused(order("app")).message())
        .isEqualTo(
            "sysroot test-1 for arm64 cannot be made:\n"
                + "  - app → libssl3 (>= 4): libssl3 is there as 3.0");
    assertNothingLeft();
  }

  @Test
  @DisplayName("of an archive that somebody else signed is refused")
  void otherKey() throws Exception {
    SigningKey other = SigningKey.make();
    Files.writeString(archive.release(), other.clearSign("Suite: stable\n"));

    assertThat(refused(order("libssl-dev")))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_UNTRUSTED,
                "the release file of test stable (%s/dists/stable/InRelease) is not trusted: signed with the key %s, which is none that is trusted"
                    .formatted(mirror.url(), other.id()),
                NOTHING_KEPT));
    assertNothingLeft();
  }

  @Test
  @DisplayName("of a release that is too old, or is another, or has other processors, is refused")
  void otherRelease() throws Exception {
    archive.saying("Valid-Until: Sat, 18 Jul 2020 08:14:43 UTC\n").publish();
    assertThat(refused(order()).message()).endsWith(": it was valid until 2020-07-18T08:14:43Z");

    archive.saying("").called("unstable").publish();
    assertThat(refused(order()).message())
        .endsWith("is not trusted: it is that of 'unstable' (testing-name)");

    archive.called("stable").publish();
    SysrootOrder riscv =
        SysrootOrder.of(catalog(archive.key, ""), "test-1", "riscv64", List.of())
            .fromMirror(mirror.url());
    assertThat(refused(riscv))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_SOURCE,
                "test stable (%s/dists/stable/InRelease) has no packages for riscv64, only for arm64, armhf"
                    .formatted(mirror.url()),
                "See to it that the archive can be reached, or name an archive that has it:"
                    + " -Drust.sysrootMirror=https://…/debian (docs/sysroots.md)"));
    assertNothingLeft();
  }

  @Test
  @DisplayName("that the catalog does not have for a processor is refused before anything is asked")
  void otherProcessor() {
    SysrootOrder order =
        SysrootOrder.of(TargetCatalog.bundled(), "debian-12", "riscv64", List.of());

    assertThat(refused(order).message())
        .isEqualTo(
            "sysroot debian-12 cannot be had for riscv64, only for amd64, arm64, armel, armhf, i386,"
                + " mips64el, mipsel, ppc64el, s390x");
  }

  @Test
  @DisplayName("with an index or a package of another digest is refused")
  void wrongDigest() throws Exception {
    Path deb = archive.file("pool/libssl3_3.0_arm64.deb");
    String good = Digest.sha256(deb);
    Files.write(deb, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);

    assertThat(refused(order("libssl-dev")))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_UNTRUSTED,
                "libssl3 3.0 (%s) has sha256 %s, and the index says %s"
                    .formatted(mirror.url(), Digest.sha256(deb), good),
                NOTHING_KEPT));

    Path index = archive.file("dists/stable/main/binary-arm64/Packages.xz");
    Files.write(index, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(refused(order("libssl-dev")).message())
        .startsWith(
            "%s/dists/stable/main/binary-arm64/Packages.xz has sha256 ".formatted(mirror.url()));
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"InRelease", "Packages.xz", "libssl3_3.0_arm64.deb"})
  @DisplayName("of a mirror that goes away half-way is not made, and can be made later; at")
  void mirrorGone(String file) throws Exception {
    mirror.breakOff(file);

    Problem problem = refused(order("libssl-dev"));
    assertThat(problem.code()).isEqualTo(ProblemCode.SYSROOT_SOURCE);
    assertThat(problem.message()).contains(mirror.url(), file + " cannot be downloaded");
    assertNothingLeft();

    mirror.breakOff("none");
    assertThat(provide(order("libssl-dev")).packages()).hasSize(3);
  }

  @Test
  @DisplayName("of a mirror without the release, or without a package, is told")
  void notThere() throws Exception {
    Files.delete(archive.file("pool/libssl3_3.0_arm64.deb"));
    assertThat(refused(order("libssl-dev")).message())
        .isEqualTo(
            "%1$s/pool/libssl3_3.0_arm64.deb cannot be downloaded: %1$s/pool/libssl3_3.0_arm64.deb answered 404"
                .formatted(mirror.url()));

    Files.delete(archive.release());
    assertThat(refused(order("libssl-dev")).message())
        .startsWith("test stable is not there: %s/dists/stable/InRelease".formatted(mirror.url()));
    assertNothingLeft();
  }

  @Test
  @DisplayName("is replaced by a newer one when that is asked for, and only then")
  void refreshed() throws Exception {
    provide(order("libssl-dev"));
    archive.clear().add(libc6()).add(libssl("3.1")).add(libsslDev("3.1")).publish();

    assertThat(provide(order("libssl-dev")).root().resolve("usr/include/openssl/ssl.h"))
        .hasContent("ssl 3.0");
    SysrootRecord newer = store.provide(order("libssl-dev"), Fetching.NEWEST, progress::add);

    assertThat(newer.root().resolve("usr/include/openssl/ssl.h")).hasContent("ssl 3.1");
    assertThat(store.present(order("libssl-dev"))).contains(newer);
    try (Stream<Path> files = Files.list(cache.resolve("sysroots"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  @DisplayName("is left alone where there is nothing newer")
  void nothingNewer() throws Exception {
    SysrootRecord first = provide(order("libssl-dev"));
    Path header = first.root().resolve("usr/include/openssl/ssl.h");
    Object key = Files.readAttributes(header, "unix:ino").get("ino");

    assertThat(store.provide(order("libssl-dev"), Fetching.NEWEST, progress::add)).isEqualTo(first);
    assertThat(Files.readAttributes(header, "unix:ino").get("ino")).isEqualTo(key);
  }

  @Test
  @DisplayName("of which something is missing is made anew when a newer one is asked for")
  void damaged() throws Exception {
    Path header = provide(order("libssl-dev")).root().resolve("usr/include/openssl/ssl.h");
    Files.delete(header);

    store.provide(order("libssl-dev"), Fetching.NEWEST, progress::add);

    assertThat(header).hasContent("ssl 3.0");
  }

  @Test
  @DisplayName("stays as it was where a newer one cannot be made")
  void refreshFails() throws Exception {
    SysrootRecord old = provide(order("libssl-dev"));
    archive.clear().add(libc6()).add(libsslDev("3.1"));
    archive.add(libssl("3.1").file("./../../../escaped", "x")).publish();

    assertThat(refused(order("libssl-dev"), Fetching.NEWEST).code())
        .isEqualTo(ProblemCode.SYSROOT_MALFORMED);
    mirror.close();
    assertThat(refused(order("libssl-dev"), Fetching.NEWEST).code())
        .isEqualTo(ProblemCode.SYSROOT_SOURCE);

    assertThat(store.present(order("libssl-dev"))).contains(old);
    assertThat(provide(order("libssl-dev"))).isEqualTo(old);
    assertThat(old.root().resolve("usr/include/openssl/ssl.h")).hasContent("ssl 3.0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName(
      "is not made of packages that mean harm, and nothing is left of them; dpkg-deb here:")
  void harm(boolean dpkg) throws Exception {
    if (dpkg) {
      Optional<Path> program = new HostSystem().program("dpkg-deb");
      if (program.isEmpty()) {
        SkippedChecks.need("packages read by dpkg-deb", "run the tests on Debian or Ubuntu");
      }
      assumeTrue(program.isPresent(), "no dpkg-deb");
      new Bin(folder.resolve("bin"))
          .with("dpkg-deb", "PATH=/usr/bin:/bin exec '%s' \"$@\"".formatted(program.get()));
    }
    harmful(evil().file("./usr/zeros", new byte[80 << 20]), "evil unpacks to more than 64 MiB");
    harmful(
        evil().file("./usr/../../escaped", "x"),
        "evil: entry outside of the archive's folder: ./usr/../../escaped");
    harmful(evil().file("/etc/passwd", "x"), "absolute name in evil: /etc/passwd");
    harmful(evil().device("./dev/sda"), "neither file nor folder nor link in evil: ./dev/sda");
    harmful(
        evil().link("./usr/lib/out", "../../../escaped"),
        "evil: entry outside of the archive's folder: ../../../escaped");
    harmful(
        evil().hardLink("./usr/passwd", "../../etc/passwd"),
        "evil: entry outside of the archive's folder: ../../etc/passwd");
    harmful(
        evil().hardLink("./usr/passwd", "./etc/passwd"),
        "evil: ./usr/passwd is a link to ./etc/passwd, which is not there");
    harmful(
        evil().file("./usr/lib", "x").file("./usr/lib/x", "x"),
        "evil: ./usr/lib/x lies in usr/lib, which is no folder");
    harmful(
        evil(),
        "<html>not found</html>".repeat(9).getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "evil is damaged: ");
    byte[] whole = evil().file("./usr/include/x.h", "x".repeat(9999)).bytes();
    harmful(evil(), Arrays.copyOf(whole, whole.length - 40), "evil is damaged: ");
    assertThat(folder.resolve("escaped")).doesNotExist();
  }

  private static Deb evil() {
    return new Deb("evil", "1", "arm64");
  }

  private void harmful(Deb deb, String message) throws IOException {
    harmful(deb, deb.bytes(), message);
  }

  private void harmful(Deb deb, byte[] bytes, String message) throws IOException {
    archive.clear().add(libc6()).add(deb, bytes).publish();

    Problem problem = refused(order("evil"));
    assertThat(problem.code()).isEqualTo(ProblemCode.SYSROOT_MALFORMED);
    assertThat(problem.message())
        .startsWith("the sysroot test-1 for arm64 cannot be made: " + message);
    assertThat(problem.suggestion())
        .contains(
            "Nothing of it was kept. The package has the digest that was expected: ask whoever made"
                + " it, or take another.");
    assertNothingLeft();
  }

  @Test
  @DisplayName("is not made of a package that is another than the index says")
  void otherPackage() throws Exception {
    archive.clear();
    archive.add(evil(), new Deb("evil", "1", "amd64").bytes()).publish();
    assertThat(refused(order("evil")).message())
        .isEqualTo("evil is for amd64, and the sysroot test-1 for arm64");

    archive.clear();
    archive.add(evil(), libc6().bytes()).publish();
    assertThat(refused(order("evil")).message()).isEqualTo("evil is the package libc6");
    assertNothingLeft();
  }

  @Test
  @DisplayName("has one of two files of the same name, always the same one")
  void sameFile() throws Exception {
    for (String name : List.of("a", "b", "c", "d")) {
      archive.add(new Deb(name, "1", "all").file("./usr/share/x/same", name));
    }
    archive.publish();

    for (int i = 0; i < 10; i++) {
      Path root = provide(order("a", "b", "c", "d", "libssl3")).root();
      assertThat(root.resolve("usr/share/x/same")).hasContent("d");
      io.github.rustcross.maven.tool.TemporaryFolder.delete(root.getParent());
    }
  }

  @Test
  @DisplayName("is made once where several threads ask for it")
  void threads() throws Exception {
    int several = 6;
    ExecutorService threads = Executors.newFixedThreadPool(several);
    try {
      List<Future<SysrootRecord>> all = new ArrayList<>();
      for (int i = 0; i < several; i++) {
        all.add(threads.submit(() -> provide(order("libssl-dev"))));
      }
      for (Future<SysrootRecord> each : all) {
        assertThat(each.get()).isEqualTo(all.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(mirror.requests()).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("is made once where several processes ask for it")
  void processes() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.add(OtherProcess.start(archive.key, mirror.url(), cache));
    }
    for (Process each : all) {
      assertThat(new String(each.getInputStream().readAllBytes())).endsWith("ssl 3.0\n");
      assertThat(each.waitFor()).isZero();
    }

    assertThat(mirror.requests()).doesNotHaveDuplicates();
    assertThat(store.present(order("libssl-dev"))).isPresent();
  }

  @Test
  @DisplayName("whose folder is there in part only is made anew")
  void half() throws Exception {
    Path home = provide(order("libssl-dev")).root().getParent();
    Files.writeString(home.resolve("packages"), "Source: x\n");

    assertThat(store.present(order("libssl-dev"))).isEmpty();
    assertThat(provide(order("libssl-dev")).packages()).hasSize(3);
  }

  @Test
  @DisplayName("cannot be made where the cache is no folder")
  void noFolder() throws Exception {
    Files.writeString(cache, "a file");

    Problem problem = refused(order("libssl-dev"));
    assertThat(problem.code()).isEqualTo(ProblemCode.CACHE_UNUSABLE);
    assertThat(problem.suggestion())
        .contains(
            "Name a folder that can be written and has room: -Drust.cacheDir=/path/to/folder");
  }

  @Test
  @DisplayName("with a lock has the very packages of the lock, without asking for the index")
  void locked() throws Exception {
    SysrootRecord first = provide(order("libssl-dev"));
    LockedSysroot lock = LockedSysroot.of(order("libssl-dev"), first);
    archive.add(libc6()).add(libssl("3.1")).add(libsslDev("3.1")).publish();
    mirror.requests();

    SysrootOrder order = order("libssl-dev").locked(lock);
    SysrootRecord locked = provide(order);

    assertThat(locked.packages()).isEqualTo(first.packages());
    assertThat(locked.root()).isNotEqualTo(first.root());
    assertThat(mirror.requests()).hasSize(3).allMatch(path -> path.startsWith("/pool/"));
    assertThat(store.provide(order, Fetching.NEWEST, progress::add)).isEqualTo(locked);
  }

  @Test
  @DisplayName("with a lock is refused where a package has another digest")
  void lockedOtherDigest() throws Exception {
    SysrootRecord first = provide(order("libssl-dev"));
    LockedSysroot lock = LockedSysroot.of(order("libssl-dev"), first);
    String good = Digest.sha256(archive.file("pool/libssl3_3.0_arm64.deb"));
    archive.add(libssl("3.0").file("./more", "x")).publish();

    assertThat(refused(order("libssl-dev").locked(lock)).message())
        .startsWith("libssl3 3.0 (%s) has sha256 ".formatted(mirror.url()))
        .endsWith(", and the lock file says " + good);
  }

  @Test
  @DisplayName("may be made of packages that somebody picked, by address or beside the overlay")
  void picked() throws Exception {
    Path deb = archive.file("pool/libssl-dev_3.0_arm64.deb");
    Path other = archive.file("pool/libssl3_3.0_arm64.deb");
    String more =
        """
          picked:
            description: Picked
            files:
              - { url: "%s/pool/%s", sha256: "%s" }
              - { path: "%s", sha256: "%s", architecture: arm64 }
              - { path: "%s", sha256: "%s", architecture: armhf }
        """
            .formatted(
                mirror.url(),
                deb.getFileName(),
                Digest.sha256(deb),
                other,
                Digest.sha256(other),
                other,
                Digest.sha256(other));

    SysrootRecord record = provide(picked(more, "libssl-dev"));

    assertThat(record.packages())
        .extracting(ResolvedPackage::toString)
        .containsExactly("libssl-dev 3.0", "libssl3 3.0");
    assertThat(record.root().resolve("usr/lib/aarch64-linux-gnu/libssl.so"))
        .hasContent("libssl 3.0");
    assertThat(refused(picked(more, "zlib1g-dev")))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_PACKAGE,
                "sysroot picked is made of picked packages (libssl-dev, libssl3), and zlib1g-dev is not among them",
                "Correct the packages of the sysroot in the overlay."));
    assertThat(refused(picked(more.replace(Digest.sha256(deb), "0".repeat(64)))))
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .startsWith(
                        "%s/pool/libssl-dev_3.0_arm64.deb has sha256 %s, and sysroot picked ("
                            .formatted(mirror.url(), Digest.sha256(deb)))
                    .endsWith(") says " + "0".repeat(64)))
        .extracting(problem -> problem.suggestion().orElseThrow())
        .isEqualTo(
            "Nothing of it was kept. Get the file that was picked, or correct 'sha256' if it is this one.");
    assertThat(refused(picked(more.replace(Digest.sha256(other), "0".repeat(64)))).message())
        .startsWith(other + " has sha256 " + Digest.sha256(other));
    assertThat(refused(picked(more.replace("libssl-dev_3.0", "libssl-dev_2.0"))).code())
        .isEqualTo(ProblemCode.SYSROOT_SOURCE);
  }

  private SysrootOrder picked(String more, String... packages) {
    return SysrootOrder.of(catalog(archive.key, more), "picked", "arm64", List.of(packages));
  }

  @Test
  @DisplayName("has a folder for each difference between orders, and one for the same order")
  void folders() {
    assertThat(
            List.of(
                store.folder(order()),
                store.folder(order("libssl-dev")),
                store.folder(order().fromMirror("https://example.org/2024")),
                store.folder(
                    order()
                        .locked(
                            new LockedSysroot(
                                "test-1",
                                "arm64",
                                "stable",
                                List.of(),
                                List.of(new ResolvedPackage("a", "1", "all", "a", 1, "abc")))))))
        .doesNotHaveDuplicates();
    assertThat(store.folder(order("b", "a", "b"))).isEqualTo(store.folder(order("a", "b")));
    assertThat(store.folder(order()).getParent().getFileName().toString())
        .matches("test-1-arm64-[0-9a-f]{12}");
  }

  @Test
  @DisplayName("leaves a record that says all that is needed for a lock")
  void record() throws Exception {
    SysrootRecord made = provide(order("libssl-dev"));

    Optional<SysrootRecord> read = SysrootRecord.parse(made.text(), made.root());

    assertThat(read).contains(made);
    assertThat(made.source()).isEqualTo(mirror.url());
    assertThat(made.made()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(made.packages())
        .allSatisfy(each -> assertThat(each.file()).startsWith("pool/"))
        .allSatisfy(each -> assertThat(each.sha256()).hasSize(64));
  }
}
