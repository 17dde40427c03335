package io.github.rustcross.maven.export;

import io.github.rustcross.maven.plan.Toml;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@code .cargo/config.toml}: what cargo itself reads under {@code [target.<triple>]}, what build
 * scripts read under {@code [env]}, where the user's own variables win (The Cargo Book,
 * "Configuration").
 */
final class CargoConfigFormat implements ExportFormat {
  @Override
  public String id() {
    return "cargo-config";
  }

  @Override
  public boolean takesSeveral() {
    return true;
  }

  @Override
  public String text(Export export) {
    StringBuilder text = new StringBuilder(export.comment() + export.commentOnFlags());
    Map<String, String> variables = new TreeMap<>();
    for (ExportedTarget target : export.targets()) {
      String own = "CARGO_TARGET_" + target.target().triple().shouted() + "_";
      Map<String, String> keys = new TreeMap<>();
      target
          .environment()
          .variables()
          .forEach(
              (name, setting) -> {
                // cargo does not read its own variables from [env].
                if (name.startsWith(own)) {
                  keys.put(key(name.substring(own.length())), Toml.string(setting.value()));
                } else {
                  variables.put(name, Toml.string(setting.value()));
                }
              });
      if (!target.flags().isEmpty()) {
        keys.put("rustflags", Toml.list(target.flags()));
      }
      table("target." + Toml.key(target.target().triple().value()), keys, text);
    }
    table("env", variables, text);
    return text.toString();
  }

  /**
   * The Cargo Book, "Environment variables": a key's letters are capitals, its dashes underlines.
   */
  private static String key(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void table(String name, Map<String, String> entries, StringBuilder text) {
    if (!entries.isEmpty()) {
      text.append("\n[").append(name).append("]\n");
      entries.forEach(
          (key, value) -> text.append(Toml.key(key)).append(" = ").append(value).append('\n'));
    }
  }
}
