package io.github.rustcross.maven.rust;

import io.github.rustcross.catalog.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A condition on a dependency: a triple, or {@code cfg(…)} as the Rust Reference defines it in
 * "Conditional compilation". What cannot be known from the catalog (target features, a crate's own
 * flags) counts as false.
 */
public final class CfgExpression {
  private final String text;
  private int position;

  private CfgExpression(String text) {
    this.text = text;
  }

  /** Whether the condition holds for a target. */
  public static boolean matches(String condition, String triple, Platform platform) {
    if (condition.isEmpty()) {
      return true;
    }
    if (!condition.startsWith("cfg(")) {
      return condition.equals(triple);
    }
    CfgExpression expression = new CfgExpression(condition.substring("cfg".length()));
    return expression.arguments().stream().allMatch(predicate -> predicate.test(platform));
  }

  private List<Predicate<Platform>> arguments() {
    List<Predicate<Platform>> arguments = new ArrayList<>();
    expect('(');
    while (peek() != ')') {
      arguments.add(predicate());
      if (peek() == ',') {
        position++;
      }
    }
    expect(')');
    return arguments;
  }

  private Predicate<Platform> predicate() {
    String word = word();
    if (peek() == '(') {
      List<Predicate<Platform>> arguments = arguments();
      return switch (word) {
        case "all" -> platform -> arguments.stream().allMatch(part -> part.test(platform));
        case "any" -> platform -> arguments.stream().anyMatch(part -> part.test(platform));
        case "not" -> platform -> arguments.stream().noneMatch(part -> part.test(platform));
        default -> platform -> false;
      };
    }
    if (peek() == '=') {
      position++;
      String value = quoted();
      return platform -> holds(word, value, platform);
    }
    return platform -> word.equals("true") || platform.families().contains(word);
  }

  private static boolean holds(String key, String value, Platform platform) {
    return switch (key) {
      case "target_arch" -> platform.arch().equals(value);
      case "target_vendor" -> platform.vendor().equals(value);
      case "target_os" -> platform.os().equals(value);
      case "target_env" -> platform.env().equals(value);
      case "target_abi" -> platform.abi().equals(value);
      case "target_family" -> platform.families().contains(value);
      case "target_endian" -> platform.endian().equals(value);
      case "target_pointer_width" -> Objects.equals(value, "" + platform.pointerWidth());
      case "panic" -> value.equals("unwind");
      default -> false;
    };
  }

  private char peek() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : ')';
  }

  private String word() {
    peek();
    int start = position;
    while (position < text.length()
        && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
      position++;
    }
    if (position == start) {
      throw new IllegalArgumentException("not a cfg expression: cfg" + text);
    }
    return text.substring(start, position);
  }

  private String quoted() {
    expect('"');
    int end = text.indexOf('"', position);
    if (end < 0) {
      throw new IllegalArgumentException("not a cfg expression: cfg" + text);
    }
    String value = text.substring(position, end);
    position = end + 1;
    return value;
  }

  private void expect(char expected) {
    if (position >= text.length() || peek() != expected) {
      throw new IllegalArgumentException("not a cfg expression: cfg" + text);
    }
    position++;
  }
}
