package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("rustdoc's call for documentation tests")
class DocumentationCommandTest {
  private static final List<String> RECORDED =
      List.of(
          "--test",
          "src/lib.rs",
          "--test-runtool",
          "/cache/record-test",
          "--test-runtool-arg",
          "--run",
          "--test-runtool-arg",
          "a-b-c",
          "--test-args",
          "a filter");

  @Test
  @DisplayName("has the target's runner in place of the recorder")
  void runner() {
    assertThat(
            DocumentationCommand.arguments(
                RECORDED, List.of("/bin/emulator", "-L", "/a b"), List.of()))
        .containsExactly(
            "--test",
            "src/lib.rs",
            "--test-args",
            "a filter",
            "--test-runtool",
            "/bin/emulator",
            "--test-runtool-arg",
            "-L",
            "--test-runtool-arg",
            "/a b");
  }

  @Test
  @DisplayName("has no runner where this machine runs the programs itself")
  void none() {
    assertThat(DocumentationCommand.arguments(RECORDED, List.of(), List.of()))
        .containsExactly("--test", "src/lib.rs", "--test-args", "a filter");
  }

  @Test
  @DisplayName("has the target's flags for rustc that rustdoc knows, and no others")
  void flags() {
    List<String> flags =
        List.of(
            "-Clinker=/wrappers/cc",
            "-C",
            "link-arg=-s",
            "--codegen",
            "target-cpu=x",
            "--codegen=lto",
            "--emit=obj",
            "-g",
            "-O",
            "--cfg",
            "a=\"b c\"",
            "--check-cfg=cfg(d)",
            "-L",
            "native=/lib",
            "-lz",
            "-Dwarnings",
            "-Zsanitizer=address",
            "-C");
    assertThat(DocumentationCommand.arguments(List.of("--test"), List.of(), flags))
        .containsExactly(
            "--test",
            "-Clinker=/wrappers/cc",
            "-C",
            "link-arg=-s",
            "--codegen",
            "target-cpu=x",
            "--codegen=lto",
            "--cfg",
            "a=\"b c\"",
            "--check-cfg=cfg(d)",
            "-L",
            "native=/lib",
            "-Zsanitizer=address");
  }
}
