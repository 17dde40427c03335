package io.github.rustcross.maven.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.catalog.Avoidance;
import io.github.rustcross.maven.rust.JsonTexts;
import io.github.rustcross.maven.rust.Manifest;
import io.github.rustcross.maven.rust.Manifest.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes lines of a Cargo.toml that keep what the user has said and change what has to change. */
final class CargoLines {
  private static final String FEATURES = "features";
  private static final String DEFAULT_FEATURES = "default-features";
  private static final String MISSPELLED = "feature";

  private CargoLines() {}

  /** The entry with {@code features} for {@code feature}. */
  static String corrected(Entry entry) {
    Set<String> features = new LinkedHashSet<>(entry.features());
    JsonNode misspelled = entry.values().get(MISSPELLED);
    features.addAll(misspelled.isArray() ? JsonTexts.of(misspelled) : List.of(misspelled.asText()));
    return line(entry, entry.defaultFeatures(), List.copyOf(features));
  }

  /** The entry with one feature more. */
  static String with(Entry entry, String feature) {
    Set<String> features = new LinkedHashSet<>(entry.features());
    features.add(feature);
    return line(entry, entry.defaultFeatures(), List.copyOf(features));
  }

  /**
   * The entry without what pulls another crate in.
   *
   * @param crate the manifest of the crate that is asked for, for its default features
   */
  static String without(Entry entry, Avoidance avoidance, Optional<Manifest> crate) {
    List<String> asked = new ArrayList<>();
    boolean defaults = entry.defaultFeatures();
    if (defaults && !avoidance.defaultFeatures()) {
      crate.map(Manifest::defaultFeatures).ifPresent(asked::addAll);
      defaults = false;
    }
    asked.addAll(entry.features());
    return line(entry, defaults, avoidance.applied(asked));
  }

  /** A new entry for a crate of that version. */
  static String added(String crate, String version, String feature) {
    String[] numbers = version.split("[.+-]");
    String compatible =
        numbers[0].equals("0") && numbers.length > 1 ? "0." + numbers[1] : numbers[0];
    return "%s = { version = %s, features = %s }"
        .formatted(crate, Toml.string(compatible), list(List.of(feature)));
  }

  private static String line(Entry entry, boolean defaults, List<String> features) {
    Map<String, String> values = new LinkedHashMap<>();
    entry.values().forEach((key, value) -> values.put(key, value(value)));
    values.remove(MISSPELLED);
    values.remove("default_features");
    values.remove(DEFAULT_FEATURES);
    values.remove(FEATURES);
    if (!defaults) {
      values.put(DEFAULT_FEATURES, "false");
    }
    if (!features.isEmpty()) {
      values.put(FEATURES, list(features));
    }
    return Toml.key(entry.name())
        + values.entrySet().stream()
            .map(value -> value.getKey() + " = " + value.getValue())
            .collect(Collectors.joining(", ", " = { ", " }"));
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(CargoLines::value)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value.isTextual() ? Toml.string(value.asText()) : value.asText();
  }

  private static String list(List<String> values) {
    return values.stream().map(Toml::string).collect(Collectors.joining(", ", "[", "]"));
  }
}
