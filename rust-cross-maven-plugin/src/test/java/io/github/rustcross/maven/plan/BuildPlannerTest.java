package io.github.rustcross.maven.plan;

import static io.github.rustcross.maven.fixture.Crates.bin;
import static io.github.rustcross.maven.fixture.Crates.lib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.rust.CrateGraph;
import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The plan of a build")
class BuildPlannerTest {
  private static final String GNU = "aarch64-unknown-linux-gnu";
  private static final String HOST = "x86_64-unknown-linux-gnu";
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String WINDOWS = "x86_64-pc-windows-gnu";

  @TempDir private Path sysroot;

  @Nested
  @DisplayName("calls cargo")
  class Invocations {
    @Test
    @DisplayName("once for all targets whose artifacts need one set of flags")
    void once() throws Exception {
      BuildPlan plan = scene(Crates.appWithLibrary()).plan(Request.of("@gnu,@windows,@macos"));

      assertThat(plan.jobs()).hasSize(1);
      assertThat(plan.jobs().get(0).units()).hasSameSizeAs(plan.targets());
    }

    @Test
    @DisplayName("a second time for a musl library beside an executable, in a folder of its own")
    void twice() throws Exception {
      BuildPlan plan = scene(Crates.appWithLibrary()).plan(Request.of("@musl," + GNU));

      assertThat(plan.jobs()).hasSize(2);
      assertThat(plan.jobs().get(0).units()).hasSize(4);
      assertThat(plan.jobs().get(1).units())
          .extracting(unit -> unit.target().triple().value())
          .containsExactly(MUSL, "aarch64-unknown-linux-musl", "i686-unknown-linux-musl");
      assertThat(plan.jobs().get(1).targetDir())
          .isNotEqualTo(plan.jobs().get(0).targetDir())
          .startsWithRaw(Crates.ROOT);
      assertThat(plan.jobs().get(1).commandLine()).contains("--lib");
      assertThat(plan.jobs().get(0).commandLine()).doesNotContain("--lib");
    }

    @Test
    @DisplayName("once where only the executable of such a crate is wanted")
    void onlyExecutable() throws Exception {
      BuildPlan plan = scene(Crates.appWithLibrary()).plan(Request.of(MUSL).bins("app"));

      assertThat(plan.jobs()).hasSize(1);
      assertThat(plan.jobs().get(0).commandLine()).containsSequence("--bin", "app");
      assertThat(plan.targets().get(0).artifacts())
          .extracting(ExpectedArtifact::file)
          .containsExactly("app");
    }

    @Test
    @DisplayName("with --keep-going, unless the first error is to end the build")
    void keepGoing() throws Exception {
      Scene scene = scene(Crates.pureApp());

      assertThat(scene.plan(Request.of(MUSL)).jobs().get(0).commandLine()).contains("--keep-going");
      assertThat(scene.plan(Request.of(MUSL).failFast()).jobs().get(0).commandLine())
          .doesNotContain("--keep-going");
    }

    @Test
    @DisplayName("with the user's further arguments at the end")
    void trailing() throws Exception {
      BuildPlan plan = scene(Crates.pureApp()).plan(Request.of(MUSL).cargoArgs("--config", "a=1"));

      assertThat(plan.jobs().get(0).commandLine()).endsWith("--config", "a=1");
    }

    @Test
    @DisplayName("for the host as for any other target, with --target")
    void host() throws Exception {
      assertThat(scene(Crates.pureApp()).plan(Request.of("")).jobs().get(0).commandLine())
          .containsSequence("--target", HOST);
    }
  }

  @Nested
  @DisplayName("keeps the user's variables")
  class Variables {
    @Test
    @DisplayName("but hands the host's compiler on under a name that only host code reads")
    void hostCompiler() throws Exception {
      Map<String, Setting> environment =
          environment(Map.of("CC", "/opt/gcc", "CFLAGS", "-O3", "LANG", "C"), Request.of(WINDOWS));

      assertThat(environment).doesNotContainKeys("CC", "CFLAGS");
      assertThat(environment.get("HOST_CC").value()).isEqualTo("/opt/gcc");
      assertThat(environment.get("HOST_CFLAGS").value()).isEqualTo("-O3");
      assertThat(environment.get("LANG")).hasToString("Setting[value=C, origin=environment]");
    }

