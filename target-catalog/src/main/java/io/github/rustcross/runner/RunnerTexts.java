package io.github.rustcross.runner;

import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.Template;
import io.github.rustcross.toolchain.ToolFinder;
import io.github.rustcross.toolchain.ToolState;
import io.github.rustcross.toolchain.WrapperScript;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in the templates of one runner for one target, and remembers which tools and scripts they
 * took and what was lacking.
 */
final class RunnerTexts {
  private final Runner runner;
  private final Target target;
  private final Path scriptFolder;
  private final ToolFinder finder;
  private final Set<String> downloads;
  private final Template template;

  /** Words that are known only after other texts have been filled in. */
  private final Map<String, String> late = new LinkedHashMap<>();

  private final Set<String> tools = new LinkedHashSet<>();
  private final Map<String, WrapperScript> scripts = new LinkedHashMap<>();
  private final Set<String> lacking = new LinkedHashSet<>();
  private boolean lacksWords;

  /**
   * Texts of one runner for one target.
   *
   * @param words the words that are known from the start
   * @param downloads the names of the catalog's downloads
   */
  RunnerTexts(
      Runner runner,
      Target target,
      Map<String, String> words,
      Path scriptFolder,
      ToolFinder finder,
      Set<String> downloads) {
    this.runner = runner;
    this.target = target;
    this.scriptFolder = scriptFolder;
    this.finder = finder;
    this.downloads = downloads;
    this.template = new Template(words, this::word);
  }

  /** Makes a word known to the texts that are filled in from now on. */
  void learn(String word, String value) {
    late.put(word, value);
  }

  /** Keeps in mind why the runner does not serve. */
  void lacks(String reason) {
    lacking.add(reason);
  }

  /** Why the runner does not serve, as far as is known by now. */
  Set<String> lacking() {
    return lacking;
  }

  /** Whether the target lacks words, which nothing that is installed would change. */
  boolean lacksWords() {
    return lacksWords;
  }

  Set<String> tools() {
    return tools;
  }

  List<WrapperScript> scripts() {
    return List.copyOf(scripts.values());
  }

  Template template() {
    return template;
  }

  /**
   * The text filled in; nothing where an optional word is unknown, or another one, which is kept.
   */
  Optional<String> text(String text) {
    template.unknownWords(text).stream()
        .filter(word -> !word.contains(":"))
        .forEach(
            word -> {
              lacksWords = true;
              lacks(
                  "'%s' needs the word {%s}, which is not among the names of %s"
                      .formatted(text, word, target.triple()));
            });
    return template.tryExpand(text);
  }

  List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).flatMap(Optional::stream).toList();
  }

  Map<String, Setting> settings(Map<String, String> variables) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    variables.forEach(
        (name, value) ->
            text(value).ifPresent(text -> settings.put(name, new Setting(text, runner.origin()))));
    return settings;
  }

  /** Whether a tool is here or can be had; nothing is kept. */
  boolean canHave(String tool) {
    return finder.state(tool) instanceof ToolState.Usable;
  }

  /** A tool that is needed; where it cannot be had, that is kept. */
  Optional<ToolState.Usable> tool(String name) {
    ToolState state = finder.state(name);
    if (state instanceof ToolState.Unavailable unavailable) {
      lacks(
          "%s is not here and cannot be had: %s"
              .formatted(name, String.join("; ", unavailable.reasons())));
      return Optional.empty();
    }
    tools.add(name);
    return Optional.of((ToolState.Usable) state);
  }

  /** Asking for a tool may run programs, so this happens only where a text has such a word. */
  private Optional<String> word(String word) {
    String[] parts = word.split(":", 2);
    if (parts.length == 1) {
      return Optional.ofNullable(late.get(word));
    }
    return switch (parts[0]) {
      case "download" -> known(parts[1]).map(tool -> tool.program().toString());
      case "version" -> known(parts[1]).map(ToolState.Usable::version);
      case "script" -> script(parts[1]).map(script -> script.path().toString());
      default -> Optional.empty();
    };
  }

  private Optional<ToolState.Usable> known(String download) {
    return downloads.contains(download) ? tool(download) : Optional.empty();
  }

  private Optional<WrapperScript> script(String file) {
    return Optional.ofNullable(runner.scripts().get(file))
        .map(
            script ->
                scripts.computeIfAbsent(
                    file, any -> WrapperScript.of(scriptFolder, file, script.content())));
  }
}
