package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.plan.SysrootSettings;
import io.github.rustcross.maven.plan.TargetChoice;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.RustProbe;
import io.github.rustcross.maven.tool.InstalledRunners;
import io.github.rustcross.toolchain.FloorRequest;
import io.github.rustcross.toolchain.Needs;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is known of targets without a crate")
class TargetServiceTest {
  @TempDir private Path folder;

  private Map<String, String> environment = new HostSystem().environment();
  private String javasOs = "Linux";

  @Test
  @DisplayName("is the machine as rustc sees it, and the toolchain for each")
  void here() throws Exception {
    TargetFacts facts = facts(TargetQuestion.Default.AS_CARGO, "x86_64-unknown-linux-musl");

    assertThat(facts.view().rust()).isPresent();
    assertThat(facts.view().host()).isEqualTo(facts.view().rust().orElseThrow().host());
    Needs pure = new Needs(Set.<Language>of(), Set.of(ArtifactKind.BIN));
    Selected selected = (Selected) facts.view().select(facts.view().targets().get(0), pure);
    assertThat(selected.choice().label()).isEqualTo("rust-lld");
    assertThat(
            facts
                .view()
                .environment(facts.view().targets().get(0), selected, pure.kinds())
                .variables())
        .isNotEmpty();
  }

  @Test
  @DisplayName("is known without Rust too: the machine is what Java says")
  void withoutRust() throws Exception {
    noRust();
    javasOs = "Mac OS X";
    TargetFacts facts = facts(TargetQuestion.Default.AS_CARGO, "host,x86_64-unknown-linux-musl");

    assertThat(facts.view().rust()).isEmpty();
    assertThat(facts.view().withoutRust())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CARGO_MISSING);
    assertThat(facts.view().host().triple()).hasToString("aarch64-apple-darwin");
    assertThat(facts.view().targets())
        .extracting(request -> request.target().triple().value())
        .containsExactly("aarch64-apple-darwin", "x86_64-unknown-linux-musl");
  }

  @Test
  @DisplayName("is that of all targets, or of cargo's own, where none are named")
  void defaults() throws Exception {
    Files.createDirectories(folder.resolve(".cargo"));
    Files.writeString(folder.resolve(".cargo/config.toml"), "build.target = \"wasm32-wasip1\"\n");

    assertThat(facts(TargetQuestion.Default.ALL, "").view().targets())
        .hasSameSizeAs(TargetCatalog.bundled().targets().values());
    assertThat(facts(TargetQuestion.Default.AS_CARGO, "").view().targets())
        .extracting(request -> request.target().triple().value())
        .containsExactly("wasm32-wasip1");
  }

  @Test
  @DisplayName("is told, or everything that is wrong with configuration and catalog")
  void wrong() throws Exception {
    Files.createDirectories(folder.resolve(".cargo"));
    Files.writeString(folder.resolve(".cargo/config.toml"), "build = [");
    Problem broken = Problem.of(ProblemCode.CATALOG_INVALID, "it is broken");

    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () ->
                        service()
                            .facts(
                                question(TargetQuestion.Default.ALL, ""),
                                () -> {
                                  throw new ProblemException(broken);
                                },
                                "show"))
                .problems())
        .hasSize(2)
        .contains(broken)
        .anySatisfy(problem -> assertThat(problem.message()).contains("config.toml"));
  }

  /** The real rustup with nothing installed. */
  private void noRust() {
    assumeTrue(new HostSystem().program("rustup").isPresent(), "needs rustup on PATH");
    environment.remove("RUSTUP_TOOLCHAIN");
    environment.put("RUSTUP_HOME", folder.resolve("rustup").toString());
  }

  private TargetFacts facts(TargetQuestion.Default otherwise, String targets) throws Exception {
    return service().facts(question(otherwise, targets), TargetCatalog::bundled, "show");
  }

  private TargetService service() {
    HostSystem host =
        new HostSystem(
            environment,
            name ->
                switch (name) {
                  case "os.name" -> javasOs;
                  case "os.arch" -> "aarch64";
                  default -> System.getProperty(name);
                });
    ProcessRunner processes = new ProcessRunner();
    return new TargetService(
        host, processes, new RustProbe(host, processes), new InstalledRunners(host, processes));
  }

  private TargetQuestion question(TargetQuestion.Default otherwise, String targets) {
    return new TargetQuestion(
        folder,
        folder.resolve("cache"),
        new TargetChoice(
            "rust.targets",
            targets.isEmpty() ? List.of() : List.of(targets.split(",")),
            List.of(),
            new FloorRequest.Unspecified(),
            SysrootSettings.NONE,
            List.of()),
        otherwise,
        Optional.empty(),
        false,
        NetworkSettings.NONE);
  }
}
