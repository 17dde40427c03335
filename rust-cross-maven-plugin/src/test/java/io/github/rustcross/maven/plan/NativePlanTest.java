package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.rust.CargoConfig;
import io.github.rustcross.maven.rust.RecordedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What crates need besides Rust")
class NativePlanTest {
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String ARM = "aarch64-unknown-linux-gnu";

  @TempDir private Path folder;

  private Path crate;

  @BeforeEach
  void registry() throws IOException {
    crate = Files.createDirectories(folder.resolve("crate"));
    // As in reqwest 0.12.28.
    write(
        "registry/reqwest-0.12.28/Cargo.toml",
        """
        [features]
        default = ["default-tls", "charset", "http2", "system-proxy"]
        """);
  }

  @Test
  @DisplayName("stops a build with reqwest 0.12 and its default TLS, with the lines to write")
  void reqwest() throws Exception {
    assertThat(problems("reqwest", Request.of(MUSL)))
        .containsExactly(
            """
            RC-LIBRARY-MISSING: openssl-sys 0.9.118 needs OpenSSL, and nothing says where that is \
            for x86_64-unknown-linux-musl: app → reqwest → native-tls → openssl-sys
                One of these mends it:
                - TLS by rustls:
                    # Cargo.toml, [dependencies]
                    reqwest = { version = "0.12", default-features = false, features = \
            ["charset", "http2", "system-proxy", "json", "rustls-tls"] }
                - OpenSSL compiled along, which takes perl and make:
                    # Cargo.toml, [dependencies]
                    openssl = { version = "0.10", features = ["vendored"] }""");
  }

  @Test
  @DisplayName("does not stop reqwest 0.13, whose default is rustls")
  void newerReqwest() throws Exception {
    assertThat(natives("reqwest-0.13", Request.of(MUSL)))
        .contains("aws-lc-sys 0.47.0 compiles C", "ring 0.17.14 compiles C");
  }

  @Test
  @DisplayName("tells of a crate once for all targets that lack its library")
  void once() throws Exception {
    assertThat(problems("actix-web", Request.of(MUSL + "," + ARM)))
        .containsExactly(
            """
            RC-LIBRARY-MISSING: openssl-sys 0.9.118 needs OpenSSL, and nothing says where that is \
            for x86_64-unknown-linux-musl, aarch64-unknown-linux-gnu: app → actix-web → actix-tls \
            → openssl → openssl-sys
                One of these mends it:
                - TLS by rustls, with bind_rustls_0_23 instead of bind_openssl; the crate rustls \
            with one of its providers goes with it:
                    # Cargo.toml, [dependencies]
                    actix-web = { version = "4", features = ["rustls-0_23"] }
                - OpenSSL compiled along, which takes perl and make:
                    # Cargo.toml, [dependencies]
                    openssl = { version = "0.10", features = ["vendored"] }
                - for targets with glibc, the packages of a distribution, linked dynamically:
                    -Drust.sysroot=debian-12""");
  }

  @Test
  @DisplayName("has 'features' for a misspelled 'feature'")
  void misspelled() throws Exception {
    assertThat(problems("misspelled", Request.of(MUSL)))
        .containsExactly(
            """
            RC-LIBRARY-MISSING: openssl-sys 0.9.118 needs OpenSSL, and nothing says where that is \
            for x86_64-unknown-linux-musl: app → openssl → openssl-sys
                'features' instead of 'feature', which cargo passes over:
                    # Cargo.toml, [dependencies]
                    openssl = { version = "0.10", features = ["vendored"] }""");
  }

  @Test
  @DisplayName("warns of a misspelled 'feature' where nothing is missing for it")
  void misspelledHarmless() throws Exception {
    assertThat(plan("misspelled", Request.of("host")).warnings())
        .containsExactly(
            crate.resolve("Cargo.toml")
                + ", [dependencies]: cargo passes over 'feature' of openssl; it is called"
                + " 'features': openssl = { version = \"0.10\", features = [\"vendored\"] }");
  }

  @Test
  @DisplayName("is compiled along by a feature")
  void vendored() throws Exception {
    assertThat(natives("vendored", Request.of(MUSL)))
        .contains("openssl-sys 0.9.118: OpenSSL, compiled along, by the feature vendored");
  }

