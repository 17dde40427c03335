package io.github.rustcross.maven.verify.jni;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * A native method of a class, and the functions that may be its body (JNI specification, chapter 2,
 * "Resolving Native Method Names").
 *
 * @param className the binary name of its class, {@code org.example.Outer$Inner}
 * @param name its name
 * @param descriptor its arguments and result as class files have them (JVM specification, 4.3.3),
 *     {@code (I[B)V}
 * @param overloaded whether the class has a further native method of its name
 */
public record NativeMethod(String className, String name, String descriptor, boolean overloaded) {
  private static final Pattern DESCRIPTOR =
      Pattern.compile("\\((?:\\[*(?:[BCDFIJSZ]|L[^;]+;))*+\\)(?:V|\\[*(?:[BCDFIJSZ]|L[^;]+;))");

  /**
   * Checks the descriptor.
   *
   * @throws IllegalArgumentException if it is none
   */
  public NativeMethod {
    if (!DESCRIPTOR.matcher(descriptor).matches()) {
      throw new IllegalArgumentException(
          "method %s has the descriptor %s".formatted(name, descriptor));
    }
  }

  /**
   * The function's name without the arguments, for which the JVM looks first.
   *
   * @return empty if the JVM looks for no function: a part of the class's name or the method's
   *     begins with 0 to 3. Such a method can only be registered
   */
  public Optional<String> shortSymbol() {
    return mangledClass()
        .flatMap(
            type -> mangledName().map(method -> JniNames.FUNCTION_PREFIX + type + "_" + method));
  }

  /**
   * The function's name with the arguments, for which the JVM looks afterwards.
   *
   * @return empty if the JVM looks for no such function
   */
  public Optional<String> longSymbol() {
    String arguments = descriptor.substring(1, descriptor.indexOf(')'));
    return shortSymbol()
        .flatMap(symbol -> JniNames.mangle(arguments).map(types -> symbol + "__" + types));
  }

  /**
   * The names of functions that are this method's and no other's.
   *
   * @return in the JVM's order; the long one alone for overloaded methods, of all of which the
   *     short one would be
   */
  public List<String> symbols() {
    return overloaded
        ? longSymbol().stream().toList()
        : Arrays.asList(shortSymbol(), longSymbol()).stream().flatMap(Optional::stream).toList();
  }

  /** How messages call it: {@code org.example.Native.count(java.lang.String, int)}. */
  public String signature() {
    return "%s.%s(%s)"
        .formatted(
            className,
            name,
            Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Type::getClassName)
                .collect(Collectors.joining(", ")));
  }

  /** What a function's name ends in, whatever the package; empty as {@link #shortSymbol}. */
  Optional<String> ending() {
    return mangledClass()
        .map(type -> type.substring(mangledPackageLength()))
        .flatMap(type -> mangledName().map(method -> "_" + type + "_" + method));
  }

  private int mangledPackageLength() {
    int end = className.lastIndexOf('.') + 1;
    return JniNames.mangle(className.substring(0, end).replace('.', '/')).orElse("").length();
  }

  private Optional<String> mangledClass() {
    return JniNames.mangle(className.replace('.', '/'));
  }

  private Optional<String> mangledName() {
    return JniNames.mangle(name);
  }
}