    @Test
    @DisplayName("and does not overwrite HOST_CC with CC")
    void hostCompilerTwice() throws Exception {
      Map<String, Setting> environment =
          environment(Map.of("CC", "/opt/gcc", "HOST_CC", "/opt/clang"), Request.of(WINDOWS));

      assertThat(environment.get("HOST_CC").value()).isEqualTo("/opt/clang");
    }

    @Test
    @DisplayName("and leaves the host's compiler and linker to them where zig would step in")
    void hostFallback() throws Exception {
      String linker = "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER";
      Map<String, Setting> environment =
          scene(withBuildScript())
              .onPath()
              .environment(Map.of("CC", "/opt/gcc/bin/gcc", linker, "/opt/ld"))
              .plan(Request.of(MUSL))
              .jobs()
              .get(0)
              .environment();

      assertThat(environment.get("HOST_CC"))
          .hasToString("Setting[value=/opt/gcc/bin/gcc, origin=environment: CC]");
      assertThat(environment.get(linker)).hasToString("Setting[value=/opt/ld, origin=environment]");
    }

    @Test
    @DisplayName("and the catalog's flags once, where an executable and a library share them")
    void flagsOnce() throws Exception {
      BuildPlan plan =
          scene(Crates.appWithLibrary())
              .overlay(
                  """
                  schemaVersion: 1
                  targets:
                    aarch64-unknown-linux-gnu:
                      rustflags: { bin: [-Cx], cdylib: [-Cx] }
                  """)
              .plan(Request.of(GNU));

      assertThat(plan.jobs().get(0).units().get(0).environment().rustflags())
          .extracting(Setting::value)
          .containsOnlyOnce("-Cx");
    }

    @Test
    @DisplayName("but takes flags away that would replace those of the catalog")
    void flags() throws Exception {
      Map<String, Setting> environment =
          environment(
              Map.of(
                  "RUSTFLAGS",
                  "-g",
                  "CARGO_ENCODED_RUSTFLAGS",
                  "-g",
                  "CARGO_BUILD_RUSTFLAGS",
                  "-g"),
              Request.of(WINDOWS));

      assertThat(environment)
          .doesNotContainKeys("RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS");
    }

    @Test
    @DisplayName("for the very target, a linker and a compiler, instead of the catalog's")
    void ofTarget() throws Exception {
      Map<String, Setting> environment =
          environment(
              Map.of(
                  "CC_x86_64_pc_windows_gnu", "/opt/cc",
                  "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "/opt/ld"),
              Request.of(WINDOWS));

      assertThat(environment.get("CC_x86_64_pc_windows_gnu").value()).isEqualTo("/opt/cc");
      assertThat(environment.get("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER").value())
          .isEqualTo("/opt/ld");
    }

    @Test
    @DisplayName("under those of the POM, which win over everything")
    void pom() throws Exception {
      Map<String, Setting> environment =
          environment(
              Map.of("LANG", "C"),
              Request.of(WINDOWS)
                  .environment(Map.of("LANG", "de", "CC_x86_64_pc_windows_gnu", "/pom/cc")));

      assertThat(environment.get("LANG")).hasToString("Setting[value=de, origin=POM]");
      assertThat(environment.get("CC_x86_64_pc_windows_gnu").value()).isEqualTo("/pom/cc");
    }

    @Test
    @DisplayName("SOURCE_DATE_EPOCH too, before that of the POM's output timestamp")
    void epoch() throws Exception {
      assertThat(
              environment(Map.of("SOURCE_DATE_EPOCH", "1"), Request.of(WINDOWS).epoch(2))
                  .get("SOURCE_DATE_EPOCH")
                  .value())
          .isEqualTo("1");
      assertThat(environment(Map.of(), Request.of(WINDOWS).epoch(2)).get("SOURCE_DATE_EPOCH"))
          .hasToString("Setting[value=2, origin=project.build.outputTimestamp]");
    }

    @Test
    @DisplayName("and gives the linker of the host's own triple as a flag, not to build scripts")
    void ownTriple() throws Exception {
      CargoJob job = scene(Crates.appWithC()).plan(Request.of(HOST)).jobs().get(0);

      assertThat(job.environment())
          .doesNotContainKey("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER");
      assertThat(job.units().get(0).environment().rustflags().get(0).value())
          .startsWith("-Clinker=/cache/wrappers/")
          .endsWith("/x86_64-unknown-linux-gnu-link-clang");
    }

    private Map<String, Setting> environment(Map<String, String> variables, Request request)
        throws Exception {
      return scene(Crates.appWithC())
          .environment(variables)
          .plan(request)
          .jobs()
          .get(0)
          .environment();
    }
  }

