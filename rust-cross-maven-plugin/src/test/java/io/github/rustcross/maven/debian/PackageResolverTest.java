package io.github.rustcross.maven.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An index is written as lines: package, version, and what further fields it has. */
@DisplayName("Dependencies of packages")
class PackageResolverTest {
  private static final String SHA256 = "0".repeat(64);

  private final StringBuilder index = new StringBuilder();
  private Set<String> leftOut = Set.of();

  private PackageResolverTest has(String name, String version, String... fields) {
    index.append(
        """
        Package: %s
        Version: %s
        Architecture: arm64
        Description: for a test
         with more than one line
        Filename: pool/%s.deb
        Size: 1
        SHA256: %s
        """
            .formatted(name, version, name, SHA256));
    for (String field : fields) {
      index.append(field).append('\n');
    }
    index.append('\n');
    return this;
  }

  private Resolution resolve(String... asked) throws IOException {
    PackageIndex read = new PackageIndex();
    read.add(new ByteArrayInputStream(index.toString().getBytes(StandardCharsets.UTF_8)));
    return PackageResolver.resolve(read, "arm64", leftOut::contains, List.of(asked));
  }

  private List<String> packages(String... asked) throws IOException {
    Resolution resolution = resolve(asked);
    assertThat(resolution.failures()).isEmpty();
    return resolution.packages().stream().map(ResolvedPackage::toString).toList();
  }

  private List<String> failures(String... asked) throws IOException {
    return resolve(asked).failures().stream().map(Resolution.Failure::toString).toList();
  }

  @Test
  @DisplayName("are followed to the end, Pre-Depends too, and come by name")
  void followed() throws Exception {
    has("libssl-dev", "3.0", "Depends: libssl3 (= 3.0)");
    has("libssl3", "3.0", "Depends: libc6 (>= 2.34)", "Recommends: ca-certificates");
    has("libc6", "2.36-9", "Pre-Depends: libgcc-s1");
    has("libgcc-s1", "12", "Suggests: nothing-at-all");
    has("ca-certificates", "1");

    assertThat(packages("libssl-dev"))
        .containsExactly("libc6 2.36-9", "libgcc-s1 12", "libssl-dev 3.0", "libssl3 3.0");
  }

  @Test
  @DisplayName("in a circle are each taken once")
  void circle() throws Exception {
    has("libc6", "2", "Depends: libgcc-s1").has("libgcc-s1", "12", "Depends: libc6 (>= 2)");

    assertThat(packages("libgcc-s1", "libc6")).containsExactly("libc6 2", "libgcc-s1 12");
  }

  @Test
  @DisplayName("with alternatives are met by the first that can be had")
  void alternatives() throws Exception {
    has("app", "1", "Depends: first | second | third");
    has("second", "1", "Depends: missing").has("third", "1");

    assertThat(packages("app")).containsExactly("app 1", "third 1");
  }

  @Test
  @DisplayName("with alternatives are met by one that is there anyway")
  void alternativeThere() throws Exception {
    has("app", "1", "Depends: first | second").has("first", "1").has("second", "1");

    assertThat(packages("app", "second")).containsExactly("app 1", "second 1");
  }

  @Test
  @DisplayName("are met by whoever provides them, with a version only where it is provided")
  void virtual() throws Exception {
    has("app", "1", "Depends: jpeg-dev, zlib (>= 1.2)");
    has("libjpeg-turbo", "2", "Provides: jpeg-dev, other");
    has("zlib-a", "1", "Provides: zlib").has("zlib-b", "1", "Provides: zlib (= 1.3)");

    assertThat(packages("app")).containsExactly("app 1", "libjpeg-turbo 2", "zlib-b 1");
  }

  @Test
  @DisplayName("take a package of that name before one that provides it")
  void realFirst() throws Exception {
    has("app", "1", "Depends: name").has("a-provider", "1", "Provides: name").has("name", "1");

    assertThat(packages("app")).containsExactly("app 1", "name 1");
  }

  @Test
  @DisplayName("take the newest version, or the one that will do")
  void versions() throws Exception {
    has("lib", "1.9").has("lib", "1.10").has("lib", "1.10~rc1");
    has("old", "1", "Depends: lib (<< 1.10~)");

    assertThat(packages("lib")).containsExactly("lib 1.10");
    assertThat(packages("lib=1.9")).containsExactly("lib 1.9");
    assertThat(packages("old")).containsExactly("lib 1.9", "old 1");
  }