  @Test
  @DisplayName("keeps features of crates that take another's place one by one")
  void replaced() throws Exception {
    // cargo metadata has sqlx-sqlite, which only a feature that is off would build.
    assertThat(scene("sqlx").builtWithout("libsqlite3-sys").problems(Request.of(MUSL)))
        .singleElement()
        .asString()
        .contains(
            "sqlx = { version = \"0.8.6\", features = [\"runtime-tokio\", \"postgres\","
                + " \"tls-rustls\"] }");
  }

  @Test
  @DisplayName("is taken out by the crate that was asked for, not by one that this asks for itself")
  void nearest() throws Exception {
    assertThat(problems("oauth2", Request.of(MUSL)))
        .singleElement()
        .asString()
        .contains(": app → oauth2 → reqwest → native-tls → openssl-sys\n")
        .contains(
            "oauth2 = { version = \"5\", default-features = false, features = [\"rustls-tls\"] }")
        .doesNotContain("reqwest =");
  }

  @Test
  @DisplayName("has lines of the workspace's Cargo.toml for a dependency that is inherited")
  void workspace() throws Exception {
    Path records = Path.of("src/test/resources/io/github/rustcross/maven/natives/workspace");
    for (String member : List.of("app", "client")) {
      write(
          "crate/" + member + "/Cargo.toml",
          Files.readString(records.resolve(member + ".toml.txt")));
    }

    assertThat(problems("workspace", Request.of(MUSL).packages("app")))
        .containsExactly(
            """
            RC-LIBRARY-MISSING: openssl-sys 0.9.118 needs OpenSSL, and nothing says where that is \
            for x86_64-unknown-linux-musl: app → client → reqwest → native-tls → openssl-sys
                One of these mends it:
                - TLS by rustls:
                    # Cargo.toml, [workspace.dependencies]
                    reqwest = { version = "0.12", default-features = false, features = \
            ["charset", "http2", "system-proxy", "json", "rustls-tls"] }
                - OpenSSL compiled along, which takes perl and make:
                    # app/Cargo.toml, [dependencies]
                    openssl = { version = "0.10", features = ["vendored"] }""");
  }

  @Test
  @DisplayName("stops for what pkg-config cannot find, not for what crates compile themselves")
  void devices() throws Exception {
    assertThat(problems("devices", Request.of(ARM)))
        .extracting(problem -> problem.lines().findFirst().orElseThrow())
        .containsExactlyInAnyOrder(
            "RC-LIBRARY-MISSING: alsa-sys 0.3.1 needs ALSA, and nothing says where that is for "
                + ARM
                + ": app → alsa-sys",
            "RC-LIBRARY-MISSING: libudev-sys 0.1.4 needs libudev, and nothing says where that is"
                + " for "
                + ARM
                + ": app → serialport → libudev → libudev-sys",
            // zig, which links, knows no libraries but its own.
            "RC-LIBRARY-MISSING: libsqlite3-sys 0.38.2 needs SQLite, and nothing says where that"
                + " is for "
                + ARM
                + ": app → rusqlite → libsqlite3-sys");
  }

  @Test
  @DisplayName("only warns of a library that a distribution's linker may know")
  void linker() throws Exception {
    Request request = Request.of(ARM).crossToolchain("gcc").glibc("none");
    Scene scene =
        scene("devices")
            .onPath("cc", "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-ar")
            .environment(Map.of("PKG_CONFIG_ALLOW_CROSS", "1", "SQLITE3_LIB_DIR", ""));

    assertThat(words(scene.plan(request), ARM))
        .contains("libudev-sys 0.1.4: libudev, where PKG_CONFIG_ALLOW_CROSS says");
    assertThat(scene("devices").onPath("cc", "aarch64-linux-gnu-gcc").problems(request))
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("SQLite"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "X86_64_UNKNOWN_LINUX_MUSL_OPENSSL_DIR",
        "OPENSSL_LIB_DIR",
        "PKG_CONFIG_SYSROOT_DIR_x86_64_unknown_linux_musl",
        "PKG_CONFIG_x86_64-unknown-linux-musl",
        "TARGET_PKG_CONFIG_ALLOW_CROSS"
      })
  @DisplayName("is left to the user who says where it is with a variable")
  void given(String variable) throws Exception {
    Scene scene = scene("actix-web").environment(Map.of(variable, "/opt/ssl"));

    assertThat(words(scene.plan(Request.of(MUSL)), MUSL))
        .contains("openssl-sys 0.9.118: OpenSSL, where %s says".formatted(variable));
  }

