package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Compares nodes by what they say, wherever they stand. */
final class NodeMatch {
  /** What was compared before; without it aliases of aliases would multiply. */
  private final Map<YamlNode, Map<YamlNode, Boolean>> known = new IdentityHashMap<>();

  /**
   * Whether a node is what a pattern says. A mapping may have more keys than the pattern; where
   * that has an empty value, there must be none.
   */
  boolean fits(YamlNode pattern, YamlNode node) {
    if (pattern instanceof Mapping wanted && node instanceof Mapping there) {
      return wanted.entries().entrySet().stream()
          .allMatch(entry -> fitsValue(entry.getValue(), there.entries().get(entry.getKey())));
    }
    return same(pattern, node);
  }

  private boolean fitsValue(YamlNode wanted, YamlNode there) {
    boolean nothing = there == null || ListChange.isNothing(there);
    return ListChange.isNothing(wanted) ? nothing : !nothing && same(wanted, there);
  }

  private boolean same(YamlNode one, YamlNode other) {
    Map<YamlNode, Boolean> compared = known.computeIfAbsent(one, any -> new IdentityHashMap<>());
    Boolean result = compared.get(other);
    if (result == null) {
      result = compare(one, other);
      compared.put(other, result);
    }
    return result;
  }

  private boolean compare(YamlNode one, YamlNode other) {
    if (one instanceof Scalar left && other instanceof Scalar right) {
      return left.type() == right.type() && Objects.equals(value(left), value(right));
    }
    if (one instanceof Sequence left && other instanceof Sequence right) {
      List<YamlNode> items = left.items();
      return items.size() == right.items().size()
          && IntStream.range(0, items.size())
              .allMatch(i -> same(items.get(i), right.items().get(i)));
    }
    return one instanceof Mapping left
        && other instanceof Mapping right
        && left.entries().keySet().equals(right.entries().keySet())
        && fits(left, right);
  }

  /** 0x1c and 28 are one number. */
  private static Object value(Scalar scalar) {
    if (scalar.type() == ScalarType.INTEGER) {
      try {
        return Long.decode(scalar.text());
      } catch (NumberFormatException e) {
        return scalar.text();
      }
    }
    return scalar.text();
  }
}
