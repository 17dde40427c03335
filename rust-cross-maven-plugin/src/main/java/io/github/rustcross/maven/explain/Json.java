package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.text.JsonTree;
import java.util.Collection;
import java.util.Map;

/** Documents for programs. */
public final class Json {
  private static final int SCHEMA_VERSION = 1;

  private Json() {}

  /** A document; a program that reads it sees by the version when a key changes its meaning. */
  public static ObjectNode document() {
    return JsonTree.object().put("schemaVersion", SCHEMA_VERSION);
  }

  /** The document as text. */
  public static String text(ObjectNode document) {
    return JsonTree.text(document);
  }

  /** Texts at the end of a list. */
  public static void texts(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }

  /** Texts by name. */
  public static void texts(ObjectNode node, Map<String, String> texts) {
    texts.forEach(node::put);
  }

  static void problem(ObjectNode node, Problem problem) {
    node.put("code", problem.code().id());
    node.put("message", problem.message());
    node.put("suggestion", problem.suggestion().orElse(null));
  }
}
