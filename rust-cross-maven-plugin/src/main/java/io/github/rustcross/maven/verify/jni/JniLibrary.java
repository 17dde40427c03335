package io.github.rustcross.maven.verify.jni;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A library that the JVM is meant to load.
 *
 * @param file its name, for messages
 * @param exports the names that it exports, as {@link JniExports} tells them
 * @param reason why it is thought to be for the JVM: the rest of a sentence that begins with
 *     "because"
 */
public record JniLibrary(String file, List<String> exports, String reason) {
  private static final String NATIVE_INTERFACE = "JNI_On";

  /** Copies the list. */
  public JniLibrary {
    exports = List.copyOf(exports);
  }

  /**
   * Decides whether a library is for the JVM: it exports functions for it, or classes of the
   * project have native methods, or its crate's graph has a crate that is for the JVM.
   *
   * @param file its name, for messages
   * @param exports the names that it exports
   * @param methods the project's native methods
   * @param jvmCrates those crates of its graph that are known to be for the JVM
   * @return empty if nothing speaks for it
   */
  public static Optional<JniLibrary> of(
      String file, List<String> exports, List<NativeMethod> methods, Collection<String> jvmCrates) {
    Optional<String> own =
        exports.stream()
            .filter(
                name ->
                    name.startsWith(JniNames.FUNCTION_PREFIX) || name.startsWith(NATIVE_INTERFACE))
            .findFirst()
            .map(name -> "it exports " + name);
    Optional<String> reason =
        own.or(
                () ->
                    methods.stream()
                        .findFirst()
                        .map(method -> method.signature() + " is a native method of the project"))
            .or(
                () ->
                    jvmCrates.stream()
                        .sorted()
                        .findFirst()
                        .map(crate -> "its crate depends on " + crate));
    return reason.map(text -> new JniLibrary(file, exports, text));
  }

  /** The functions that are, by their names, bodies of native methods. */
  List<String> functions() {
    return exports.stream().filter(name -> name.startsWith(JniNames.FUNCTION_PREFIX)).toList();
  }

  /** Whether it has a function that the JVM calls when it is loaded, and that may register more. */
  boolean registers() {
    return exports.contains(JniNames.ON_LOAD);
  }

  /**
   * The function that the JVM would call if the library were part of a program, and ignores where
   * the library is loaded (JNI specification, chapter 5, "JNI_OnLoad_L").
   */
  Optional<String> staticOnLoad() {
    return exports.stream().filter(name -> name.startsWith(JniNames.ON_LOAD + "_")).findFirst();
  }
}
