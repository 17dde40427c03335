package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Runner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an entry of {@code runners:}. */
final class RunnerReader {
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** What comes before the target's program where nothing else is said. */
  private static final List<String> PROGRAM_ALONE = List.of("{program}");

  private RunnerReader() {}

  static Runner read(String name, Fields fields) {
    Optional<Runner.Executable> program =
        fields.optionalMapping("program").map(RunnerReader::program);
    Runner runner =
        new Runner(
            name,
            fields.text("description"),
            new LinkedHashSet<>(fields.texts("hosts")),
            fields.flag("named", false),
            fields.optionalText("argument"),
            program,
            fields.optionalMapping("version").map(RunnerReader::version),
            fields.has("command") || program.isEmpty() ? fields.texts("command") : PROGRAM_ALONE,
            fields.textMap("environment"),
            scripts(fields),
            fields.optionalMapping("sysroot").map(RunnerReader::sysroot),
            fields.optionalMapping("setup").map(RunnerReader::setup),
            new LinkedHashSet<>(fields.texts("services")),
            InstallationReader.read(fields),
            fields.origin());
    fields.done();
    return runner;
  }

  static Runner.Executable program(Fields fields) {
    List<String> names = new ArrayList<>();
    for (YamlNode item : fields.items("find")) {
      Fields candidate = fields.asMapping("find[" + names.size() + "]", item);
      names.add(candidate.text("name"));
      candidate.done();
    }
    Runner.Executable program = new Runner.Executable(names, fields.optionalText("else"));
    fields.done();
    if (names.isEmpty() && program.otherwise().isEmpty()) {
      throw fields.problem("", fields.origin(), "needs 'find' or 'else'");
    }
    return program;
  }

  static Runner.VersionRule version(Fields fields) {
    Runner.VersionRule rule =
        new Runner.VersionRule(
            fields.texts("arguments"),
            pattern(fields),
            fields.optionalVersion("atLeast", "7.2"),
            fields.optionalText("shown"));
    fields.done();
    return rule;
  }

  private static Pattern pattern(Fields fields) {
    try {
      Pattern pattern = Pattern.compile(fields.text("pattern"));
      if (pattern.matcher("").groupCount() == 0) {
        throw fields.problem(
            "pattern",
            fields.origin("pattern"),
            "has no group in parentheses around what is the version");
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw fields.problem(
          "pattern", fields.origin("pattern"), "not a regular expression: " + e.getDescription());
    }
  }

  static Map<String, Runner.Script> scripts(Fields fields) {
    Map<String, Runner.Script> scripts = new LinkedHashMap<>();
    fields
        .optionalMapping("scripts")
        .ifPresent(child -> child.keys().forEach(file -> scripts.put(file, script(file, child))));
    return scripts;
  }

  private static Runner.Script script(String file, Fields scripts) {
    if (!FILE_NAME.matcher(file).matches()) {
      throw scripts.problem("", scripts.origin(file), "'%s' is not a file's name".formatted(file));
    }
    if (!scripts.isMapping(file)) {
      return new Runner.Inline(scripts.text(file));
    }
    Fields fields = scripts.mapping(file);
    Runner.Bundled script = new Runner.Bundled(fields.text("bundled"));
    fields.done();
    if (!CatalogResources.isScript(script.file())) {
      throw fields.problem(
          "bundled",
          fields.origin("bundled"),
          "'%s' is no script that rust-cross brings along".formatted(script.file()));
    }
    return script;
  }

  private static Runner.Sysroot sysroot(Fields fields) {
    Runner.Sysroot sysroot =
        new Runner.Sysroot(
            fields.texts("folders"),
            fields.optionalText("download"),
            fields.texts("arguments"),
            InstallationReader.read(fields));
    fields.done();
    return sysroot;
  }

  private static Runner.Setup setup(Fields fields) {
    List<Runner.Library> libraries = new ArrayList<>();
    for (YamlNode item : fields.items("libraries")) {
      Fields library = fields.asMapping("libraries[" + libraries.size() + "]", item);
      libraries.add(
          new Runner.Library(
              library.text("file"), library.text("machine"), library.textMap("functions")));
      library.done();
    }
    Runner.Setup setup =
        new Runner.Setup(
            fields.text("folder"),
            fields.texts("command"),
            fields.textMap("environment"),
            libraries);
    fields.done();
    return setup;
  }
}
