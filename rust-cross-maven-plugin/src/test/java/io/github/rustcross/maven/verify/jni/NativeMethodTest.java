package io.github.rustcross.maven.verify.jni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A native method")
class NativeMethodTest {
  private static final String MANY =
      """
      package org.example.under_score;

      public class Many {
        native void plain();
        native int with_underscore();
        native int _leading();
        native int trailing_();
        native int two__underscores();
        native int _1digit();
        native int digits0123();
        native int $dollar();
        native int größe();
        native int 漢字();
        native int \uD835\uDC9Ccript();
        private static native synchronized long hidden(String text);
        final native void oneOfTwo(int number);
        void oneOfTwo(String text) {}

        native void same();
        native void same(int number);
        native void same(int[] numbers, String[][] texts);
        native void same(boolean a, byte b, char c, short d, int e, long f, float g, double h);
        native void same(Many many, Inner inner, In_ner._0deep deep);
        native void same(java.util.Map<String, ? extends Number> generic);
        native <T extends Comparable<T>> T same(T generic, Object[] rest);

        class Inner {
          native void call(Inner[] others);
        }

        static class In_ner {
          interface Functions {}

          static class _0deep {
            native Functions call();
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  @DisplayName("has the function's name that javac writes into C headers, whatever its own name is")
  void asJavac() throws IOException {
    Path classes =
        Javac.compile(
            folder,
            MANY,
            "class NoPackage { native void call(); native void call(NoPackage[] many); }",
            "package _1.a_b.$c; class D_ { native int _2(_1.a_b.$c.D_ of); }",
            "package org.example; enum Kind { ONE; static native Kind of(String id); }");

    List<NativeMethod> methods = NativeMethods.in(List.of(classes)).methods();

    Set<String> symbols =
        methods.stream()
            .map(method -> method.symbols().get(0))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(methods).hasSize(26);
    assertThat(symbols).hasSize(methods.size()).isEqualTo(Javac.functions(folder));
    assertThat(symbols)
        .contains(
            "Java_NoPackage_call__",
            "Java_NoPackage_call___3LNoPackage_2",
            "Java__11_a_1b__00024c_D_1__12",
            "Java_org_example_under_1score_Many_gr_000f6_000dfe",
            "Java_org_example_under_1score_Many__0d835_0dc9ccript",
            "Java_org_example_under_1score_Many_00024In_1ner_00024_10deep_call");
  }

  @Test
  @DisplayName("of a local class, for which javac writes no header, has a function too")
  void localClasses() throws IOException {
    Path classes =
        Javac.compile(
            folder,
            """
            class Outer {
              Object local() {
                class Local { native void call(); }
                return new Local() { native void call(int number); };
              }
            }
            """);

    assertThat(NativeMethods.in(List.of(classes)).methods())
        .extracting(method -> method.shortSymbol().orElseThrow())
        .containsExactly("Java_Outer_000241_call", "Java_Outer_000241Local_call");
    assertThat(Javac.functions(folder)).isEmpty();
  }

  @Test
  @DisplayName("that is alone of its name may have the short or the long one")
  void shortAndLong() {
    NativeMethod count = new NativeMethod("org.example.Native", "count", "([BI)J", false);

    assertThat(count.shortSymbol()).hasValue("Java_org_example_Native_count");
    assertThat(count.longSymbol()).hasValue("Java_org_example_Native_count___3BI");
    assertThat(count.symbols())
        .containsExactly("Java_org_example_Native_count", "Java_org_example_Native_count___3BI");
    assertThat(count.signature()).isEqualTo("org.example.Native.count(byte[], int)");
  }

  @Test
  @DisplayName("that has native namesakes needs the long one")
  void overloaded() {
    NativeMethod count = new NativeMethod("a.B$C", "count", "(Ljava/lang/String;)V", true);

    assertThat(count.shortSymbol()).hasValue("Java_a_B_00024C_count");
    assertThat(count.symbols()).containsExactly("Java_a_B_00024C_count__Ljava_lang_String_2");
    assertThat(count.signature()).isEqualTo("a.B$C.count(java.lang.String)");
  }

  @Test
  @DisplayName("may be of a class whose name has letters beyond ASCII")
  void foreignClass() {
    assertThat(new NativeMethod("org.größe.Maß", "a", "(Lorg/größe/Maß;)V", true).symbols())
        .containsExactly("Java_org_gr_000f6_000dfe_Ma_000df_a__Lorg_gr_000f6_000dfe_Ma_000df_2");
  }

  @Test
  @DisplayName("has no function if another language gave it a name that looks like an escape")
  void looksLikeAnEscape() {
    assertThat(new NativeMethod("a.B", "1st", "()V", false).symbols()).isEmpty();
    assertThat(new NativeMethod("a.0.B", "first", "()V", false).symbols()).isEmpty();
    assertThat(new NativeMethod("a.B", "first", "(La/3D;)V", false).symbols())
        .containsExactly("Java_a_B_first");
    assertThat(new NativeMethod("a.B", "4th", "()V", false).symbols())
        .containsExactly("Java_a_B_4th", "Java_a_B_4th__");
    assertThat(new NativeMethod("a.B", "inline-1", "()V", false).shortSymbol())
        .hasValue("Java_a_B_inline_0002d1");
  }

  @Test
  @DisplayName("of a damaged class is refused")
  void damaged() {
    assertThatThrownBy(() -> new NativeMethod("a.B", "c", "(La/B)V", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("method c has the descriptor (La/B)V");
  }
}
