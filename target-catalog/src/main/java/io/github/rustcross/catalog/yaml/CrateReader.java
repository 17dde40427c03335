package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.CrateKnowledge;
import io.github.rustcross.catalog.CrateKnowledge.BuildScriptSign;
import io.github.rustcross.catalog.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code crates:}, {@code buildScripts:}, {@code libraries:} and {@code hostPrograms:}. */
final class CrateReader {
  private static final List<Language> LANGUAGES = List.of(Language.values());

  private CrateReader() {}

  static CrateKnowledge read(Fields root) {
    // Known, whatever is wrong with the crates.
    List.of("buildScripts", "libraries", "hostPrograms").forEach(root::has);
    Fields crates = root.mapping("crates");
    Map<String, Set<Language>> compilers = new LinkedHashMap<>();
    Set<String> jvm = new LinkedHashSet<>();
    Map<String, CrateFacts> facts = new LinkedHashMap<>();
    for (String name : crates.keys()) {
      Fields crate = crates.mapping(name);
      if (crate.has("compiles")) {
        compilers.put(
            name,
            new LinkedHashSet<>(
                crate.words("compiles", LANGUAGES, Language::id, List.<Language>of())));
      }
      if (crate.flag("jvm", false)) {
        jvm.add(name);
      }
      facts.put(name, NativeReader.facts(name, crate));
      crate.done();
    }
    List<BuildScriptSign> signs = new ArrayList<>();
    for (YamlNode item : root.items("buildScripts")) {
      signs.add(sign(root.asMapping("buildScripts[" + signs.size() + "]", item)));
    }
    return new CrateKnowledge(
        compilers,
        jvm,
        signs,
        facts,
        entries(root, "libraries", NativeReader::library),
        entries(root, "hostPrograms", NativeReader::program));
  }

  private static <T> Map<String, T> entries(
      Fields root, String section, BiFunction<String, Fields, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    Fields all = root.mapping(section);
    all.keys().forEach(name -> entries.put(name, reader.apply(name, all.mapping(name))));
    return entries;
  }

  private static BuildScriptSign sign(Fields fields) {
    try {
      BuildScriptSign sign =
          new BuildScriptSign(
              Pattern.compile(fields.text("contains")),
              fields.word("shows", LANGUAGES, Language::id));
      fields.done();
      return sign;
    } catch (PatternSyntaxException e) {
      throw fields.problem(
          "contains", fields.origin("contains"), "not a regular expression: " + e.getDescription());
    }
  }
}
