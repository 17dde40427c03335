package io.github.rustcross.maven.verify.jni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.BinaryVersion;
import io.github.rustcross.inspect.PeDetails;
import io.github.rustcross.inspect.PeExport;
import io.github.rustcross.inspect.PeHardening;
import io.github.rustcross.inspect.UniversalDetails;
import io.github.rustcross.inspect.UniversalSlice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names that the JVM finds")
class JniExportsTest {
  private static final Path FIXTURES =
      Path.of("../target-catalog/src/test/resources/io/github/rustcross/inspect");
  private static final int I386 = 0x14c;
  private static final int X86_64 = 0x8664;

  @Test
  @DisplayName("in an ELF library are its exports")
  void elf() throws Exception {
    assertThat(exports("elf-x86_64-jni.so"))
        .containsExactlyInAnyOrder("JNI_OnLoad", "Java_org_example_Native_count");
  }

  @Test
  @DisplayName("in a DLL are its exports that have a name")
  void pe() throws Exception {
    assertThat(exports("pe-x86_64-exports.dll")).containsExactly("forwarded", "ticks");
  }

  @Test
  @DisplayName("in a DLL for i386 are also those with the decoration of Microsoft's compiler")
  void stdcall() {
    String[] names = {"_Java_a_B_c@12", "_JNI_OnLoad@8", "Java_a_B_d", "Java_a_B_e@12"};

    assertThat(JniExports.of(dll(I386, names)))
        .containsExactly("Java_a_B_c", "JNI_OnLoad", "Java_a_B_d", "Java_a_B_e@12");
    assertThat(JniExports.of(dll(X86_64, names))).containsExactly(names);
  }

  @Test
  @DisplayName("in a dylib have no underscore in front")
  void macho() throws Exception {
    assertThat(exports("macho-arm64.dylib")).containsExactly("twice");
  }

  @Test
  @DisplayName("in a universal dylib are those that all its slices have")
  void universal() throws Exception {
    BinaryDetails intel = details("macho-x86_64.dylib");
    BinaryDetails arm = details("macho-arm64.dylib");

    assertThat(JniExports.of(universal(intel, arm))).containsExactly("twice");
    assertThat(JniExports.of(universal(intel, arm, details("macho-arm64"))))
        .doesNotContain("twice");
    assertThat(JniExports.of(universal(intel, new ArchiveDetails(List.of())))).isEmpty();
  }

  @Test
  @DisplayName("are none in what the JVM does not load")
  void others() throws Exception {
    assertThat(exports("wasm32-module.wasm")).isEmpty();
    assertThat(exports("ar-gnu-elf.a")).isEmpty();
  }

  private static List<String> exports(String fixture) throws Exception {
    return JniExports.of(details(fixture));
  }

  private static BinaryDetails details(String fixture) throws Exception {
    return BinaryInspector.details(FIXTURES.resolve(fixture));
  }

  private static UniversalDetails universal(BinaryDetails... slices) {
    return new UniversalDetails(
        Arrays.stream(slices).map(slice -> new UniversalSlice(0, 0, 0, 0, slice)).toList());
  }

  private static PeDetails dll(int machine, String... names) {
    return new PeDetails(
        machine,
        0x2000,
        true,
        3,
        new BinaryVersion(6, 0, 0),
        new BinaryVersion(6, 0, 0),
        new PeHardening(0),
        List.of(),
        Optional.empty(),
        Arrays.stream(names)
            .map(name -> new PeExport(Optional.of(name), 1, Optional.empty()))
            .toList(),
        List.of(),
        false,
        false,
        Optional.empty(),
        false,
        List.of());
  }
}
