package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.SchemaVersion;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads files and the overlays that they name, which come below them. What is named more than once
 * is laid once, at its first place: a change of a list must not be made twice.
 */
final class OverlayChain {
  private static final String KEY = "overlays";

  /**
   * A file that was read.
   *
   * @param tree without the names of other overlays
   */
  record Layer(CatalogSource source, SchemaVersion version, Mapping tree) {}

  private final List<Layer> layers = new ArrayList<>();
  private final List<CatalogProblem> problems = new ArrayList<>();
  private final Set<Object> laid = new HashSet<>();

  /** What is being read, from the file that the user names to the one that is read now. */
  private final Map<Object, String> open = new LinkedHashMap<>();

  /** All files, lowest first. */
  List<Layer> layers() {
    return List.copyOf(layers);
  }

  /** What is wrong with single files. */
  List<CatalogProblem> problems() {
    return List.copyOf(problems);
  }

  /** The catalog that all overlays are laid over. */
  void addBase(CatalogSource source) {
    try {
      Mapping tree = parse(source);
      layers.add(new Layer(source, SchemaCheck.version(tree, source.name()), tree));
    } catch (CatalogException e) {
      problems.addAll(e.problems());
    }
  }

  /** Lays an overlay over what there is. */
  void add(CatalogSource source) {
    Object identity = source.place() instanceof CatalogPlace.Alone ? new Object() : source.place();
    if (!laid.add(identity)) {
      return;
    }
    open.put(identity, source.name());
    try {
      Mapping tree = parse(source);
      SchemaVersion version = SchemaCheck.version(tree, source.name());
      for (YamlNode word : new Fields("", tree, Tolerance.NONE).items(KEY)) {
        below(source, word);
      }
      layers.add(new Layer(source, version, without(tree)));
    } catch (CatalogException e) {
      problems.addAll(e.problems());
    } finally {
      open.remove(identity);
    }
  }

  private void below(CatalogSource source, YamlNode word) {
    if (!(word instanceof Scalar text) || text.type() != ScalarType.TEXT) {
      problem(word.origin(), "expected a text, found " + word.kind());
      return;
    }
    if (text.text().isBlank()) {
      problem(
          word.origin(), "a file or %s and a path is missing".formatted(CatalogSource.CLASSPATH));
      return;
    }
    try {
      CatalogPlace place = OverlayFinder.place(source, text.text());
      if (open.containsKey(place)) {
        problem(
            word.origin(),
            "overlays name each other in a circle, take one of them out: " + circle(place));
      } else if (!laid.contains(place)) {
        add(OverlayFinder.read(source, text.text(), place));
      }
    } catch (IOException e) {
      problem(word.origin(), e.getMessage());
    }
  }

  private String circle(CatalogPlace place) {
    List<String> names = new ArrayList<>(open.values());
    names.subList(0, new ArrayList<>(open.keySet()).indexOf(place)).clear();
    names.add(open.get(place));
    return String.join(" → ", names);
  }

  private static Mapping parse(CatalogSource source) {
    Optional<Mapping> tree =
        source.place() instanceof CatalogPlace.Bundled bundled
            ? CatalogResources.tree(source, bundled)
            : Optional.empty();
    return tree.orElseGet(() -> YamlParser.parse(source));
  }

  private static Mapping without(Mapping tree) {
    if (!tree.entries().containsKey(KEY)) {
      return tree;
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>(tree.entries());
    entries.remove(KEY);
    return new Mapping(entries, tree.keys(), tree.origin());
  }

  private void problem(Origin origin, String message) {
    problems.add(new CatalogProblem(origin, KEY, message));
  }
}
