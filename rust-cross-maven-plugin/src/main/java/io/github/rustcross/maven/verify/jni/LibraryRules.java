package io.github.rustcross.maven.verify.jni;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.verify.Check;
import io.github.rustcross.verify.Check.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is looked at in each library: that there is something for the JVM, and whose it is. */
final class LibraryRules {
  private static final String EXAMPLE = "Java_org_example_Main_run";

  private final List<NativeMethod> methods;
  private final List<NativeMethod> missing;
  private final Set<String> owned;
  private final NearestSymbol nearest;
  private final boolean elsewhere;
  private final Map<String, List<NativeMethod>> shared = new HashMap<>();

  /**
   * The project.
   *
   * @param missing those of the methods that no library has a function for
   * @param owned the names of functions that are some method's
   * @param elsewhere whether a library may do without anything for the JVM, because others have it
   */
  LibraryRules(
      List<NativeMethod> methods,
      List<NativeMethod> missing,
      Set<String> owned,
      NearestSymbol nearest,
      boolean elsewhere) {
    this.methods = methods;
    this.missing = missing;
    this.owned = owned;
    this.nearest = nearest;
    this.elsewhere = elsewhere;
    for (NativeMethod method : methods) {
      if (method.overloaded()) {
        method
            .shortSymbol()
            .ifPresent(
                symbol -> shared.computeIfAbsent(symbol, key -> new ArrayList<>()).add(method));
      }
    }
  }

  List<Check> check(JniLibrary library) {
    List<Check> checks = new ArrayList<>();
    checks.add(anything(library));
    List<String> functions = library.functions();
    if (methods.isEmpty()) {
      if (!functions.isEmpty()) {
        String measured =
            Words.count(functions.size(), "function")
                + ", and no class of the project has native methods to compare them with";
        checks.add(check(Rule.JNI_SYMBOL, measured, "", Outcome.REPORTED, Map.of()));
      }
      return checks;
    }
    List<String> strangers = functions.stream().filter(name -> !owned.contains(name)).toList();
    int fine = functions.size() - strangers.size();
    if (fine > 0) {
      checks.add(
          check(
              Rule.JNI_SYMBOL,
              Words.count(fine, "function"),
              "a native method for each function",
              Outcome.KEPT,
              Map.of()));
    }
    strangers.forEach(function -> checks.add(stranger(function)));
    return checks;
  }

  private Check anything(JniLibrary library) {
    List<String> functions = library.functions();
    List<String> there = new ArrayList<>();
    if (!functions.isEmpty()) {
      there.add(Words.count(functions.size(), "function"));
    }
    if (library.registers()) {
      there.add(JniNames.ON_LOAD);
    }
    if (!there.isEmpty()) {
      return check(
          Rule.JNI_NONE, String.join(", ", there), "something to call", Outcome.KEPT, Map.of());
    }
    if (elsewhere) {
      return check(
          Rule.JNI_NONE,
          "nothing for the JVM: other libraries have or register all native methods",
          "",
          Outcome.REPORTED,
          Map.of());
    }
    Optional<String> inProgram = library.staticOnLoad();
    return check(
        Rule.JNI_NONE,
        inProgram
            .map(name -> name + " alone, which the JVM ignores in a library that is loaded")
            .orElse("nothing that the JVM could call"),
        "Java_… functions or %s, because %s".formatted(JniNames.ON_LOAD, library.reason()),
        Outcome.BROKEN,
        Map.of("example", example()));
  }

  private String example() {
    return missing.stream()
        .flatMap(method -> method.symbols().stream())
        .findFirst()
        .orElse(EXAMPLE);
  }

  private Check stranger(String function) {
    Map<String, String> words = new HashMap<>();
    words.put("symbol", function);
    List<NativeMethod> overloads = shared.getOrDefault(function, List.of());
    if (!overloads.isEmpty()) {
      NativeMethod first = overloads.get(0);
      words.put(
          "nearest",
          "the JVM takes it for every native %s.%s, of which there are %d"
              .formatted(first.className(), first.name(), overloads.size()));
      return check(
          Rule.JNI_SYMBOL,
          "%s is no single method's".formatted(function),
          Words.some(overloads.stream().flatMap(method -> method.longSymbol().stream()).toList()),
          Outcome.BROKEN,
          words);
    }
    words.put(
        "nearest",
        nearest
            .symbol(function)
            .map(symbol -> "the nearest that a method lacks is " + symbol)
            .orElse("no method that lacks its function has a name like it"));
    return check(
        Rule.JNI_SYMBOL,
        function + " is no method's",
        "a native method for each function",
        Outcome.BROKEN,
        words);
  }

  private static Check check(
      Rule rule, String measured, String promised, Outcome outcome, Map<String, String> words) {
    return new Check(rule, "", measured, promised, outcome, words);
  }
}
