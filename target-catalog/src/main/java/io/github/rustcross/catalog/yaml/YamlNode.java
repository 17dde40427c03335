package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document without anchors and tags: what is there, and where. */
sealed interface YamlNode {
  Origin origin();

  /** What a message calls this kind of value. */
  String kind();

  /** The type that YAML gives to a scalar. */
  enum ScalarType {
    TEXT("a text"),
    INTEGER("an integer"),
    BOOLEAN("true or false"),
    NULL("nothing"),
    OTHER("a number or a date (put it in quotes)");

    private final String description;

    ScalarType(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  record Scalar(String text, ScalarType type, Origin origin) implements YamlNode {
    @Override
    public String kind() {
      return type.description();
    }
  }

  record Sequence(List<YamlNode> items, Origin origin) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping; {@code keys} tells where each key stands. */
  record Mapping(Map<String, YamlNode> entries, Map<String, Origin> keys, Origin origin)
      implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** Changes of a list ({@link ListChange}), one over the other; the list itself comes later. */
  record Changes(List<Mapping> steps) implements YamlNode {
    public Changes {
      steps = List.copyOf(steps);
    }

    @Override
    public Origin origin() {
      return steps.get(steps.size() - 1).origin();
    }

    @Override
    public String kind() {
      return "a change of a list";
    }
  }
}
