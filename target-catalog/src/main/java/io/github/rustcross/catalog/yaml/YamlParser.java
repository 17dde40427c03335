package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns text into {@link YamlNode}s; constructs no objects, so a file cannot call code. */
final class YamlParser {
  private final CatalogSource source;

  /** A node that aliases share is converted once, so that aliases cannot multiply. */
  private final Map<Node, YamlNode> converted = new IdentityHashMap<>();

  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlParser(CatalogSource source) {
    this.source = source;
  }

  /**
   * The mapping that a document consists of.
   *
   * @throws CatalogException if the text is no YAML, is empty, or repeats a key
   */
  static Mapping parse(CatalogSource source) {
    YamlParser parser = new YamlParser(source);
    Node root;
    try {
      LoaderOptions options = new LoaderOptions();
      StreamReader reader = new StreamReader(source.text());
      root = new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
    } catch (MarkedYAMLException e) {
      throw parser.failure(parser.origin(e.getProblemMark()), describe(e));
    } catch (YAMLException e) {
      throw parser.failure(Origin.of(source.name()), e.getMessage());
    }
    if (root == null) {
      throw parser.failure(Origin.of(source.name()), "the file is empty");
    }
    if (parser.convert(root) instanceof Mapping mapping) {
      return mapping;
    }
    throw parser.failure(parser.origin(root.getStartMark()), "expected a mapping at the top");
  }

  private static String describe(MarkedYAMLException e) {
    return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
  }

  private YamlNode convert(Node node) {
    YamlNode known = converted.get(node);
    if (known == null) {
      if (!open.add(node)) {
        throw failure(origin(node.getStartMark()), "this alias contains itself");
      }
      known = convertOnce(node);
      open.remove(node);
      converted.put(node, known);
    }
    return known;
  }

  private YamlNode convertOnce(Node node) {
    Origin origin = origin(node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      return new Scalar(scalar.getValue(), typeOf(scalar.getTag()), origin);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new Sequence(items, origin);
    }
    return convertMapping((MappingNode) node, origin);
  }

  private Mapping convertMapping(MappingNode node, Origin origin) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Origin> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Origin keyOrigin = origin(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw failure(keyOrigin, "a key has to be a text");
      }
      if (keys.containsKey(key.getValue())) {
        throw failure(
            keyOrigin,
            "duplicate key '%s', first seen in line %d"
                .formatted(key.getValue(), keys.get(key.getValue()).line()));
      }
      keys.put(key.getValue(), keyOrigin);
      entries.put(key.getValue(), convert(tuple.getValueNode()));
    }
    return new Mapping(entries, keys, origin);
  }

  private static ScalarType typeOf(Tag tag) {
    if (tag.equals(Tag.STR)) {
      return ScalarType.TEXT;
    }
    if (tag.equals(Tag.INT)) {
      return ScalarType.INTEGER;
    }
    if (tag.equals(Tag.BOOL)) {
      return ScalarType.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? ScalarType.NULL : ScalarType.OTHER;
  }

  private Origin origin(Mark mark) {
    return mark == null
        ? Origin.of(source.name())
        : source.at(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private CatalogException failure(Origin origin, String message) {
    return new CatalogException(new CatalogProblem(origin, "", message));
  }
}
