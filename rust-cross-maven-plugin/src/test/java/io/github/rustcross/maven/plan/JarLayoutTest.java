package io.github.rustcross.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The place of a library in its jar")
class JarLayoutTest {
  private static final String TARGETS =
      "aarch64-unknown-linux-gnu,x86_64-pc-windows-gnu,aarch64-apple-darwin";

  @TempDir private Path sysroot;

  @ParameterizedTest(name = "{0}")
  @DisplayName("follows the layout that is asked for")
  @CsvSource(
      delimiter = ';',
      value = {
        "default; META-INF/native/linux-aarch_64/libmy_lib.so;"
            + "META-INF/native/windows-x86_64-gnu/my_lib.dll;"
            + "META-INF/native/osx-aarch_64/libmy_lib.dylib",
        "jna; linux-aarch64/libmy_lib.so; win32-x86-64/my_lib.dll; darwin-aarch64/libmy_lib.dylib",
        "scijava; natives/linux_arm64/libmy_lib.so; natives/windows_64/my_lib.dll;"
            + "natives/osx_arm64/libmy_lib.dylib",
        "netty; META-INF/native/libmy_lib_linux_aarch_64.so;"
            + "META-INF/native/my_lib_windows_x86_64.dll;"
            + "META-INF/native/libmy_lib_osx_aarch_64.dylib",
        "os; linux-aarch_64/libmy_lib.so; windows-x86_64/my_lib.dll; osx-aarch_64/libmy_lib.dylib",
        "com/acme/{os}/{arch}/{libc}/{name}/{triple}/{file};"
            + "com/acme/linux/aarch_64/glibc/my_lib/aarch64-unknown-linux-gnu/libmy_lib.so;"
            + "com/acme/windows/x86_64/msvcrt/my_lib/x86_64-pc-windows-gnu/my_lib.dll;"
            + "com/acme/osx/aarch_64/libSystem/my_lib/aarch64-apple-darwin/libmy_lib.dylib",
      })
  void layouts(String layout, String linux, String windows, String macos) throws Exception {
    BuildPlan plan = scene().plan(Request.of(TARGETS).jniLayout(layout));

    assertThat(plan.targets())
        .extracting(target -> target.artifacts().get(0).entry())
        .containsExactly(linux, windows, macos);
  }

  @Test
  @DisplayName("has the words of the classifiers that are asked for")
  void classifier() throws Exception {
    BuildPlan plan =
        scene().plan(Request.of("aarch64-apple-darwin").classifier(ClassifierStyle.JNA));

    assertThat(plan.targets().get(0).artifacts().get(0).entry())
        .isEqualTo("META-INF/native/darwin-aarch64/libmy_lib.dylib");
  }

  @Test
  @DisplayName("may come from an overlay, as may the kind of a target's archives")
  void overlay() throws Exception {
    Scene scene =
        scene()
            .overlay(
                """
                schemaVersion: 1
                jniLayouts: { acme: "com/acme/natives/{os}-{arch}/{file}" }
                targets: { x86_64-pc-windows-gnu: { archive: tar.gz } }
                """);

    assertThat(scene.plan(Request.of("x86_64-pc-windows-gnu").jniLayout("acme")).targets().get(0))
        .extracting(target -> target.artifacts().get(0).entry())
        .isEqualTo("com/acme/natives/windows-x86_64/my_lib.dll");
    assertThat(
            scene
                .plan(Request.of("x86_64-pc-windows-gnu").attach(Delivery.ARCHIVE))
                .targets()
                .get(0))
        .extracting(target -> target.artifacts().get(0).type())
        .isEqualTo("tar.gz");
  }

  @Test
  @DisplayName("is an error where it is the same for two targets")
  void collision() {
    assertThat(
            problems(
                Request.of("x86_64-unknown-linux-gnu,x86_64-unknown-linux-musl").jniLayout("jna")))
        .containsExactly(
            "RC-ARTIFACT-REPEATED: x86_64-unknown-linux-gnu/libmy_lib.so and"
                + " x86_64-unknown-linux-musl/libmy_lib.so would both lie at"
                + " 'linux-x86-64/libmy_lib.so' in their jars\n"
                + "    Leave one of them out, or take a layout that tells them apart, such as"
                + " -Drust.jniLayout=default.");
  }

  @Test
  @DisplayName("is an error where there is no such layout")
  void unknown() {
    assertThat(problems(Request.of("host").jniLayout("scijaba")))
        .containsExactly(
            "RC-PARAMETER-INVALID: rust.jniLayout: there is no layout 'scijaba'\n"
                + "    Did you mean scijava? Known are: default, jna, scijava, netty, os, or a"
                + " pattern such as native/{os}/{arch}/{file}");
  }

  @Test
  @DisplayName("is an error where a target lacks a word, or where there is no such word")
  void missingWord() {
    assertThat(problems(Request.of("universal2-apple-darwin").jniLayout("{os}/{file}")))
        .singleElement()
        .asString()
        .startsWith(
            "RC-PARAMETER-INVALID: rust.jniLayout={os}/{file}: '{os}/{file}' has a word that"
                + " universal2-apple-darwin has not\n    Its words are: {classifier}, ");
    assertThat(problems(Request.of("host").jniLayout("native/{nope}/{file}")))
        .singleElement()
        .asString()
        .contains("'native/{nope}/{file}' has a word that x86_64-unknown-linux-gnu has not");
  }

  @Test
  @DisplayName("is an error outside the jar")
  void outside() {
    for (String pattern : List.of("../{file}", "/native/{file}")) {
      assertThat(problems(Request.of("host").jniLayout(pattern)))
          .singleElement()
          .asString()
          .startsWith(
              "RC-PARAMETER-INVALID: rust.jniLayout: '" + pattern + "' leads out of the jar");
    }
  }

  private Scene scene() {
    return new Scene(sysroot, Crates.library("cdylib"));
  }

  private List<String> problems(Request request) {
    return scene().problems(request).stream().map(Problem::toString).toList();
  }
}