  @Nested
  @DisplayName("takes a toolchain")
  class Toolchains {
    @Test
    @DisplayName("for host as it is named, and plain cargo without a floor on macOS")
    void host() throws Exception {
      BuildPlan named =
          scene(Crates.pureApp())
              .onPath("x86_64-linux-gnu-gcc", "cc")
              .plan(Request.of("host").crossToolchain("host=gcc"));
      BuildPlan mac =
          scene(Crates.pureApp())
              .host("aarch64-apple-darwin")
              .plan(Request.of("host," + HOST).glibc("2.28"));

      assertThat(named.targets().get(0).toolchain()).isEqualTo("gcc");
      assertThat(mac.targets().get(0).toolchain()).isEqualTo("cargo");
      assertThat(mac.targets().get(0).floor()).isEmpty();
    }

    @Test
    @DisplayName("for a slice as it is asked for, for itself and in the universal binary")
    void slice() throws Exception {
      BuildPlan plan =
          scene(Crates.pureApp())
              .host("aarch64-apple-darwin")
              .plan(
                  Request.of("universal2-apple-darwin,x86_64-apple-darwin")
                      .crossToolchain("zig", "x86_64-apple-darwin=cargo"));

      assertThat(plan.targets())
          .extracting(TargetPlan::toolchain)
          .containsExactly("cargo, zig", "cargo");
      assertThat(plan.targets().get(0).parts())
          .extracting(part -> part.triple().value())
          .containsExactly("x86_64-apple-darwin", "aarch64-apple-darwin");
    }

    @Test
    @DisplayName("with the version of the tool that compiles")
    void version() throws Exception {
      assertThat(
              scene(Crates.appWithC()).plan(Request.of(MUSL)).targets().get(0).toolchainVersion())
          .isPresent();
    }
  }

  @Nested
  @DisplayName("needs")
  class Provisions {
    @Test
    @DisplayName("the standard libraries that are not installed, those of slices too")
    void std() throws Exception {
      BuildPlan plan =
          scene(Crates.pureApp())
              .missingStd("aarch64-apple-darwin", "x86_64-apple-darwin", "wasm32-wasip1")
              .plan(Request.of("universal2-apple-darwin,aarch64-apple-darwin," + MUSL));

      assertThat(plan.stdToInstall())
          .containsExactly("x86_64-apple-darwin", "aarch64-apple-darwin");
    }

    @Test
    @DisplayName("no tool for pure Rust on musl and wasm")
    void noTool() throws Exception {
      BuildPlan plan = scene(Crates.pureApp()).plan(Request.of(MUSL + ",wasm32-unknown-unknown"));

      assertThat(plan.tools()).isEmpty();
    }

    @Test
    @DisplayName("zig and its scripts for build scripts on a machine without a C compiler")
    void hostScripts() throws Exception {
      BuildPlan plan = scene(withBuildScript()).onPath().plan(Request.of(MUSL));

      assertThat(plan.tools()).containsExactly("zig", "cargo-zigbuild");
      assertThat(plan.hostScripts())
          .extracting(script -> script.path().getFileName().toString())
          .contains("x86_64-unknown-linux-gnu-link-clang");
    }

