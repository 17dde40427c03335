package io.github.rustcross.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustcross.catalog.Diagnostic;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.toolchain.FakeHost;
import io.github.rustcross.toolchain.HostPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An explanation")
class DiagnosticianTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final String AARCH64 = "aarch64-unknown-linux-gnu";

  private static Predicate<String> concerned(Diagnostic diagnostic) {
    return triple -> diagnostic.concerns(CATALOG.require(new TargetTriple(triple)));
  }

  /** What an output is called, and what it is. */
  record Sample(String id, String output) {
    /** Some that it may be for. */
    List<String> targets() {
      return Stream.of(
              AARCH64, "x86_64-pc-windows-gnu", "aarch64-apple-darwin", "thumbv6m-none-eabi")
          .filter(concerned(CATALOG.diagnostics().get(id)))
          .toList();
    }

    /** One that it may be for. */
    String target() {
      return targets().get(0);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static List<Sample> samples() throws IOException {
    try (InputStream stream = DiagnosticianTest.class.getResourceAsStream("samples.json")) {
      List<Sample> samples = new ArrayList<>();
      for (JsonNode sample : new ObjectMapper().readTree(stream)) {
        samples.add(new Sample(sample.path("id").asText(), sample.path("sample").asText()));
      }
      assertThat(samples).hasSizeGreaterThanOrEqualTo(57);
      return samples;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is that of what was printed")
  void sample(Sample sample) {
    assertThat(explain(sample.output(), sample.target(), "cargo"))
        .map(Diagnosis::id)
        .contains(sample.id());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is found by one pattern alone, but for what is an echo")
  void alone(Sample sample) {
    List<String> others =
        CATALOG.diagnostics().values().stream()
            .filter(diagnostic -> !diagnostic.isSilent() && !diagnostic.id().equals(sample.id()))
            .filter(diagnostic -> sample.targets().stream().anyMatch(concerned(diagnostic)))
            .filter(diagnostic -> Match.of(diagnostic, sample.output()).isPresent())
            .map(Diagnostic::id)
            .toList();

    assertThat(CATALOG.diagnostics().get(sample.id()).before()).containsAll(others);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is the same among what cargo prints before and after")
  void among(Sample sample) {
    String output =
        "   Compiling app v0.1.0\n%s\nerror: could not compile `app` (bin \"app\")\n"
            .formatted(sample.output());
    if (CATALOG.diagnostics().get(sample.id()).unless().isPresent()) {
      output = sample.output();
    }

    assertThat(explain(output, sample.target(), "cargo")).map(Diagnosis::id).contains(sample.id());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("leaves no word open, on any target that it may be for")
  void words(Sample sample) {
    for (String triple : sample.targets()) {
      Diagnosis diagnosis = explain(sample.output(), triple, "zig").orElseThrow();

      assertThat(Stream.of(diagnosis.what(), diagnosis.why()))
          .noneMatch(text -> text.matches("(?s).*\\{[A-Za-z0-9_]+\\??}.*"));
      assertThat(diagnosis.what()).hasSizeLessThan(200).doesNotContain("\n");
      assertThat(diagnosis.fix()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("of every failure that the catalog knows has a sample, or prints nothing")
  void complete() throws IOException {
    assertThat(CATALOG.diagnostics().values())
        .filteredOn(diagnostic -> !diagnostic.isSilent())
        .extracting(Diagnostic::id)
        .containsExactlyInAnyOrderElementsOf(
            samples().stream().map(Sample::id).distinct().toList());
    assertThat(CATALOG.diagnostics().values()).filteredOn(Diagnostic::isSilent).hasSize(11);
  }

  @Test
  @DisplayName("never is to hide the failure")
  void nothingHidden() {
    assertThat(CATALOG.diagnostics().values())
        .flatExtracting(Diagnostic::fix)
        .flatExtracting(text -> text.lines().skip(1).toList())
        .noneMatch(
            line ->
                line.matches(
                    ".*(PKG_CONFIG_ALLOW_CROSS=|allow-shlib-undefined|unresolved-symbols"
                        + "|\\b(CC|CXX|CFLAGS|RUSTFLAGS)=|rust\\.verify=(off|warn)).*"));
  }

  @Test
  @DisplayName("is of the earlier stage of a build where several fail side by side")
  void stages() {
    assertThat(
            explain(
                """
                error: linker `aarch64-nope-gcc` not found
                error: failed to run custom build command for `openssl-sys v0.9.118`
                  Could not find directory of OpenSSL installation, and this `-sys` crate cannot
                """))
        .map(Diagnosis::id)
        .contains("openssl-missing");
  }

  @Test
  @DisplayName("is of what was printed first within a stage")
  void first() {
    assertThat(
            explain(
                """
                /usr/bin/ld: cannot find -lexecinfo: No such file or directory
                rust-lld: error: undefined symbol: __aarch64_ldadd4_acq_rel
                """))
        .map(Diagnosis::id)
        .contains("bsd-lib-missing");
  }

  @Test
  @DisplayName("is not of an echo, even where that is printed first")
  void echoes() {
    assertThat(
            explain(
                """
                /usr/bin/ld: skipping incompatible /usr/lib/gcc/x86_64-linux-gnu/12/libgcc.a when searching for -lgcc
                /usr/bin/ld: cannot find -lgcc: No such file or directory
                /usr/bin/ld: app.o: Relocations in generic ELF (EM: 183)
                """))
        .map(Diagnosis::id)
        .contains("foreign-obj-bfd");
  }

  @Test
  @DisplayName("is not of a warning where an error tells more")
  void warnings() {
    String xcrun =
        "warning: invoking `\"xcrun\" \"--sdk\"` to find MacOSX.sdk failed: No such file\n";
    String linker = "error: linking with `cc` failed: exit status: 1\n";

    String framework = "error: unable to find framework 'Security'.";
    assertThat(explain(xcrun + linker + framework, "aarch64-apple-darwin", "zig"))
        .map(Diagnosis::id)
        .contains("apple-framework");
    assertThat(explain(xcrun + linker)).map(Diagnosis::id).contains("apple-no-sdk-warning");
    assertThat(explain(xcrun + "error[E0308]: mismatched types\n")).isEmpty();
  }

  @Test
  @DisplayName("is empty for a mistake in the code")
  void ownMistakes() {
    assertThat(
            explain(
                """
                error[E0425]: cannot find function `missing` in this scope
                 --> src/main.rs:2:3
                error: could not compile `app` (bin "app") due to 1 previous error
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("of a program that does not run is no explanation of how it was built")
  void runs() {
    Diagnostician diagnostician = diagnostician(CATALOG, new FakeHost());
    Target target = CATALOG.require(new TargetTriple(AARCH64));

    assertThat(diagnostician.explainRun("error: linker `cc` not found", target, "zig")).isEmpty();
    assertThat(
            diagnostician.explainRun(
                "qemu-aarch64: Could not open '/lib/ld-linux-aarch64.so.1': No such file",
                target,
                "zig"))
        .map(Diagnosis::what)
        .contains(
            "qemu-aarch64 finds no /lib/ld-linux-aarch64.so.1, the loader of programs for"
                + " aarch64-unknown-linux-gnu");
  }

  @Test
  @DisplayName("has the commands of this machine, and the options for this target")
  void machine() {
    Diagnosis debian =
        explain(
            CATALOG, new FakeHost().programs("apt-get"), "error: linker `nope` not found", "cargo");
    Diagnosis mac =
        explain(
            CATALOG, new FakeHost().programs("brew"), "error: linker `nope` not found", "cargo");

    assertThat(debian.what()).isEqualTo("the linker nope is not on this machine");
    assertThat(debian.why()).contains("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER");
    assertThat(debian.fix())
        .extracting(Diagnosis.Advice::lines)
        .containsExactly(
            List.of("-Drust.crossToolchain=zig"),
            List.of("apt-get install -y gcc-aarch64-linux-gnu g++-aarch64-linux-gnu"));
    assertThat(mac.fix().get(1).lines()).singleElement().asString().startsWith("brew install ");
  }

  @Test
  @DisplayName("leaves out what cannot be done for the target or on the machine")
  void leftOut() {
    Diagnosis none =
        explain(CATALOG, new FakeHost(), "error: linker `nope` not found", "zig + gcc + clang");

    assertThat(none.fix()).isEmpty();
  }

  @Test
  @DisplayName("is an overlay's to change, key by key")
  void changed() {
    TargetCatalog catalog =
        catalog(
            """
            schemaVersion: 1
            diagnostics:
              linker-not-found:
                what: ACME's {1} is missing
                fix: { prepend: ["Ask ACME's tools team about {1}."] }
            """);

    Diagnosis diagnosis =
        explain(
            catalog,
            new FakeHost().programs("apt-get"),
            "error: linker `acme-ld` not found",
            "cargo");

    assertThat(diagnosis.id()).isEqualTo("linker-not-found");
    assertThat(diagnosis.what()).isEqualTo("ACME's acme-ld is missing");
    assertThat(diagnosis.fix())
        .extracting(Diagnosis.Advice::text)
        .startsWith("Ask ACME's tools team about acme-ld.")
        .hasSize(3);
  }

  @Test
  @DisplayName("is an overlay's to add, before one of the catalog's")
  void added() {
    TargetCatalog catalog =
        catalog(
            """
            schemaVersion: 1
            diagnostics:
              acme-licence:
                stage: link
                pattern: 'linker `(acme-\\w+)` not found'
                before: [linker-not-found]
                what: "{1} needs ACME's licence server"
                why: It hides where there is none.
                fix: ["Ask for one for {triple}:\\nlicences@{host}"]
                install: { apt: ["acme-{dpkg}"] }
                evidence: document
                source: ACME's handbook, page 7
            """);

    Diagnosis diagnosis =
        explain(catalog, new FakeHost(), "error: linker `acme-ld` not found", "cargo");

    assertThat(diagnosis.what()).isEqualTo("acme-ld needs ACME's licence server");
    assertThat(diagnosis.fix())
        .containsExactly(
            new Diagnosis.Advice(
                "Ask for one for aarch64-unknown-linux-gnu:",
                List.of("licences@x86_64-unknown-linux-gnu")));
  }

  @Test
  @DisplayName("is an overlay's to take away")
  void takenAway() {
    TargetCatalog catalog = catalog("schemaVersion: 1\ndiagnostics: { linker-not-found: ~ }\n");

    assertThat(
            diagnostician(catalog, new FakeHost())
                .explain(
                    Symptoms.of("error: linker `nope` not found"),
                    catalog.require(new TargetTriple(AARCH64)),
                    "cargo"))
        .isEmpty();
  }

  private static Optional<Diagnosis> explain(String output) {
    return explain(output, AARCH64, "cargo");
  }

  private static Optional<Diagnosis> explain(String output, String triple, String toolchain) {
    return diagnostician(CATALOG, new FakeHost().programs("apt-get"))
        .explain(Symptoms.of(output), CATALOG.require(new TargetTriple(triple)), toolchain);
  }

  private static Diagnosis explain(
      TargetCatalog catalog, FakeHost host, String output, String toolchain) {
    return diagnostician(catalog, host)
        .explain(Symptoms.of(output), catalog.require(new TargetTriple(AARCH64)), toolchain)
        .orElseThrow();
  }

  private static Diagnostician diagnostician(TargetCatalog catalog, FakeHost host) {
    return new Diagnostician(
        catalog, HostPlatform.of(new TargetTriple("x86_64-unknown-linux-gnu"), true), host);
  }

  private static TargetCatalog catalog(String overlay) {
    return TargetCatalog.load(List.of(new CatalogSource("overlay.yaml", overlay)));
  }
}
