package io.github.rustcross.maven.verify.jni;

import io.github.rustcross.catalog.TargetCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses which function was meant for which method, among those that have no other: first those
 * whose class was moved to another package, then those whose names are spelled alike.
 */
final class NearestSymbol {
  // Comparing spellings takes tens of microseconds for each pair.
  private static final long MOST_PAIRS = 5_000;
  private static final Pattern DECORATION = Pattern.compile("@\\d+$");
  private static final Pattern ARGUMENTS = Pattern.compile("__(?![012]).*");

  private final Map<String, NativeMethod> methodsByEnding = new HashMap<>();
  private final Map<String, String> functionsByEnding = new HashMap<>();
  private final List<String> symbols;
  private final List<String> functions;
  private final boolean spelling;

  /**
   * What may have been meant.
   *
   * @param methods the methods without a function
   * @param exports the exported names that are no method's
   */
  NearestSymbol(List<NativeMethod> methods, List<String> exports) {
    String marker = JniNames.FUNCTION_PREFIX.toLowerCase(Locale.ROOT);
    symbols = methods.stream().flatMap(method -> method.symbols().stream().limit(1)).toList();
    functions =
        exports.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(marker)).toList();
    spelling = (long) symbols.size() * functions.size() <= MOST_PAIRS;
    methods.forEach(
        method -> method.ending().ifPresent(ending -> methodsByEnding.putIfAbsent(ending, method)));
    functions.forEach(
        function ->
            endings(function).forEach(ending -> functionsByEnding.putIfAbsent(ending, function)));
  }

  /** The function that may have been meant for a method. */
  Optional<String> function(NativeMethod method) {
    Optional<String> moved = method.ending().map(functionsByEnding::get);
    return moved.or(
        () -> method.symbols().stream().findFirst().flatMap(name -> spelledLike(name, functions)));
  }

  /** The name that a function may have been meant to have. */
  Optional<String> symbol(String function) {
    Optional<String> moved =
        endings(function).stream()
            .map(methodsByEnding::get)
            .filter(Objects::nonNull)
            .flatMap(method -> method.symbols().stream())
            .findFirst();
    return moved.or(() -> spelledLike(function, symbols));
  }

  /** Everything from any underscore on: one of them is the one in front of the class. */
  private static List<String> endings(String function) {
    String stem = ARGUMENTS.matcher(DECORATION.matcher(function).replaceFirst("")).replaceFirst("");
    List<String> endings = new ArrayList<>();
    for (int at = stem.indexOf('_'); at >= 0; at = stem.indexOf('_', at + 1)) {
      endings.add(stem.substring(at));
    }
    return endings;
  }

  private Optional<String> spelledLike(String name, List<String> names) {
    return spelling ? TargetCatalog.nearest(name, names).stream().findFirst() : Optional.empty();
  }
}