    @Test
    @DisplayName("nothing of the kind where there is a C compiler")
    void hostCompiler() throws Exception {
      BuildPlan plan = scene(withBuildScript()).plan(Request.of(MUSL));

      assertThat(plan.tools()).isEmpty();
      assertThat(plan.hostScripts()).isEmpty();
    }

    @Test
    @DisplayName("nothing of the kind on Windows, where the compiler is not on PATH")
    void windowsHost() throws Exception {
      BuildPlan plan =
          scene(withBuildScript())
              .host("x86_64-pc-windows-msvc")
              .onPath()
              .plan(Request.of("host," + MUSL));

      assertThat(plan.tools()).isEmpty();
      assertThat(plan.hostScripts()).isEmpty();
      assertThat(plan.targets())
          .extracting(TargetPlan::toolchain)
          .containsExactly("cargo", "rust-lld");
    }
  }

  @Nested
  @DisplayName("is refused")
  class Refused {
    @Test
    @DisplayName("where a standard library is missing and nothing may be installed")
    void std() {
      assertThat(
              scene(Crates.pureApp())
                  .missingStd(MUSL, "wasm32-wasip1")
                  .problems(Request.of(MUSL + ",wasm32-wasip1").noInstall()))
          .containsExactly(
              Problem.of(
                  ProblemCode.STD_MISSING,
                  "the standard library of x86_64-unknown-linux-musl is not installed",
                  "Run: rustup target add x86_64-unknown-linux-musl"),
              Problem.of(
                  ProblemCode.STD_MISSING,
                  "the standard library of wasm32-wasip1 is not installed",
                  "Run: rustup target add wasm32-wasip1"));
    }

    @Test
    @DisplayName("where build scripts cannot be linked: no C compiler, and no zig")
    void noCompilerAndNoZig() {
      assertThat(scene(withBuildScript()).onPath().withoutTools().problems(Request.of(MUSL)))
          .containsExactly(
              Problem.of(
                  ProblemCode.TOOL_UNAVAILABLE,
                  "build scripts cannot be linked: none of [cc] is on PATH, and zig"
                      + " cannot be had: zig is not here",
                  "Install a C compiler for this machine, or let zig be fetched once."));
      assertThat(ProblemCode.TOOL_UNAVAILABLE.id()).isEqualTo("RC-TOOL-UNAVAILABLE");
    }

    @Test
    @DisplayName("where no toolchain serves, with each reason and one command")
    void noToolchain() {
      assertThat(scene(Crates.appWithC()).withoutTools().problems(Request.of(WINDOWS)))
          .containsExactly(
              Problem.of(
                  ProblemCode.TOOLCHAIN_UNAVAILABLE,
                  """
                  no toolchain here can build for x86_64-pc-windows-gnu:
                    - zig: zig is not here and cannot be had: zig is not here
                    - mingw: x86_64-w64-mingw32-gcc-posix or x86_64-w64-mingw32-gcc is not on PATH\
                  """,
                  "Try: python3 -m pip install ziglang==0.17.0 cargo-zigbuild==0.24.0"));
    }

    @Test
    @DisplayName("where the toolchain that is named is for other targets, with those that are not")
    void unsuitableToolchain() {
      assertThat(scene(Crates.pureApp()).problems(Request.of(MUSL).crossToolchain("mingw")))
          .containsExactly(
              Problem.of(
                  ProblemCode.TOOLCHAIN_UNAVAILABLE,
                  "rust.crossToolchain: 'mingw' cannot build for x86_64-unknown-linux-musl",
                  "What can: rust-lld, zig, musl-cross, musl-gcc, clang"));
    }

