package io.github.rustcross.maven.sysroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The lock file")
class LockFileTest {
  private static final ResolvedPackage ONE =
      new ResolvedPackage(
          "libssl-dev",
          "1:3.0.20-1~deb12u2",
          "arm64",
          "pool/main/o/openssl/libssl-dev_3.0.20-1~deb12u2_arm64.deb",
          2_312_256,
          "0123456789abcdef".repeat(4));

  private static final String TEXT =
      """
      # The packages of this project's sysroots. Written by rust-cross; keep it with the sources.
      lockVersion: 1
      sysroots:
        - sysroot: "debian-12"
          architecture: "arm64"
          suite: "bookworm"
          asked: ["libc6-dev", "libgcc-12-dev", "libstdc++-12-dev", "libssl-dev"]
          packages:
            - { name: "libssl-dev", version: "1:3.0.20-1~deb12u2", architecture: "arm64", sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", size: 2312256, file: "pool/main/o/openssl/libssl-dev_3.0.20-1~deb12u2_arm64.deb" }
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void prepare() {
    file = folder.resolve(LockFile.NAME);
  }

  private static SysrootOrder order(String... packages) {
    return SysrootOrder.of(TargetCatalog.bundled(), "debian-12", "arm64", List.of(packages));
  }

  private static LockedSysroot entry(String architecture) {
    return new LockedSysroot(
        "debian-12",
        architecture,
        "bookworm",
        List.of("libc6-dev", "libgcc-12-dev", "libstdc++-12-dev", "libssl-dev"),
        List.of(ONE));
  }

  @Test
  @DisplayName("is written with one line for each package, and read again")
  void written() throws Exception {
    LockFile.read(file).with(entry("arm64")).write();

    assertThat(file).hasContent(TEXT);
    assertThat(LockFile.read(file).sysroots()).containsExactly(entry("arm64"));
    assertThat(folder).isDirectoryContaining("glob:**" + LockFile.NAME);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  @DisplayName("keeps other sysroots, in an order that does not depend on who came first")
  void several() throws Exception {
    LockFile.read(file).with(entry("arm64")).with(entry("amd64")).with(entry("arm64")).write();

    assertThat(LockFile.read(file).sysroots()).containsExactly(entry("amd64"), entry("arm64"));
  }

  @Test
  @DisplayName("that is not there has nothing")
  void missing() throws Exception {
    assertThat(LockFile.read(file).sysroots()).isEmpty();
    assertThat(LockFile.read(file).find(order("libssl-dev"))).isEmpty();
  }

  @Test
  @DisplayName("is honoured for the order that it was written for")
  void found() throws Exception {
    Files.writeString(file, TEXT);

    assertThat(LockFile.read(file).find(order("libssl-dev"))).contains(entry("arm64"));
  }

  @Test
  @DisplayName("for other packages is refused, with the difference")
  void otherPackages() throws Exception {
    Files.writeString(file, TEXT);

    assertThat(refused(order("zlib1g-dev")))
        .isEqualTo(
            Problem.of(
                ProblemCode.SYSROOT_LOCK,
                "%s does not serve: it has sysroot debian-12 for arm64 for other packages: it lacks zlib1g-dev and it was written with libssl-dev"
                    .formatted(file),
                "Have it written anew with -Drust.sysrootLock, and look at what changed"
                    + " before you commit it."));
    assertThat(refused(order("libssl-dev", "zlib1g-dev")).message())
        .endsWith("for other packages: it lacks zlib1g-dev");
    assertThat(refused(order()).message())
        .endsWith("for other packages: it was written with libssl-dev");
  }

  @Test
  @DisplayName("says what crates need where nobody looks at them")
  void withoutCrate() throws Exception {
    assertThat(LockFile.read(file).beside(order())).isEmpty();
    Files.writeString(file, TEXT);

    assertThat(LockFile.read(file).beside(order())).containsExactly("libssl-dev");
    assertThat(LockFile.read(file).beside(order("libssl-dev"))).isEmpty();
  }

  @Test
  @DisplayName("for another release is refused")
  void otherSuite() throws Exception {
    Files.writeString(file, TEXT.replace("bookworm", "bullseye"));

    assertThat(refused(order("libssl-dev")).message())
        .endsWith(
            "it has sysroot debian-12 for arm64 of the release 'bullseye', and the catalog says 'bookworm'");
  }

  private Problem refused(SysrootOrder order) throws Exception {
    LockFile lock = LockFile.read(file);
    return catchThrowableOfType(ProblemException.class, () -> lock.find(order)).problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lockVersion: 1       | lockVersion: 2       | lockVersion is 2, and this rust-cross knows 1",
        "sysroots:            | sysroot:             | sysroots is missing or no list",
        "size: 2312256        | size: -1             | size: '-1' is no size",
        "pool/main/o          | ../../main/o         | is no place in an archive",
        "0123456789abcdef0    | xyz                  | sha256 cannot be 'xyz",
        "name: \"libssl-dev\" | name: \"-oDir=/\"    | name cannot be '-oDir=/'",
        "version: \"1:3       | version: \"--x       | version cannot be '--x",
        "- sysroot:           | <<<<<<< HEAD         | it is not YAML: "
      })
  @DisplayName("that somebody spoilt is refused with what is wrong")
  void spoilt(String good, String bad, String message) throws Exception {
    assertThat(TEXT).contains(good);
    Files.writeString(file, TEXT.replaceFirst(java.util.regex.Pattern.quote(good), bad));

    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> LockFile.read(file));

    assertThat(refusal.problems().get(0).code()).isEqualTo(ProblemCode.SYSROOT_LOCK);
    assertThat(refusal.problems().get(0).message())
        .startsWith(file + " does not serve: ")
        .contains(message);
  }
}
