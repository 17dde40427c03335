package io.github.rustcross.maven.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Maven has to say against the plugin: validation issues, deprecations, thread safety. */
final class PluginWarnings {
  private static final String WARNING = "[WARNING]";

  /** Coordinates, classes, goals and properties; not the project's folder, which is in paths. */
  private static final Pattern OURS =
      Pattern.compile(
          "io\\.github\\.rustcross:rust-cross-maven-plugin"
              + "|io\\.github\\.rustcross\\.maven\\."
              + "|\\brust-cross:[a-z]+\\b"
              + "|user property 'rust\\.");

  /** Where Maven's report goes on to another plugin. */
  private static final Pattern NEXT_PLUGIN = Pattern.compile("\\[WARNING]  \\* .*");

  private PluginWarnings() {}

  /** The warnings of a log that concern the plugin, each with the lines that belong to it. */
  static List<String> find(String log) {
    List<String> found = new ArrayList<>();
    boolean belongs = false;
    for (String line : log.lines().toList()) {
      if (!line.startsWith(WARNING) || line.strip().equals(WARNING)) {
        belongs = false;
        continue;
      }
      if (OURS.matcher(line).find()) {
        belongs = true;
      } else if (NEXT_PLUGIN.matcher(line).matches()) {
        belongs = false;
      }
      if (belongs) {
        found.add(line);
      }
    }
    return found;
  }
}