    @Test
    @DisplayName("where the toolchain that is named cannot do it, with its reason")
    void namedCannot() {
      assertThat(scene(Crates.appWithC()).problems(Request.of(MUSL).crossToolchain("rust-lld")))
          .containsExactly(
              Problem.of(
                  ProblemCode.TOOLCHAIN_UNAVAILABLE,
                  """
                  no toolchain here can build for x86_64-unknown-linux-musl:
                    - rust-lld: the crate compiles C, it does not\
                  """));
    }

    @Test
    @DisplayName("with the problems of all targets at once")
    void allAtOnce() {
      assertThat(
              scene(Crates.appWithC())
                  .withoutTools()
                  .missingStd("wasm32-wasip1")
                  .problems(
                      Request.of(WINDOWS + ",aarch64-apple-darwin,host")
                          .classifier(ClassifierStyle.JNA)))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.TOOLCHAIN_UNAVAILABLE, ProblemCode.TOOLCHAIN_UNAVAILABLE);
    }

    @Test
    @DisplayName("where the crate has nothing to ship")
    void nothing() {
      assertThat(scene(Crates.library("lib")).problems(Request.of(MUSL)))
          .containsExactly(
              Problem.of(
                  ProblemCode.NOTHING_TO_BUILD,
                  "the crate has no binary, cdylib or staticlib for x86_64-unknown-linux-musl",
                  "A library that is to be shipped needs in its Cargo.toml: [lib] crate-type ="
                      + " [\"cdylib\"]"));
    }

    @Test
    @DisplayName("where the target has no such files: no cdylib on bare metal")
    void nothingForTarget() {
      assertThat(scene(Crates.library("cdylib")).problems(Request.of("thumbv6m-none-eabi")))
          .extracting(Problem::message)
          .containsExactly("the crate has no binary, cdylib or staticlib for thumbv6m-none-eabi");
    }
  }

  @Nested
  @DisplayName("leaves out, where that is allowed,")
  class Skipped {
    @Test
    @DisplayName("a target that cannot be built here, and says why")
    void unavailable() throws Exception {
      BuildPlan plan =
          scene(Crates.pureApp())
              .withoutTools()
              .plan(Request.of(WINDOWS + "," + MUSL).skipUnavailable());

      assertThat(plan.targets())
          .extracting(target -> target.target().triple().value())
          .containsExactly(MUSL);
      assertThat(plan.skipped())
          .singleElement()
          .satisfies(
              skipped -> {
                assertThat(skipped.target().triple()).hasToString(WINDOWS);
                assertThat(skipped.problem().code()).isEqualTo(ProblemCode.TOOLCHAIN_UNAVAILABLE);
              });
    }

    @Test
    @DisplayName("a target whose standard library may not be installed, if that is allowed")
    void withoutStd() throws Exception {
      BuildPlan plan =
          scene(Crates.pureApp())
              .missingStd(MUSL)
              .plan(Request.of(GNU + "," + MUSL).noInstall().skipUnavailable());

      assertThat(plan.jobs().get(0).units())
          .extracting(unit -> unit.target().triple().value())
          .containsExactly(GNU);
      assertThat(plan.skipped())
          .extracting(skipped -> skipped.target().triple() + " " + skipped.problem().code().id())
          .containsExactly(MUSL + " RC-STD-MISSING");
    }

    @Test
    @DisplayName("not all of them: then there is nothing to build")
    void all() {
      assertThat(
              scene(Crates.pureApp())
                  .withoutTools()
                  .problems(Request.of(WINDOWS + ",aarch64-apple-darwin").skipUnavailable()))
          .containsExactly(
              Problem.of(
                  ProblemCode.TARGETS_EMPTY,
                  "none of the targets can be built here: x86_64-pc-windows-gnu,"
                      + " aarch64-apple-darwin",
                  "Run with -Drust.unavailable=fail to see what each of them lacks."));
    }

