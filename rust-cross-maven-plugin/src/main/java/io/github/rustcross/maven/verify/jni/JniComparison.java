package io.github.rustcross.maven.verify.jni;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Check.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The native methods of a project against the functions that its libraries have for one target.
 *
 * @param methods what came of the methods, for all libraries together; empty if there are no
 *     methods, no libraries, or none that has anything for the JVM
 * @param libraries what came of each library, by its file
 */
public record JniComparison(List<Check> methods, Map<String, List<Check>> libraries) {
  /** Copies the collections. */
  public JniComparison {
    methods = List.copyOf(methods);
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  /**
   * Compares them.
   *
   * @param methods those of the project; where it has none, the classes are elsewhere, and
   *     functions are reported only
   * @param libraries those for one target that are for the JVM
   */
  public static JniComparison of(List<NativeMethod> methods, List<JniLibrary> libraries) {
    Set<String> exported = new HashSet<>();
    libraries.forEach(library -> exported.addAll(library.exports()));
    List<NativeMethod> missing =
        methods.stream().filter(method -> !isServed(method, exported)).toList();
    Set<String> owned =
        methods.stream().flatMap(method -> method.symbols().stream()).collect(Collectors.toSet());
    NearestSymbol nearest =
        new NearestSymbol(
            missing, exported.stream().filter(name -> !owned.contains(name)).sorted().toList());
    boolean elsewhere =
        !methods.isEmpty()
            && (missing.isEmpty() || libraries.stream().anyMatch(JniLibrary::registers));
    LibraryRules rules = new LibraryRules(methods, missing, owned, nearest, elsewhere);
    Map<String, List<Check>> byFile = new LinkedHashMap<>();
    libraries.forEach(library -> byFile.put(library.file(), rules.check(library)));
    boolean anything =
        libraries.stream()
            .anyMatch(library -> library.registers() || !library.functions().isEmpty());
    // Where there is nothing at all, each library's own finding says so once.
    List<Check> ofMethods =
        anything ? methods(methods, missing, exported, libraries, nearest) : List.of();
    return new JniComparison(ofMethods, byFile);
  }

  private static boolean isServed(NativeMethod method, Set<String> exported) {
    return method.symbols().stream().anyMatch(exported::contains);
  }

  private static List<Check> methods(
      List<NativeMethod> methods,
      List<NativeMethod> missing,
      Set<String> exported,
      List<JniLibrary> libraries,
      NearestSymbol nearest) {
    List<Check> checks = new ArrayList<>();
    int served = methods.size() - missing.size();
    if (served > 0) {
      long functions =
          methods.stream()
              .flatMap(method -> method.symbols().stream())
              .filter(exported::contains)
              .distinct()
              .count();
      String measured =
          "%s, %s"
              .formatted(Words.count(served, "native method"), Words.count(functions, "function"));
      checks.add(
          new Check(
              Rule.JNI_METHOD,
              "",
              measured,
              "a function for each native method",
              Outcome.KEPT,
              Map.of()));
    }
    List<String> registering =
        libraries.stream().filter(JniLibrary::registers).map(JniLibrary::file).toList();
    if (!missing.isEmpty() && !registering.isEmpty()) {
      String measured =
          "%s without a function, presumably registered at run time by %s of %s: %s"
              .formatted(
                  Words.count(missing.size(), "native method"),
                  JniNames.ON_LOAD,
                  String.join(", ", registering),
                  Words.some(missing.stream().map(NativeMethod::signature).toList()));
      checks.add(new Check(Rule.JNI_METHOD, "", measured, "", Outcome.REPORTED, Map.of()));
    } else {
      missing.forEach(method -> checks.add(missing(method, exported, nearest)));
    }
    return checks;
  }

  private static Check missing(NativeMethod method, Set<String> exported, NearestSymbol nearest) {
    Map<String, String> words = new HashMap<>();
    words.put("method", method.signature());
    words.put("symbol", method.symbols().stream().findFirst().orElse(JniNames.ON_LOAD));
    words.put(
        "nearest",
        nearest
            .function(method)
            .map(name -> nearest(words.get("symbol"), name))
            .orElse("nothing else that is exported is like it"));
    String measured = "no function for " + method.signature();
    String promised = words.get("symbol");
    String shared = method.shortSymbol().orElse("");
    if (method.symbols().isEmpty()) {
      promised = "registered by " + JniNames.ON_LOAD;
      words.put(
          "nearest", "a name with a part that begins with 0 to 3 can only be registered, by it");
    } else if (method.overloaded()) {
      promised +=
          "; %s would be taken for every native %s.%s"
              .formatted(shared, method.className(), method.name());
      measured += exported.contains(shared) ? " alone" : "";
    }
    return new Check(Rule.JNI_METHOD, "", measured, promised, Outcome.BROKEN, words);
  }

  private static String nearest(String symbol, String exported) {
    return exported.startsWith(symbol + "@")
        ? "%s is exported, but only %s or _%s would be found".formatted(exported, symbol, exported)
        : "the nearest exported name is " + exported;
  }
}