  @Test
  @DisplayName("is missing where the variable is another target's, or 0")
  void givenForOthers() throws Exception {
    Scene scene =
        scene("actix-web")
            .environment(
                Map.of(
                    "AARCH64_UNKNOWN_LINUX_GNU_OPENSSL_DIR", "/opt/ssl",
                    "PKG_CONFIG_ALLOW_CROSS", "0"));

    assertThat(scene.problems(Request.of(MUSL))).hasSize(1);
  }

  @Test
  @DisplayName("is left to cargo's configuration, its variables and its overrides of libraries")
  void configured() throws Exception {
    Scene variable =
        scene("actix-web").config(configuration(Map.of("OPENSSL_DIR", "/opt/ssl"), Map.of()));
    assertThat(words(variable.plan(Request.of(MUSL)), MUSL))
        .contains("openssl-sys 0.9.118: OpenSSL, where OPENSSL_DIR says");

    Scene override =
        scene("actix-web").config(configuration(Map.of(), Map.of(MUSL, Set.of("openssl"))));
    assertThat(words(override.plan(Request.of(MUSL)), MUSL))
        .contains(
            "openssl-sys 0.9.118: OpenSSL, where [target.x86_64-unknown-linux-musl.openssl] of"
                + " cargo's configuration says");
  }

  @Test
  @DisplayName("is left to a toolchain that sets such a variable")
  void toolchain() throws Exception {
    Scene scene =
        scene("actix-web")
            .overlay(
                """
                schemaVersion: 1
                toolchains:
                  zig: { environment: { "PKG_CONFIG_SYSROOT_DIR_{triple_}": /opt/sysroot } }
                """);

    assertThat(words(scene.plan(Request.of(ARM)), ARM))
        .contains(
            "openssl-sys 0.9.118: OpenSSL, where"
                + " PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_gnu says");
  }

