package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.toolchain.WrapperScript;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The recorder of what cargo would run")
class RecorderVariableTest {
  private static final TargetTriple TARGET = new TargetTriple("aarch64-unknown-linux-gnu");

  @Test
  @DisplayName("is the runner by variable too, which wins over --config before cargo 1.93")
  void variable() {
    TestRecorder recorder = recorder("/cache/wrappers");

    assertThat(TestRecorder.variable(TARGET))
        .isEqualTo("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER");
    assertThat(recorder.value(TARGET))
        .contains(recorder.script().path() + " --run aarch64-unknown-linux-gnu");
  }

  @Test
  @DisplayName("is none where its path has a space, at which cargo would divide it")
  void spaces() {
    TestRecorder recorder = recorder("/my cache/wrappers");

    assertThat(recorder.value(TARGET)).isEmpty();
    assertThat(recorder.runner(TARGET.value()))
        .isEqualTo(
            "[\"%s\",\"--run\",\"aarch64-unknown-linux-gnu\"]".formatted(recorder.script().path()));
  }

  private static TestRecorder recorder(String folder) {
    return new TestRecorder(
        WrapperScript.of(Path.of(folder), "record-test", "#!/bin/sh\n"),
        new TargetTriple("x86_64-unknown-linux-gnu"),
        Set.of());
  }
}