    @Test
    @DisplayName("not a target for which the crate has nothing")
    void nothingToBuild() {
      assertThat(
              scene(Crates.library("cdylib"))
                  .problems(Request.of("thumbv6m-none-eabi," + GNU).skipUnavailable()))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.NOTHING_TO_BUILD);
    }
  }

  @Nested
  @DisplayName("delivers")
  class Artifacts {
    @Test
    @DisplayName("an executable as itself and a cdylib in a jar, under the platform's classifier")
    void one() throws Exception {
      assertThat(artifacts(Crates.appWithLibrary(), Request.of(WINDOWS)))
          .containsExactly("engine.dll jar windows-x86_64-gnu", "app.exe exe windows-x86_64-gnu");
    }

    @Test
    @DisplayName("several executables with their names in the classifier")
    void twoExecutables() throws Exception {
      CrateGraph graph =
          Crates.graph(1, Crates.of("tools", List.of(bin("encode"), bin("de-code"))));

      assertThat(artifacts(graph, Request.of(WINDOWS)))
          .containsExactly(
              "encode.exe exe encode-windows-x86_64-gnu",
              "de-code.exe exe de-code-windows-x86_64-gnu");
      assertThat(artifacts(graph, Request.of(WINDOWS).bins("de-code")))
          .containsExactly("de-code.exe exe windows-x86_64-gnu");
    }

    @Test
    @DisplayName("libraries under the name that rustc gives them")
    void dashes() throws Exception {
      assertThat(artifacts(Crates.library("cdylib", "staticlib", "rlib"), Request.of(GNU)))
          .containsExactly("libmy_lib.so jar linux-aarch_64", "libmy_lib.a a linux-aarch_64");
    }

    @Test
    @DisplayName("everything in a jar, or everything as itself, if asked to")
    void attach() throws Exception {
      assertThat(artifacts(Crates.appWithLibrary(), Request.of(GNU).attach(Delivery.JAR)))
          .containsExactly("libengine.so jar linux-aarch_64", "app jar linux-aarch_64");
      assertThat(artifacts(Crates.appWithLibrary(), Request.of(GNU).attach(Delivery.BINARY)))
          .containsExactly("libengine.so so linux-aarch_64", "app exe linux-aarch_64");
    }

    @Test
    @DisplayName("only the library, or only some executables, if asked to")
    void selection() throws Exception {
      CrateGraph graph =
          Crates.graph(
              1, Crates.of("app", List.of(lib("app", "cdylib"), bin("app"), bin("other"))));

      assertThat(artifacts(graph, Request.of(GNU).lib()))
          .containsExactly("libapp.so jar linux-aarch_64");
      assertThat(artifacts(graph, Request.of(GNU).lib().bins("other")))
          .containsExactly("libapp.so jar linux-aarch_64", "other exe linux-aarch_64");
    }

    @Test
    @DisplayName("no executable whose features are off")
    void requiredFeatures() throws Exception {
      CrateGraph graph =
          Crates.graph(1, Crates.of("app", List.of(bin("app"), bin("admin", "admin-tools"))));

      assertThat(artifacts(graph, Request.of(GNU))).containsExactly("app exe linux-aarch_64");
    }

    @Test
    @DisplayName("classifiers in the words that are asked for")
    void classifierStyles() throws Exception {
      assertThat(
              artifacts(Crates.pureApp(), Request.of(WINDOWS).classifier(ClassifierStyle.TRIPLE)))
          .containsExactly("app.exe exe x86_64-pc-windows-gnu");
      assertThat(artifacts(Crates.pureApp(), Request.of(WINDOWS).classifier(ClassifierStyle.JNA)))
          .containsExactly("app.exe exe win32-x86-64");
    }

    @Test
    @DisplayName("no target for which those words have none")
    void noClassifier() {
      assertThat(
              scene(Crates.pureApp())
                  .problems(Request.of("wasm32-wasip1").classifier(ClassifierStyle.JNA)))
          .containsExactly(
              Problem.of(
                  ProblemCode.PARAMETER_INVALID,
                  "rust.classifier=jna has no word for wasm32-wasip1",
                  "Use -Drust.classifier=os or -Drust.classifier=triple."));
    }

    @Test
    @DisplayName("nothing that Maven could not tell apart")
    void repeated() {
      assertThat(
              scene(Crates.pureApp())
                  .problems(Request.of(HOST + "," + MUSL).classifier(ClassifierStyle.JNA)))
          .containsExactly(
              Problem.of(
                  ProblemCode.ARTIFACT_REPEATED,
                  "x86_64-unknown-linux-gnu/app and x86_64-unknown-linux-musl/app would both be"
                      + " attached with type 'exe' and classifier 'linux-x86-64'",
                  "Leave one of them out, or use -Drust.classifier=triple."));
    }

    @Test
    @DisplayName("no two libraries at one place in one jar")
    void repeatedInJar() {
      assertThat(
              scene(Crates.library("cdylib"))
                  .problems(Request.of(HOST + "," + MUSL).classifier(ClassifierStyle.JNA)))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.ARTIFACT_REPEATED);
    }

    @Test
    @DisplayName("no library and executable that are one file on wasm")
    void sameFile() {
      CrateGraph graph =
          Crates.graph(1, Crates.of("app", List.of(lib("app", "cdylib"), bin("app"))));

      assertThat(scene(graph).problems(Request.of("wasm32-wasip1")))
          .contains(
              Problem.of(
                  ProblemCode.ARTIFACT_REPEATED,
                  "wasm32-wasip1: the cdylib and the bin 'app' would both be the file app.wasm",
                  "Build one of them, with -Drust.lib or -Drust.bins=app."));
    }

    @Test
    @DisplayName("a static library on MSVC under Microsoft's name")
    void msvc() throws Exception {
      assertThat(
              scene(Crates.library("staticlib"))
                  .host("x86_64-pc-windows-msvc")
                  .plan(Request.of("host"))
                  .targets()
                  .get(0)
                  .artifacts())
          .extracting(ExpectedArtifact::file, ExpectedArtifact::type)
          .containsExactly(tuple("my_lib.lib", "lib"));
    }

    @Test
    @DisplayName("the packages of a workspace that are named, else all that cargo would build")
    void packages() throws Exception {
      CrateGraph workspace =
          Crates.graph(
              2,
              Crates.of("server", List.of(bin("server"))),
              Crates.of("client", List.of(bin("client"))));

      assertThat(artifacts(workspace, Request.of(GNU)))
          .containsExactly("server exe server-linux-aarch_64", "client exe client-linux-aarch_64");
      assertThat(artifacts(workspace, Request.of(GNU).packages("client")))
          .containsExactly("client exe linux-aarch_64");
    }

    @Test
    @DisplayName("no package and no executable that does not exist")
    void unknown() {
      Scene scene = scene(Crates.pureApp());

      assertThat(scene.problems(Request.of(GNU).packages("ap", "server")))
          .containsExactly(
              Problem.of(
                  ProblemCode.CRATE_TARGET_UNKNOWN,
                  "rust.package: the workspace has no package 'ap'",
                  "Did you mean app?"),
              Problem.of(
                  ProblemCode.CRATE_TARGET_UNKNOWN,
                  "rust.package: the workspace has no package 'server'",
                  "It has: app"));
      assertThat(scene.problems(Request.of(GNU).bins("server")))
          .containsExactly(
              Problem.of(
                  ProblemCode.CRATE_TARGET_UNKNOWN,
                  "rust.bins: the crate has no binary 'server'",
                  "It has: app"));
    }

    private List<String> artifacts(CrateGraph graph, Request request) throws Exception {
      return scene(graph).plan(request).targets().get(0).artifacts().stream()
          .map(artifact -> artifact.file() + " " + artifact.type() + " " + artifact.classifier())
          .toList();
    }
  }

  private static CrateGraph withBuildScript() {
    return Crates.graph(1, Crates.of("app", List.of(bin("app"), Crates.buildScript("app"))));
  }

  private Scene scene(CrateGraph graph) {
    return new Scene(sysroot, graph);
  }
}
