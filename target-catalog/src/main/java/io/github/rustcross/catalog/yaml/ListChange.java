package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.YamlNode.Changes;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done to the list below, in the place of a list of its own: {@code { remove: […], prepend:
 * […], append: […] }}. Items are removed first, whatever the order of the keys. A text or a number
 * removes all items that are equal; a mapping removes all that have its keys with its values.
 */
final class ListChange {
  private static final String REMOVE = "remove";
  private static final String PREPEND = "prepend";
  private static final String APPEND = "append";
  private static final List<String> WORDS = List.of(APPEND, PREPEND, REMOVE);
  private static final Sequence NOTHING = new Sequence(List.of(), Origin.of(""));

  private final String path;
  private final NodeMatch match = new NodeMatch();
  private final List<CatalogProblem> problems = new ArrayList<>();

  private ListChange(String path) {
    this.path = path;
  }

  /** Whether a value changes a list; a mapping of any other kind has no lists under these words. */
  static boolean is(YamlNode node) {
    return node instanceof Changes
        || node instanceof Mapping mapping
            && WORDS.containsAll(mapping.entries().keySet())
            && mapping.entries().values().stream().anyMatch(Sequence.class::isInstance)
            && mapping.entries().values().stream()
                .allMatch(value -> value instanceof Sequence || isNothing(value));
  }

  static boolean isNothing(YamlNode node) {
    return node instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
  }

  /** One change after the other; the second may be laid over nothing but the first. */
  static Changes over(YamlNode below, YamlNode above) {
    return new Changes(Stream.concat(steps(below), steps(above)).toList());
  }

  /**
   * The list that comes out.
   *
   * @param path the list's keys, for messages
   * @param below the list that is changed; none where there was nothing
   * @throws CatalogException with all that is wrong, such as items that are not there
   */
  static Sequence apply(String path, Optional<Sequence> below, YamlNode change) {
    ListChange changer = new ListChange(path);
    Sequence list = below.orElse(NOTHING);
    for (Mapping step : steps(change).toList()) {
      list = changer.apply(list, step);
    }
    if (!changer.problems.isEmpty()) {
      throw new CatalogException(changer.problems);
    }
    return list;
  }

  private static Stream<Mapping> steps(YamlNode change) {
    return change instanceof Changes changes
        ? changes.steps().stream()
        : Stream.of((Mapping) change);
  }

  private Sequence apply(Sequence list, Mapping step) {
    step.keys().forEach(this::known);
    List<YamlNode> patterns = items(step, REMOVE);
    patterns.forEach(pattern -> removes(list, pattern));
    Stream<YamlNode> kept =
        list.items().stream()
            .filter(item -> patterns.stream().noneMatch(pattern -> match.fits(pattern, item)));
    return new Sequence(
        Stream.of(items(step, PREPEND).stream(), kept, items(step, APPEND).stream())
            .flatMap(items -> items)
            .toList(),
        step.origin());
  }

  private void known(String key, Origin origin) {
    if (!WORDS.contains(key)) {
      List<String> nearest = TargetCatalog.nearest(key, WORDS);
      problem(
          origin,
          "." + key,
          nearest.isEmpty()
              ? "expected a list, or a mapping of %s".formatted(String.join(", ", WORDS))
              : "unknown key; did you mean '%s'?".formatted(nearest.get(0)));
    }
  }

  private List<YamlNode> items(Mapping step, String word) {
    YamlNode value = step.entries().get(word);
    if (value == null || isNothing(value)) {
      return List.of();
    }
    if (value instanceof Sequence sequence) {
      return sequence.items();
    }
    problem(value.origin(), "." + word, "expected a list, found " + value.kind());
    return List.of();
  }

  private void removes(Sequence list, YamlNode pattern) {
    if (pattern instanceof Mapping mapping && mapping.entries().isEmpty()) {
      problem(pattern.origin(), ".remove", "{} fits every item; for an empty list write []");
    } else if (list.items().stream().noneMatch(item -> match.fits(pattern, item))) {
      problem(pattern.origin(), ".remove", missing(list, pattern));
    }
  }

  private static String missing(Sequence list, YamlNode pattern) {
    if (list.items().isEmpty()) {
      return "there is nothing to remove %s from".formatted(shown(pattern));
    }
    String what = "the list at %s has no %s".formatted(list.origin(), shown(pattern));
    if (!(pattern instanceof Scalar text)) {
      return what;
    }
    if (list.items().get(0) instanceof Mapping first) {
      return "%s: its items are mappings, write { %s: %s }"
          .formatted(
              what, first.entries().keySet().stream().findFirst().orElse("key"), text.text());
    }
    List<String> nearest =
        TargetCatalog.nearest(
            text.text(),
            list.items().stream()
                .filter(Scalar.class::isInstance)
                .map(item -> ((Scalar) item).text())
                .toList());
    return nearest.isEmpty() ? what : "%s; did you mean '%s'?".formatted(what, nearest.get(0));
  }

  /** Short enough for a message, however deep it is. */
  private static String shown(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return "'" + scalar.text() + "'";
    }
    if (node instanceof Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(ListChange::shown)
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return "such " + node.kind().replaceFirst("an? ", "");
  }

  private static String shown(Map.Entry<String, YamlNode> entry) {
    return entry.getKey()
        + ": "
        + (entry.getValue() instanceof Scalar scalar ? scalar.text() : "…");
  }

  private void problem(Origin origin, String key, String message) {
    problems.add(new CatalogProblem(origin, path + key, message));
  }
}