  @Test
  @DisplayName("know every relation of versions")
  void relations() throws Exception {
    has("lib", "2");
    has(
        "all",
        "1",
        "Depends: lib (>= 2), lib (<= 2), lib (= 2), lib (>> 1), lib (<< 3), lib (> 2)");

    assertThat(packages("all")).containsExactly("all 1", "lib 2");
  }

  @Test
  @DisplayName("do not mind conflicts: nothing is installed")
  void conflicts() throws Exception {
    has("one", "1", "Conflicts: two", "Breaks: two").has("two", "1", "Replaces: one");

    assertThat(packages("one", "two")).containsExactly("one 1", "two 1");
  }

  @Test
  @DisplayName("on any or the native architecture are met, on another they are not")
  void architectures() throws Exception {
    has("app", "1", "Depends: a:any, b:native, c:arm64").has("a", "1").has("b", "1").has("c", "1");
    has("foreign", "1", "Depends: a:amd64");

    assertThat(packages("app")).hasSize(4);
    assertThat(failures("foreign")).containsExactly("foreign → a:amd64: a is there as 1");
  }

  @Test
  @DisplayName("on what is left out are taken as met, unless it is asked for")
  void leftOut() throws Exception {
    leftOut = Set.of("debconf", "libc6-dev");
    has("lib", "1", "Depends: debconf (>= 0.5) | debconf-2.0, libc6-dev");
    has("debconf", "1", "Depends: perl").has("libc6-dev", "2").has("perl", "5");

    assertThat(packages("lib")).containsExactly("lib 1");
    assertThat(packages("lib", "libc6-dev")).containsExactly("lib 1", "libc6-dev 2");
  }

  @Test
  @DisplayName("that cannot be had are all told, each with the way to it")
  void missing() throws Exception {
    has("app", "1", "Depends: a, b").has("a", "1", "Depends: c (>= 3)").has("c", "2");
    has("b", "1", "Depends: gone | lost (= 1)");

    assertThat(failures("app", "nothing"))
        .containsExactly(
            "nothing: there is no such package",
            "app → a → c (>= 3): c is there as 2",
            "app → b → gone | lost (= 1): nothing is called so or provides it");
  }

  @Test
  @DisplayName("that contradict each other are told")
  void contradiction() throws Exception {
    has("app", "1", "Depends: a, b").has("a", "1", "Depends: lib (>= 2)");
    has("b", "1", "Depends: lib (<< 2)").has("lib", "1").has("lib", "2");

    assertThat(failures("app")).containsExactly("app → b → lib (<< 2): lib is taken as 2");
  }

  @Test
  @DisplayName("of a misspelt name are told with the nearest, of an old version with the others")
  void unknown() throws Exception {
    has("libssl-dev", "3.0").has("libfoo-1-dev", "1", "Provides: libfoo-dev");

    assertThat(failures("libsl-dev"))
        .containsExactly("libsl-dev: there is no such package; did you mean libssl-dev?");
    assertThat(failures("libssl-dev=2.9"))
        .containsExactly("libssl-dev=2.9: there is no such version, but 3.0");
    assertThat(failures("libfoo-dev"))
        .containsExactly("libfoo-dev: there is no such package; it is provided by libfoo-1-dev");
  }

  @Test
  @DisplayName("are not read from an index that is none, or that leads out of its archive")
  void malformed() {
    index.append("no field here\n");
    refused("'no field here' is no field");
    index.setLength(0);
    index.append("Package: lib\nArchitecture: arm64\n");
    refused("package lib has no field Version");
    index.setLength(0);
    index.append(
        "Package: lib\nVersion: 1\nArchitecture: arm64\nFilename: ../../lib.deb\nSHA256: "
            + SHA256);
    refused("package lib: '../../lib.deb' is no place in an archive");
    index.setLength(0);
    index.append("Package: lib\nVersion: 1\nArchitecture: arm64\nFilename: lib.deb\n");
    refused("package lib has no SHA-256 digest");
    index.setLength(0);
    has("lib", "1", "Depends: a (== 1)");
    refused("'a (== 1)' is no dependency of a package");
  }

  private void refused(String message) {
    assertThatExceptionOfType(MalformedArchiveException.class)
        .isThrownBy(() -> resolve("lib"))
        .withMessage(message);
  }
}
