package io.github.rustcross.maven.verify.jni;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A library is for the JVM")
class JniLibraryTest {
  private static final List<NativeMethod> METHODS =
      List.of(new NativeMethod("a.B", "c", "(J)V", false));

  @Test
  @DisplayName("if it exports functions for it")
  void exports() {
    assertThat(reason(List.of("other", "Java_a_B_c"), List.of(), List.of()))
        .hasValue("it exports Java_a_B_c");
    assertThat(reason(List.of("JNI_OnLoad"), METHODS, List.of("jni")))
        .hasValue("it exports JNI_OnLoad");
    assertThat(reason(List.of("JNI_OnUnload"), List.of(), List.of()))
        .hasValue("it exports JNI_OnUnload");
    assertThat(reason(List.of("JNI_OnLoad_codec"), List.of(), List.of()))
        .hasValue("it exports JNI_OnLoad_codec");
  }

  @Test
  @DisplayName("if classes of the project have native methods")
  void methods() {
    assertThat(reason(List.of("other"), METHODS, List.of("jni")))
        .hasValue("a.B.c(long) is a native method of the project");
  }

  @Test
  @DisplayName("if its crate depends on a crate that is for the JVM")
  void crates() {
    assertThat(reason(List.of(), List.of(), List.of("robusta_jni", "jni")))
        .hasValue("its crate depends on jni");
  }

  @Test
  @DisplayName("for no other reason")
  void none() {
    assertThat(
            reason(
                List.of("other", "JNI_CreateJavaVM", "JavaCritical_a_B_c", "my_Java_a_B_c"),
                List.of(),
                List.of()))
        .isEmpty();
  }

  private static Optional<String> reason(
      List<String> exports, List<NativeMethod> methods, List<String> crates) {
    return JniLibrary.of("lib.so", exports, methods, crates).map(JniLibrary::reason);
  }
}