  @Test
  @DisplayName("is left to cargo where it is told more than the plan knows")
  void arguments() throws Exception {
    Request request = Request.of(MUSL).cargoArgs("--config=net.retry=3");

    assertThat(natives("actix-web", request))
        .contains("openssl-sys 0.9.118: OpenSSL, where --config=net.retry=3 for cargo says");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS",
        "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER"
      })
  @DisplayName("is not certain to be missing for a linker that the user has told more")
  void ownFlags(String variable) throws Exception {
    Scene scene = scene("devices").environment(Map.of(variable, "-L/opt/lib"));

    assertThat(scene.problems(Request.of(ARM)))
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("SQLite"))
        .hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"host", "x86_64-unknown-linux-gnu"})
  @DisplayName("is this machine's for this machine")
  void host(String target) throws Exception {
    assertThat(words(scene("actix-web").plan(Request.of(target)), "x86_64-unknown-linux-gnu"))
        .contains("openssl-sys 0.9.118: OpenSSL, of this machine");
  }

  @Test
  @DisplayName("is the toolchain's business where cargo is left to itself")
  void cargo() throws Exception {
    assertThat(natives("actix-web", Request.of(ARM).crossToolchain("cargo").glibc("none"), ARM))
        .contains("openssl-sys 0.9.118: OpenSSL, of this machine");
  }

  @Test
  @DisplayName("is the sysroot's where the target has one, and one is advised where it could")
  void sysroot() throws Exception {
    Scene scene = scene("actix-web");
    BuildPlan plan = scene.plan(Request.of(ARM).sysroot("debian-12"));
    assertThat(plan.sysroots())
        .singleElement()
        .satisfies(found -> assertThat(found.packages()).contains("libssl-dev"));
    assertThat(scene.plan(Request.of(ARM).sysroot("ubuntu-22.04")).sysroots())
        .singleElement()
        .satisfies(found -> assertThat(found.packages()).contains("libssl-dev"));
    assertThat(words(plan, ARM))
        .contains("openssl-sys 0.9.118: OpenSSL, from the sysroot debian-12");
    assertThat(plan.jobs().get(0).environment())
        .extractingFromEntries(entry -> entry.getKey() + "=" + entry.getValue().value())
        .contains(
            "AARCH64_UNKNOWN_LINUX_GNU_OPENSSL_LIB_DIR="
                + "/sysroots/debian-12/aarch64-unknown-linux-gnu/usr/lib/aarch64-linux-gnu",
            "AARCH64_UNKNOWN_LINUX_GNU_OPENSSL_INCLUDE_DIR=/sysroots/debian-12/"
                + "aarch64-unknown-linux-gnu/usr/include/aarch64-linux-gnu/openssl");
    // What the user says of the place counts, and a folder of theirs may have others.
    Scene told = scene("actix-web").environment(Map.of("OPENSSL_DIR", "/opt/ssl"));
    for (BuildPlan other :
        List.of(
            told.plan(Request.of(ARM).sysroot("debian-12")),
            scene.plan(Request.of(ARM).sysroot("./board")))) {
      assertThat(other.jobs().get(0).environment().keySet())
          .noneMatch(name -> name.startsWith("AARCH64_UNKNOWN_LINUX_GNU_OPENSSL"));
    }

    assertThat(scene.problems(Request.of(ARM)))
        .singleElement()
        .asString()
        .endsWith(
            """
            - for targets with glibc, the packages of a distribution, linked dynamically:
                    -Drust.sysroot=debian-12""");
  }

  @Test
  @DisplayName(
      "is this machine's for another processor, and what installs it is told where it lacks")
  void multiarch() throws Exception {
    Request request = Request.of(ARM).sysroot("multiarch");
    assertThat(
            words(
                scene("misspelled")
                    .files("/usr/lib/aarch64-linux-gnu/pkgconfig/openssl.pc")
                    .plan(request),
                ARM))
        .contains("openssl-sys 0.9.118: OpenSSL, from the sysroot multiarch");

    assertThat(
            scene("misspelled")
                .files("/usr/lib/x86_64-linux-gnu/pkgconfig/openssl.pc")
                .problems(request))
        .extracting(Problem::toString)
        .containsExactly(
            """
            RC-LIBRARY-MISSING: openssl-sys 0.9.118 needs OpenSSL, and the sysroot multiarch lacks \
            it for aarch64-unknown-linux-gnu: app → openssl → openssl-sys
                One of these mends it:
                - its packages, installed on this machine:
                    dpkg --add-architecture arm64 && apt-get update && apt-get install -y libssl-dev:arm64
                - 'features' instead of 'feature', which cargo passes over:
                    # Cargo.toml, [dependencies]
                    openssl = { version = "0.10", features = ["vendored"] }
                - for targets with glibc, the packages of a distribution, linked dynamically:
                    -Drust.sysroot=debian-12""");
  }

  @Test
  @DisplayName("is not claimed where cargo would build without the crate after all")
  void builtOtherwise() throws Exception {
    assertThat(words(scene("reqwest").builtWithout("openssl-sys").plan(Request.of(MUSL)), MUSL))
        .noneMatch(words -> words.startsWith("openssl-sys"));
  }

  @Test
  @DisplayName("is not claimed of versions that nobody has looked into")
  void otherVersion() throws Exception {
    Scene scene =
        scene("actix-web")
            .overlay("schemaVersion: 1\ncrates: { openssl-sys: { versions: \"0.8\" } }\n");

    assertThat(words(scene.plan(Request.of(MUSL)), MUSL))
        .contains("openssl-sys 0.9.118: OpenSSL, nothing is known of this version, only of 0.8");
  }

  @Test
  @DisplayName("is refused with rust.openssl=rustls, even where it would be found")
  void rustls() throws Exception {
    assertThat(problems("actix-web", Request.of("host").openssl(OpensslMode.RUSTLS)))
        .containsExactly(
            """
            RC-OPENSSL-REFUSED: rust.openssl=rustls: OpenSSL is among the crates for \
            x86_64-unknown-linux-gnu: app → actix-web → actix-tls → openssl → openssl-sys
                TLS by rustls, with bind_rustls_0_23 instead of bind_openssl; the crate rustls \
            with one of its providers goes with it:
                    # Cargo.toml, [dependencies]
                    actix-web = { version = "4", features = ["rustls-0_23"] }""");
    assertThat(natives("reqwest-0.13", Request.of(MUSL).openssl(OpensslMode.RUSTLS))).isNotEmpty();
  }

  @Test
  @DisplayName("is refused with rust.openssl=vendored where no feature can be switched on")
  void notVendored() throws Exception {
    assertThat(problems("actix-web", Request.of(MUSL).openssl(OpensslMode.VENDORED)))
        .containsExactly(
            """
            RC-OPENSSL-REFUSED: rust.openssl=vendored: OpenSSL is not compiled along for \
            x86_64-unknown-linux-musl: app → actix-web → actix-tls → openssl → openssl-sys
                OpenSSL compiled along, which takes perl and make:
                    # Cargo.toml, [dependencies]
                    openssl = { version = "0.10", features = ["vendored"] }""");
  }

  @Test
  @DisplayName("is refused with rust.openssl=sysroot where the target has none")
  void noSysroot() throws Exception {
    assertThat(problems("vendored", Request.of(MUSL).openssl(OpensslMode.SYSROOT)))
        .containsExactly(
            "RC-OPENSSL-REFUSED: rust.openssl=sysroot: there is no sysroot for"
                + " x86_64-unknown-linux-musl: app → openssl → openssl-sys");
    assertThat(problems("vendored", Request.of(ARM).openssl(OpensslMode.SYSROOT)))
        .singleElement()
        .asString()
        .endsWith("        -Drust.sysroot=debian-12");
  }

  @Test
  @DisplayName("is the sysroot's with rust.openssl=sysroot, also where it would be compiled along")
  void fromSysroot() throws Exception {
    BuildPlan plan =
        scene("vendored").plan(Request.of(MUSL).openssl(OpensslMode.SYSROOT).sysroot("./alpine"));

    assertThat(words(plan, MUSL))
        .contains("openssl-sys 0.9.118: OpenSSL, from the sysroot /home/me/alpine");
    assertThat(plan.jobs().get(0).environment().get("X86_64_UNKNOWN_LINUX_MUSL_OPENSSL_NO_VENDOR"))
        .hasToString("Setting[value=1, origin=rust.openssl]");
  }

  @Test
  @DisplayName("is not looked at with rust.openssl=system")
  void system() throws Exception {
    assertThat(natives("actix-web", Request.of(MUSL).openssl(OpensslMode.SYSTEM)))
        .contains(
            "openssl-sys 0.9.118: OpenSSL, of the target's system, as rust.openssl=system says");
  }

  @Test
  @DisplayName("are programs too, told before cargo runs with the command that installs them")
  void programs() throws Exception {
    Scene scene = scene("programs").onPath("cc", "apt-get");

    assertThat(scene.problems(Request.of(MUSL)))
        .extracting(Problem::toString)
        .containsExactly(
            """
            RC-BUILD-PROGRAM-MISSING: cmake is not on this machine, and a build script needs it: \
            app → libz-ng-sys
                Try: apt-get install -y cmake""");
    assertThat(scene("programs").onPath("cc", "cmake", "apt-get").plan(Request.of(MUSL)).warnings())
        .containsExactly(
            """
            protoc is not on this machine, and a build script may need it: app → prost-build
            If so, try: apt-get install -y protobuf-compiler""");
    Map<String, String> named = Map.of("CMAKE", "/opt/cmake", "PROTOC", "/opt/protoc");
    assertThat(scene("programs").environment(named).plan(Request.of(MUSL)).warnings()).isEmpty();
  }

  @Test
  @DisplayName("are hints of certificates and allocators on musl, and none elsewhere")
  void hints() throws Exception {
    assertThat(hints("certificates", MUSL))
        .hasSize(2)
        .anyMatch(hint -> hint.contains("SSL_CERT_FILE"))
        .anyMatch(hint -> hint.contains("#[global_allocator]"));
    assertThat(hints("mimalloc", MUSL)).isEmpty();
    assertThat(hints("mimalloc", ARM)).isEmpty();
  }

  private List<String> hints(String name, String target) throws Exception {
    return plan(name, Request.of(target)).natives().get(new TargetTriple(target)).hints();
  }

  private List<String> natives(String name, Request request) throws Exception {
    return natives(name, request, MUSL);
  }

  private List<String> natives(String name, Request request, String target) throws Exception {
    return words(plan(name, request), target);
  }

  private static List<String> words(BuildPlan plan, String target) {
    return plan.natives().get(new TargetTriple(target)).dependencies().stream()
        .map(NativeDependency::words)
        .toList();
  }

  private BuildPlan plan(String name, Request request) throws IOException, ProblemException {
    return scene(name).plan(request);
  }

  private List<String> problems(String name, Request request) throws IOException {
    return scene(name).problems(request).stream().map(Problem::toString).toList();
  }

  private Scene scene(String name) throws IOException {
    Files.deleteIfExists(crate.resolve("Cargo.toml"));
    return new Scene(
            folder.resolve("sysroot"), RecordedGraph.of(name, crate, folder.resolve("registry")))
        .onPath("cc", "cmake", "make", "perl", "protoc", "llvm-config");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static CargoConfig configuration(
      Map<String, String> variables, Map<String, Set<String>> overrides) {
    return new CargoConfig(
        List.of(),
        List.of(),
        false,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        variables,
        overrides);
  }
}
