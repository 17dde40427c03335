package io.github.rustcross.maven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.report.PlanPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A plan for programs")
class PlanJsonTest {
  @TempDir private Path sysroot;

  @Test
  @DisplayName("has targets, artifacts, cargo's invocations, variables and flags with origins")
  void all() throws Exception {
    JsonNode plan =
        json(
            new Scene(sysroot, Crates.appWithC()).missingStd("aarch64-unknown-linux-gnu"),
            Request.of("aarch64-unknown-linux-gnu,x86_64-unknown-linux-musl"));

    assertThat(plan.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(plan.at("/targets/0/triple").asText()).isEqualTo("aarch64-unknown-linux-gnu");
    assertThat(plan.at("/targets/0/toolchain").asText()).isEqualTo("zig");
    assertThat(plan.at("/targets/0/glibc").asText()).isEqualTo("2.17");
    assertThat(plan.at("/targets/0/reason").asText()).startsWith("the crate compiles C");
    assertThat(plan.at("/targets/0/artifacts/0/classifier").asText()).isEqualTo("linux-aarch_64");
    assertThat(plan.at("/targets/0/runners/0/runner").asText()).isEqualTo("qemu-user");
    assertThat(plan.at("/targets/1/glibc").isNull()).isTrue();
    assertThat(plan.at("/install/std/0").asText()).isEqualTo("aarch64-unknown-linux-gnu");
    assertThat(plan.get("tools")).extracting(JsonNode::asText).contains("zig");
    assertThat(plan.get("jobs")).hasSize(1);
    assertThat(plan.at("/jobs/0/command"))
        .extracting(JsonNode::asText)
        .startsWith("cargo", "build")
        .contains("--target", "aarch64-unknown-linux-gnu", "x86_64-unknown-linux-musl");
    assertThat(plan.at("/jobs/0/units/0/variables"))
        .anySatisfy(
            variable -> {
              assertThat(variable.get("name").asText()).isEqualTo("CC_aarch64_unknown_linux_gnu");
              assertThat(variable.get("value").asText()).isNotEmpty();
              assertThat(variable.get("origin").asText()).startsWith("catalog ");
            });
    assertThat(plan.at("/jobs/0/units/0/rustflags"))
        .isNotEmpty()
        .allSatisfy(flag -> assertThat(flag.get("origin").asText()).isNotEmpty());
  }

  @Test
  @DisplayName("says what is left out and why")
  void leftOut() throws Exception {
    JsonNode plan =
        json(
            new Scene(sysroot, Crates.pureApp()).withoutTools(),
            Request.of("x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu").skipUnavailable());

    assertThat(plan.at("/skipped/0/triple").asText()).isEqualTo("aarch64-unknown-linux-gnu");
    assertThat(plan.at("/skipped/0/code").asText()).isEqualTo("RC-TOOLCHAIN-UNAVAILABLE");
  }

  @Test
  @DisplayName("has no password in it")
  void secrets() throws Exception {
    Scene scene = new Scene(sysroot, Crates.pureApp());
    Request request =
        Request.of("x86_64-unknown-linux-musl")
            .environment(Map.of("ASSETS", "https://me:secret@assets.corp/x"))
            .network(
                new NetworkSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("rust-cross-cargo", "sparse+https://me:secret@mirror.corp/index")));

    String text = PlanJson.of(scene.plan(request), scene.runners(request));

    assertThat(text)
        .doesNotContain("secret")
        .contains("https://me:***@assets.corp/x", "https://me:***@mirror.corp/index");
  }

  @Test
  @DisplayName("is for people as it was, with sentences in lines of at most 80 columns")
  void text() throws Exception {
    Scene scene = new Scene(sysroot, Crates.appWithC());
    Request request = Request.of("x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu");
    List<String> lines = PlanPrinter.lines(scene.plan(request), scene.runners(request));

    List<String> page = PlanPage.of(lines).messages(false);

    assertThat(lines)
        .anySatisfy(line -> assertThat(line).startsWith("  why: ").hasSizeGreaterThan(80));
    assertThat(page)
        .filteredOn(line -> line.startsWith("  why: ") || line.startsWith("      "))
        .allSatisfy(line -> assertThat("[INFO] " + line).hasSizeLessThanOrEqualTo(80));
    assertThat(String.join("", page).replaceAll("\\s", ""))
        .isEqualTo(String.join("", lines).replaceAll("\\s", ""));
  }

  private static JsonNode json(Scene scene, Request request) throws Exception {
    return new ObjectMapper().readTree(PlanJson.of(scene.plan(request), scene.runners(request)));
  }
}
