package io.github.rustcross.maven.verify.jni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.RuleLevel;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Finding;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Native methods and functions")
class JniComparisonTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final NativeMethod OPEN = method("org.example.Codec", "open", "()J");
  private static final NativeMethod CLOSE = method("org.example.Codec", "close", "(J)V");
  private static final NativeMethod OF_TEXT =
      new NativeMethod("org.example.Codec", "encode", "(Ljava/lang/String;)[B", true);
  private static final NativeMethod OF_BYTES =
      new NativeMethod("org.example.Codec", "encode", "([B)[B", true);

  private static final String JAVA_OPEN = "Java_org_example_Codec_open";
  private static final String JAVA_CLOSE = "Java_org_example_Codec_close";

  @Test
  @DisplayName("that belong together are counted")
  void good() {
    JniComparison comparison =
        compare(
            List.of(OPEN, CLOSE, OF_TEXT, OF_BYTES),
            library(
                "libcodec.so",
                JAVA_OPEN,
                "Java_org_example_Codec_close__J",
                "Java_org_example_Codec_encode__Ljava_lang_String_2",
                "Java_org_example_Codec_encode___3B",
                "JavaCritical_org_example_Codec_close",
                "JNI_OnUnload",
                "codec_version"));

    assertThat(lines(comparison))
        .containsExactly(
            "methods: kept jni-method: 4 native methods, 4 functions",
            "libcodec.so: kept jni-none: 4 functions",
            "libcodec.so: kept jni-symbol: 4 functions");
    assertThat(findings(comparison)).isEmpty();
  }

  @Test
  @DisplayName("may be spread over several libraries")
  void severalLibraries() {
    JniComparison comparison =
        compare(
            List.of(OPEN, CLOSE),
            library("liba.so", JAVA_OPEN),
            library("libb.so", JAVA_CLOSE),
            library("libc.so", "c_version"));

    assertThat(lines(comparison))
        .containsExactly(
            "methods: kept jni-method: 2 native methods, 2 functions",
            "liba.so: kept jni-none: 1 function",
            "liba.so: kept jni-symbol: 1 function",
            "libb.so: kept jni-none: 1 function",
            "libb.so: kept jni-symbol: 1 function",
            "libc.so: reported jni-none: nothing for the JVM: other libraries have or register all"
                + " native methods");
  }

  @Test
  @DisplayName("are told with the likely typo where one of them has no other")
  void typo() {
    JniComparison comparison =
        compare(List.of(OPEN, CLOSE), library("libcodec.so", JAVA_OPEN, JAVA_CLOSE + "d"));

    assertThat(lines(comparison))
        .contains(
            "methods: kept jni-method: 1 native method, 1 function",
            "libcodec.so: kept jni-symbol: 1 function");
    assertThat(findings(comparison))
        .containsExactly(
            "libcodec.so: jni-method: no function for org.example.Codec.close(long); promised is"
                + " Java_org_example_Codec_close"
                + " | The JVM looks for Java_org_example_Codec_close when"
                + " org.example.Codec.close(long) is called first, and throws"
                + " UnsatisfiedLinkError; the nearest exported name is"
                + " Java_org_example_Codec_closed."
                + " | Export it: #[unsafe(no_mangle)] pub extern \"system\" fn"
                + " Java_org_example_Codec_close(…); or take the native method out; where"
                + " another library has it, -Drust.verify.rules=jni-method=off",
            "libcodec.so: jni-symbol: Java_org_example_Codec_closed is no method's; promised is a"
                + " native method for each function"
                + " | No class has the native method that Java_org_example_Codec_closed belongs"
                + " to: it was renamed, moved or never compiled; the nearest that a method lacks is"
                + " Java_org_example_Codec_close."
                + " | Give it the name of a method's function, or take it out; where its class is"
                + " in another module, -Drust.verify.rules=jni-symbol=off");
  }

  @Test
  @DisplayName("are recognized after a move to another package")
  void moved() {
    NativeMethod moved = method("io.github.somebody.codec.Codec", "open", "()J");
    NativeMethod removed = method("io.github.somebody.codec.Stream", "read_all", "()J");

    JniComparison comparison =
        compare(List.of(moved, removed), library("libcodec.so", JAVA_CLOSE, JAVA_OPEN));

    assertThat(words(comparison, "nearest"))
        .containsExactly(
            "the nearest exported name is Java_org_example_Codec_open",
            "nothing else that is exported is like it",
            "no method that lacks its function has a name like it",
            "the nearest that a method lacks is Java_io_github_somebody_codec_Codec_open");
  }

  @Test
  @DisplayName("are recognized by class and name where the arguments differ")
  void otherArguments() {
    assertThat(
            words(
                compare(
                    List.of(OF_BYTES, OF_TEXT),
                    library("libcodec.so", "Java_org_example_Codec_encode___3C")),
                "nearest"))
        .containsExactly(
            "the nearest exported name is Java_org_example_Codec_encode___3C",
            "the nearest exported name is Java_org_example_Codec_encode___3C",
            "the nearest that a method lacks is Java_org_example_Codec_encode___3B");
  }

  @Test
  @DisplayName("of which many have namesakes are told with both names")
  void overloaded() {
    JniComparison comparison =
        compare(
            List.of(OF_BYTES, OF_TEXT),
            library(
                "libcodec.so",
                "Java_org_example_Codec_encode",
                "Java_org_example_Codec_encode___3B"));

    assertThat(findings(comparison))
        .extracting(line -> line.substring(0, line.lastIndexOf(" | ")))
        .containsExactly(
            "libcodec.so: jni-method: no function for org.example.Codec.encode(java.lang.String)"
                + " alone; promised is Java_org_example_Codec_encode__Ljava_lang_String_2;"
                + " Java_org_example_Codec_encode would be taken for every native"
                + " org.example.Codec.encode"
                + " | The JVM looks for Java_org_example_Codec_encode__Ljava_lang_String_2 when"
                + " org.example.Codec.encode(java.lang.String) is called first, and throws"
                + " UnsatisfiedLinkError; the nearest exported name is"
                + " Java_org_example_Codec_encode.",
            "libcodec.so: jni-symbol: Java_org_example_Codec_encode is no single method's; promised"
                + " is Java_org_example_Codec_encode___3B,"
                + " Java_org_example_Codec_encode__Ljava_lang_String_2"
                + " | No class has the native method that Java_org_example_Codec_encode belongs"
                + " to: it was renamed, moved or never compiled; the JVM takes it for every native"
                + " org.example.Codec.encode, of which there are 2.");
  }

  @Test
  @DisplayName("are presumably registered where JNI_OnLoad is there")
  void registered() {
    List<NativeMethod> many = new ArrayList<>(List.of(OPEN));
    Stream.of("a", "b", "c", "d", "e", "f").map(n -> method("X", n, "()V")).forEach(many::add);

    JniComparison comparison =
        compare(many, library("libcodec.so", "JNI_OnLoad", JAVA_OPEN), library("other.so", "x"));

    assertThat(lines(comparison))
        .containsExactly(
            "methods: kept jni-method: 1 native method, 1 function",
            "methods: reported jni-method: 6 native methods without a function, presumably"
                + " registered at run time by JNI_OnLoad of libcodec.so:"
                + " X.a(), X.b(), X.c(), X.d(), X.e() and 1 more",
            "libcodec.so: kept jni-none: 1 function, JNI_OnLoad",
            "libcodec.so: kept jni-symbol: 1 function",
            "other.so: reported jni-none: nothing for the JVM: other libraries have or register all"
                + " native methods");
  }

  @Test
  @DisplayName("are told once where a library has nothing at all")
  void nothing() {
    JniComparison comparison =
        compare(List.of(OPEN, CLOSE), library("libcodec.so", "codec_version", "java_open"));

    assertThat(findings(comparison))
        .containsExactly(
            "libcodec.so: jni-none: nothing that the JVM could call; promised is Java_… functions"
                + " or JNI_OnLoad, because org.example.Codec.open() is a native method of the"
                + " project"
                + " | The functions are not exported: #[no_mangle] or pub extern \"system\" is"
                + " missing, or they are in a crate that nothing refers to."
                + " | Write #[unsafe(no_mangle)] pub extern \"system\" fn"
                + " Java_org_example_Codec_open(…), or export JNI_OnLoad; where it is not"
                + " for JNI, -Drust.verify.rules=jni-none=off");
  }

  @Test
  @DisplayName("cannot be compared where the project has no native methods: it is said so")
  void classesElsewhere() {
    JniLibrary codec = library("libcodec.so", JAVA_OPEN, JAVA_CLOSE);
    JniLibrary empty =
        JniLibrary.of("libempty.so", List.of(), List.of(), List.of("jni")).orElseThrow();

    JniComparison comparison = JniComparison.of(List.of(), List.of(codec, empty));

    assertThat(lines(comparison))
        .containsExactly(
            "libcodec.so: kept jni-none: 2 functions",
            "libcodec.so: reported jni-symbol: 2 functions, and no class of the project has native"
                + " methods to compare them with",
            "libempty.so: broken jni-none: nothing that the JVM could call");
    assertThat(findings(comparison))
        .singleElement()
        .asString()
        .contains("promised is Java_… functions or JNI_OnLoad, because its crate depends on jni")
        .contains("fn Java_org_example_Main_run(…)");
  }

  @Test
  @DisplayName("are not called by what only a statically linked library's JNI_OnLoad is named")
  void staticOnLoad() {
    assertThat(lines(compare(List.of(), library("libcodec.so", "JNI_OnLoad_codec"))))
        .containsExactly(
            "libcodec.so: broken jni-none: JNI_OnLoad_codec alone, which the JVM ignores in a"
                + " library that is loaded");
  }

  @Test
  @DisplayName("do not find each other by a name of i386 that MinGW's linkers made")
  void decorated() {
    JniComparison comparison = compare(List.of(OPEN), library("codec.dll", JAVA_OPEN + "@8"));

    assertThat(words(comparison, "nearest"))
        .containsExactly(
            "Java_org_example_Codec_open@8 is exported, but only Java_org_example_Codec_open or"
                + " _Java_org_example_Codec_open@8 would be found",
            "the nearest that a method lacks is Java_org_example_Codec_open");
  }

  @Test
  @DisplayName("cannot find each other where a method's name looks like an escape")
  void onlyRegistered() {
    JniComparison comparison =
        compare(List.of(OPEN, method("a.B", "1st", "()V")), library("codec.dll", JAVA_OPEN));

    assertThat(findings(comparison))
        .singleElement()
        .asString()
        .startsWith(
            "codec.dll: jni-method: no function for a.B.1st(); promised is registered by JNI_OnLoad"
                + " | The JVM looks for JNI_OnLoad when a.B.1st() is called first, and throws"
                + " UnsatisfiedLinkError; a name with a part that begins with 0 to 3 can only be"
                + " registered, by it.");
  }

  @Test
  @Timeout(10)
  @DisplayName("are compared quickly, however many have no other")
  void many() {
    List<NativeMethod> methods = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      methods.add(method("org.example.before.Class" + i, "call" + i, "()V"));
      functions.add("Java_io_github_somebody_after_Type" + i + "_run" + i);
    }

    assertThat(findings(compare(methods, library("lib.so", functions.toArray(String[]::new)))))
        .hasSize(6000);
  }

  @Test
  @DisplayName("of the JDK that runs this have each other")
  void jdk() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    Path zip =
        Stream.of("lib", "bin")
            .map(folder -> home.resolve(folder).resolve(System.mapLibraryName("zip")))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    List<NativeMethod> methods =
        NativeMethods.in(List.of(Path.of(URI.create("jrt:/java.base/java/util/zip")))).methods();

    List<String> exports = JniExports.of(BinaryInspector.details(zip));
    JniComparison comparison = compare(methods, library("zip", exports.toArray(String[]::new)));

    assertThat(methods).hasSizeGreaterThan(20);
    assertThat(findings(comparison)).isEmpty();
    assertThat(lines(comparison))
        .contains(
            "methods: kept jni-method: %1$d native methods, %1$d functions"
                .formatted(methods.size()));
  }

  private static NativeMethod method(String className, String name, String descriptor) {
    return new NativeMethod(className, name, descriptor, false);
  }

  private static JniLibrary library(String file, String... exports) {
    return new JniLibrary(
        file, List.of(exports), OPEN.signature() + " is a native method of the project");
  }

  private static JniComparison compare(List<NativeMethod> methods, JniLibrary... libraries) {
    return JniComparison.of(methods, List.of(libraries));
  }

  private static List<String> lines(JniComparison comparison) {
    List<String> lines = new ArrayList<>();
    comparison.methods().forEach(check -> lines.add(line("methods", check)));
    comparison
        .libraries()
        .forEach((file, checks) -> checks.forEach(check -> lines.add(line(file, check))));
    return lines;
  }

  private static String line(String what, Check check) {
    return "%s: %s %s: %s"
        .formatted(what, check.outcome().id(), check.rule().id(), check.measured());
  }

  private static List<Check> broken(JniComparison comparison) {
    return Stream.concat(
            comparison.methods().stream(),
            comparison.libraries().values().stream().flatMap(List::stream))
        .filter(Check::isBroken)
        .toList();
  }

  private static List<String> words(JniComparison comparison, String word) {
    return broken(comparison).stream().map(check -> check.words().get(word)).toList();
  }

  private static List<String> findings(JniComparison comparison) {
    String file = comparison.libraries().keySet().iterator().next();
    return broken(comparison).stream()
        .map(
            check ->
                Finding.of(
                    check, CATALOG.rules().get(check.rule()), RuleLevel.STRICT, file, "triple"))
        .map(finding -> finding.message() + " | " + finding.cause() + " | " + finding.fix())
        .toList();
  }
}
