package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills in the templates of a launcher for one target. */
final class LaunchTexts {
  private static final String SCRIPT = "script:";

  private LaunchTexts() {}

  /**
   * The launcher, ready to be started.
   *
   * @param known fills in the words that all texts of the toolchain know
   * @param folder the folder of all scripts
   */
  static Launch launch(
      Launcher launcher, FoundLauncher found, Template known, HostPlatform host, Path folder) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("program", found.program().toString());
    found.image().ifPresent(name -> words.put("image", name));
    Map<String, WrapperScript> scripts = new LinkedHashMap<>();
    launcher
        .scripts()
        .forEach(
            (file, script) -> scripts.put(file, WrapperScript.of(folder, file, script.content())));
    Template template =
        new Template(
            words,
            word ->
                word.startsWith(SCRIPT)
                    ? Optional.ofNullable(scripts.get(word.substring(SCRIPT.length())))
                        .map(script -> script.path().toString())
                    : known.tryExpand("{" + word + "}"));
    return new Launch(
        found.program(),
        found.version(),
        launcher.image().map(image -> image(launcher, image, found, template)),
        texts(launcher, launcher.command(), template),
        List.copyOf(scripts.values()),
        launcher.variables(),
        Stream.of(host.os(), host.os() + "-" + host.arch()).anyMatch(launcher.hostRust()::contains),
        launcher.origin());
  }

  private static Launch.Image image(
      Launcher launcher, Launcher.Image image, FoundLauncher found, Template template) {
    return new Launch.Image(
        found.image().orElseThrow(),
        called(found, texts(launcher, image.here(), template)),
        called(found, texts(launcher, image.fetch(), template)));
  }

  private static List<String> called(FoundLauncher found, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of(found.program().toString()));
    line.addAll(arguments);
    return line;
  }

  private static List<String> texts(Launcher launcher, List<String> texts, Template template) {
    return texts.stream()
        .map(text -> template.expand(text, launcher.origin()))
        .flatMap(Optional::stream)
        .toList();
  }
}
