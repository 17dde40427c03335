package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the values of one mapping by name and type, and complains of those nobody asked for. */
final class Fields {
  /** YAML 1.1 has more words for it than Java. */
  private static final Set<String> TRUE = Set.of("true", "yes", "on");

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9}){0,4}");

  private final String path;
  private final Mapping mapping;
  private final Tolerance tolerance;

  /** What the mapping says, without the keys that it takes away. */
  private final Map<String, YamlNode> entries;

  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * Wraps a mapping.
   *
   * @param path the keys that lead to it, for messages
   * @param tolerance decides over keys that nobody asks for
   */
  Fields(String path, Mapping mapping, Tolerance tolerance) {
    this.path = path;
    this.mapping = mapping;
    this.tolerance = tolerance;
    this.entries = new LinkedHashMap<>(mapping.entries());
    entries.values().removeIf(ListChange::isNothing);
  }

  /** The same place, with what was filled in. */
  Fields completed(Mapping whole) {
    return new Fields(path, whole, tolerance);
  }

  Origin origin() {
    return mapping.origin();
  }

  String path() {
    return path;
  }

  Mapping node() {
    return mapping;
  }

  boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** Whether a mapping is there, and not what changes a list. */
  boolean isMapping(String key) {
    return value(key).filter(node -> node instanceof Mapping && !ListChange.is(node)).isPresent();
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> missing(key));
  }

  Optional<String> optionalText(String key) {
    return value(key).map(node -> asText(key, node));
  }

  /** A text, also one that YAML takes for a flag, such as {@code off}: as it is written. */
  String textOrFlag(String key) {
    boolean flag =
        value(key)
            .filter(node -> node instanceof Scalar scalar && scalar.type() == ScalarType.BOOLEAN)
            .isPresent();
    return flag ? scalar(key, entries.get(key), ScalarType.BOOLEAN) : text(key);
  }

  /** A version out of numbers with dots between. */
  Optional<String> optionalVersion(String key, String example) {
    return optionalText(key).map(version -> checked(key, version, example));
  }

  /** All entries, which are versions out of numbers with dots between. */
  Map<String, String> versionMap(String example) {
    Map<String, String> versions = new LinkedHashMap<>();
    keys().forEach(key -> versions.put(key, checked(key, text(key), example)));
    return versions;
  }

  private String checked(String key, String version, String example) {
    if (!VERSION.matcher(version).matches()) {
      throw problem(
          key, origin(key), "'%s' is not a version like \"%s\"".formatted(version, example));
    }
    return version;
  }

  Optional<Integer> optionalInteger(String key) {
    return value(key).map(node -> asInteger(key, node));
  }

  int integer(String key) {
    return optionalInteger(key).orElseThrow(() -> missing(key));
  }

  boolean flag(String key, boolean otherwise) {
    return value(key)
        .map(node -> TRUE.contains(scalar(key, node, ScalarType.BOOLEAN).toLowerCase(Locale.ROOT)))
        .orElse(otherwise);
  }

  /** The texts of a list; none where the key is missing. */
  List<String> texts(String key) {
    return items(key).stream().map(node -> asText(key, node)).toList();
  }

  /** The texts of a list; empty where the key is missing, which may mean more than no texts. */
  Optional<List<String>> optionalTexts(String key) {
    return has(key) ? Optional.of(texts(key)) : Optional.empty();
  }

  /** The integers of a list; none where the key is missing. */
  List<Integer> integers(String key) {
    return items(key).stream().map(node -> asInteger(key, node)).toList();
  }

  List<YamlNode> items(String key) {
    Optional<YamlNode> node = value(key);
    if (node.isEmpty()) {
      return List.of();
    }
    return list(key, node.get()).items();
  }

  /** A change of a list that is laid over nothing starts from the empty list. */
  private Sequence list(String key, YamlNode node) {
    if (node instanceof Sequence sequence) {
      return sequence;
    }
    if (ListChange.is(node) || node instanceof Mapping child && !child.entries().isEmpty()) {
      return ListChange.apply(childPath(key), Optional.empty(), node);
    }
    throw wrongType(key, node, "a list");
  }

  Optional<Fields> optionalMapping(String key) {
    return value(key).map(node -> asMapping(key, node));
  }

  Fields mapping(String key) {
    return optionalMapping(key).orElseThrow(() -> missing(key));
  }

  Fields asMapping(String key, YamlNode node) {
    if (node instanceof Mapping child) {
      return new Fields(childPath(key), child, tolerance);
    }
    throw wrongType(key, node, "a mapping");
  }

  /** A mapping from texts to texts; empty where the key is missing. */
  Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    optionalMapping(key)
        .ifPresent(child -> child.keys().forEach(name -> texts.put(name, child.text(name))));
    return texts;
  }

  /** All keys, in the file's order. */
  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /**
   * A word out of an enumeration.
   *
   * @param words what is allowed
   * @param id how a word is written
   */
  <E> E word(String key, List<E> words, Function<E, String> id) {
    return word(key, text(key), origin(key), words, id);
  }

  /** A list of words out of an enumeration; {@code otherwise} where the key is missing. */
  <E> List<E> words(String key, List<E> words, Function<E, String> id, List<E> otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    List<E> found = new ArrayList<>();
    for (YamlNode node : items(key)) {
      found.add(word(key, asText(key, node), node.origin(), words, id));
    }
    return found;
  }

  <E> E word(String key, String text, Origin origin, List<E> words, Function<E, String> id) {
    return words.stream()
        .filter(word -> id.apply(word).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                problem(
                    key,
                    origin,
                    "'%s' is not one of %s".formatted(text, words.stream().map(id).toList())));
  }

  Origin origin(String key) {
    YamlNode node = entries.get(key);
    return node == null ? mapping.origin() : node.origin();
  }

  /** Where a key itself stands. */
  Origin keyOrigin(String key) {
    return mapping.keys().get(key);
  }

  /** Fails if the mapping has a key that nothing asked for and that has to be known. */
  void done() {
    for (String key : entries.keySet()) {
      if (!asked.contains(key)) {
        tolerance.unknownKey(key, childPath(key), keyOrigin(key), asked);
      }
    }
  }

  CatalogException problem(String key, Origin origin, String message) {
    return new CatalogException(new CatalogProblem(origin, childPath(key), message));
  }

  private CatalogException missing(String key) {
    return takenAway(key)
        ? problem(
            key,
            mapping.entries().get(key).origin(),
            "is needed and cannot be taken away; give it another value, or leave it out here")
        : problem(key, mapping.origin(), "is missing");
  }

  private boolean takenAway(String key) {
    return mapping.entries().containsKey(key) && !entries.containsKey(key);
  }

  private CatalogException wrongType(String key, YamlNode node, String expected) {
    return problem(key, node.origin(), "expected " + expected + ", found " + node.kind());
  }

  private Optional<YamlNode> value(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  private int asInteger(String key, YamlNode node) {
    try {
      return Integer.decode(scalar(key, node, ScalarType.INTEGER));
    } catch (NumberFormatException e) {
      throw problem(key, node.origin(), "not an integer that fits into 32 bits");
    }
  }

  private String asText(String key, YamlNode node) {
    return scalar(key, node, ScalarType.TEXT);
  }

  private String scalar(String key, YamlNode node, ScalarType type) {
    if (node instanceof Scalar scalar && scalar.type() == type) {
      return scalar.text();
    }
    throw wrongType(key, node, type.description());
  }

  private String childPath(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
