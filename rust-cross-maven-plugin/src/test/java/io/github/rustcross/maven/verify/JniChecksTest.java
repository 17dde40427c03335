package io.github.rustcross.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.MachODetails;
import io.github.rustcross.inspect.MachOSymbols;
import io.github.rustcross.inspect.WasmDetails;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.verify.jni.NativeMethod;
import io.github.rustcross.maven.verify.jni.NativeMethods;
import io.github.rustcross.verify.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the JVM wants of a target's binaries")
class JniChecksTest {
  private static final BinaryDetails WASM =
      new WasmDetails(1, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  @Test
  @DisplayName("is asked of libraries, with the project's native methods")
  void library() {
    assertThat(checks(ArtifactKind.CDYLIB, dylib("_Java_Codec_open")))
        .extracting(Check::rule, Check::isBroken)
        .contains(tuple(Rule.JNI_METHOD, false));
    assertThat(checks(ArtifactKind.CDYLIB, dylib("_other")))
        .extracting(Check::rule, Check::isBroken)
        .containsExactly(tuple(Rule.JNI_NONE, true));
  }

  @Test
  @DisplayName("is not asked of programs, nor of WebAssembly, which no JVM loads")
  void others() {
    assertThat(checks(ArtifactKind.BIN, dylib("_other"))).isEmpty();
    assertThat(checks(ArtifactKind.CDYLIB, WASM)).isEmpty();
  }

  private static List<Check> checks(ArtifactKind kind, BinaryDetails details) {
    NativeMethods methods =
        new NativeMethods(List.of(new NativeMethod("Codec", "open", "()V", false)), List.of());
    ExpectedArtifact artifact =
        new ExpectedArtifact(
            Crates.id("my-lib"), "codec", kind, "file", Delivery.JAR, "jar", "any", "", List.of());
    return new JniChecks(TargetCatalog.bundled(), Crates.library("cdylib"), methods)
        .of(Map.of(artifact, details))
        .getOrDefault(artifact, List.of());
  }

  private static BinaryDetails dylib(String export) {
    return new MachODetails(
        0x100000c,
        0,
        0,
        6,
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new MachOSymbols(List.of(export), List.of(), false),
        false,
        List.of());
  }
}
