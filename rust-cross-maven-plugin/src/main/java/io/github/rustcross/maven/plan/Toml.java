package io.github.rustcross.maven.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the few TOML values that cargo's configuration takes. */
public final class Toml {
  private Toml() {}

  /** A key, quoted where it has to be (TOML 1.0, "Keys"). */
  public static String key(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : string(key);
  }

  /** A list of strings (TOML 1.0, "Array"). */
  public static String list(List<String> values) {
    return values.stream().map(Toml::string).collect(Collectors.joining(",", "[", "]"));
  }

  /** A basic string (TOML 1.0, "String"). */
  public static String string(String value) {
    StringBuilder text = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                text.append('\\').append((char) character);
              } else if (character < ' ' || character == 0x7f) {
                text.append("\\u%04x".formatted(character));
              } else {
                text.append((char) character);
              }
            });
    return text.append('"').toString();
  }
}
