package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the bundled catalog knows of native crates")
class CrateFactsTest {
  private static final CrateKnowledge CRATES = TargetCatalog.bundled().crates();

  /** A crate, a version of it, and a file in it. */
  private static final Pattern SOURCE =
      Pattern.compile("[a-z0-9_-]+ \\d+\\.\\d+(\\.\\d+)?.* \\S+\\.(rs|toml|h)(, .+)?");

  @Test
  @DisplayName("covers the most used ones")
  void covers() {
    assertThat(withNativeSide()).hasSizeGreaterThan(60);
    assertThat(CRATES.facts())
        .containsKeys(
            "openssl-sys",
            "ring",
            "aws-lc-sys",
            "libsqlite3-sys",
            "libz-sys",
            "libz-ng-sys",
            "zstd-sys",
            "bzip2-sys",
            "lzma-sys",
            "liblzma-sys",
            "libgit2-sys",
            "libssh2-sys",
            "curl-sys",
            "rdkafka-sys",
            "librocksdb-sys",
            "pq-sys",
            "mysqlclient-sys",
            "tikv-jemalloc-sys",
            "libmimalloc-sys",
            "onig_sys",
            "freetype-sys",
            "yeslogic-fontconfig-sys",
            "alsa-sys",
            "libudev-sys",
            "libdbus-sys",
            "glib-sys",
            "gtk-sys",
            "sdl2-sys",
            "protobuf-src",
            "prost-build",
            "clang-sys",
            "cmake");
  }

  private static List<CrateFacts> withNativeSide() {
    return CRATES.facts().values().stream()
        .filter(facts -> facts.library().isPresent() || facts.own().isPresent())
        .toList();
  }

  @Test
  @DisplayName("says of every fact where it is from")
  void sources() {
    Collection<CrateFacts> known =
        CRATES.facts().values().stream()
            .filter(
                facts ->
                    facts.library().isPresent()
                        || facts.own().isPresent()
                        || !facts.avoids().isEmpty()
                        || !facts.hints().isEmpty()
                        || !facts.locations().isEmpty())
            .toList();

    assertThat(known)
        .allSatisfy(
            facts ->
                assertThat(facts.source())
                    .as(facts.crate())
                    .hasValueSatisfying(source -> assertThat(source).matches(SOURCE)));
  }

  @Test
  @DisplayName("claims that a library is needed of certain versions only")
  void versions() {
    assertThat(withNativeSide())
        .filteredOn(facts -> facts.library().isPresent())
        .filteredOn(
            facts -> facts.own().filter(own -> own.when() != OwnCopy.When.FEATURE).isEmpty())
        .allSatisfy(facts -> assertThat(facts.versions()).as(facts.crate()).isPresent());
  }

  @Test
  @DisplayName("has a package for every library and a command for every program")
  void packages() {
    assertThat(CRATES.libraries().values())
        .allSatisfy(
            library -> assertThat(library.packages()).as(library.name()).containsKey("debian"));
    assertThat(CRATES.programs().values())
        .allSatisfy(
            program ->
                assertThat(program.install().packages())
                    .as(program.name())
                    .containsKeys("apt", "dnf", "apk", "pacman", "brew"));
  }

  @Test
  @DisplayName("grows by an overlay, which may know of crates of one's own")
  void overlay() {
    TargetCatalog catalog =
        TargetCatalog.load(
            List.of(
                new CatalogSource(
                    "overlay.yaml",
                    """
                    schemaVersion: 1
                    libraries:
                      acme: { description: Acme's engine, packages: { debian: [libacme-dev] } }
                    crates:
                      acme-sys: { needs: acme, versions: "2", locations: ["ACME_DIR_{triple_}"] }
                      openssl-sys: { own: { through: { append: [acme-tls] } } }
                    """)));

    CrateFacts acme = catalog.crates().facts().get("acme-sys");
    assertThat(acme.library()).hasValue("acme");
    assertThat(acme.holdsFor("2.1.0")).isTrue();
    assertThat(acme.holdsFor("3.0.0")).isFalse();
    assertThat(catalog.crates().facts().get("openssl-sys").own().orElseThrow().through())
        .containsExactly("openssl", "acme-tls");
  }
}
