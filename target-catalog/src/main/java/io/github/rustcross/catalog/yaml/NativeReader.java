package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Avoidance;
import io.github.rustcross.catalog.CrateFacts;
import io.github.rustcross.catalog.CrateFacts.Finder;
import io.github.rustcross.catalog.CrateHint;
import io.github.rustcross.catalog.HostProgram;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Library;
import io.github.rustcross.catalog.OwnCopy;
import io.github.rustcross.catalog.TargetSet;
import io.github.rustcross.catalog.VersionRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what crates need besides Rust: {@code libraries:}, {@code hostPrograms:}, and facts. */
final class NativeReader {
  private static final List<Language> LANGUAGES = List.of(Language.values());
  private static final String CRATE = "crate";
  private static final String VERSIONS = "versions";
  private static final String UNLESS = "unless";
  private static final String FEATURES = "features";
  private static final String PROGRAMS = "programs";

  private NativeReader() {}

  static Library library(String name, Fields fields) {
    Library library =
        new Library(
            name,
            fields.text("description"),
            fields.texts("pkgConfig"),
            lists(fields, "packages"),
            targets(fields, "partOf"),
            fields.origin());
    fields.done();
    return library;
  }

  static HostProgram program(String name, Fields fields) {
    HostProgram program =
        new HostProgram(
            name,
            fields.texts("variables"),
            fields.texts(PROGRAMS),
            fields.texts("files"),
            fields.texts("hosts"),
            InstallationReader.read(fields),
            fields.origin());
    fields.done();
    return program;
  }

  /** The facts of a crate, whose other keys somebody else has read. */
  static CrateFacts facts(String crate, Fields fields) {
    return new CrateFacts(
        crate,
        versions(fields),
        fields.optionalText("needs"),
        fields.has("finder")
            ? fields.word("finder", List.of(Finder.values()), Finder::id)
            : Finder.PKG_CONFIG,
        fields.texts("only"),
        fields.texts(UNLESS),
        targets(fields, "unneeded"),
        targets(fields, "unsure"),
        fields.optionalMapping("own").map(NativeReader::own),
        fields.texts("locations"),
        fields.textMap("sysrootVariables"),
        fields.texts("asks"),
        fields.texts(PROGRAMS),
        fields.texts("mayNeed"),
        avoids(fields),
        hints(fields),
        fields.optionalText("source"),
        fields.origin());
  }

  private static OwnCopy own(Fields fields) {
    OwnCopy own =
        new OwnCopy(
            fields.word("when", List.of(OwnCopy.When.values()), OwnCopy.When::id),
            fields.texts(FEATURES),
            fields.texts("through"),
            fields.texts("forbiddenBy"),
            new LinkedHashSet<>(
                fields.words("compiles", LANGUAGES, Language::id, List.<Language>of())),
            fields.texts(PROGRAMS));
    if (own.when() == OwnCopy.When.FEATURE && own.features().isEmpty()) {
      throw fields.problem(
          FEATURES, fields.origin(), "is missing; 'when: feature' needs the feature's name");
    }
    fields.done();
    return own;
  }

  private static List<Avoidance> avoids(Fields fields) {
    List<Avoidance> avoids = new ArrayList<>();
    for (YamlNode item : fields.items("avoids")) {
      Fields one = fields.asMapping("avoids[" + avoids.size() + "]", item);
      avoids.add(
          new Avoidance(
              one.text(CRATE),
              versions(one),
              one.flag("defaultFeatures", true),
              one.texts("remove"),
              lists(one, "replace"),
              one.texts(FEATURES),
              one.text("what")));
      one.done();
    }
    return avoids;
  }

  private static List<CrateHint> hints(Fields fields) {
    List<CrateHint> hints = new ArrayList<>();
    for (YamlNode item : fields.items("hints")) {
      Fields one = fields.asMapping("hints[" + hints.size() + "]", item);
      hints.add(
          new CrateHint(
              targets(one, "targets"), one.texts(FEATURES), one.texts(UNLESS), one.text("text")));
      one.done();
    }
    return hints;
  }

  private static Map<String, List<String>> lists(Fields fields, String key) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields
        .optionalMapping(key)
        .ifPresent(all -> all.keys().forEach(name -> lists.put(name, all.texts(name))));
    return lists;
  }

  private static TargetSet targets(Fields fields, String key) {
    return new TargetSet(fields.texts(key));
  }

  private static Optional<VersionRequirement> versions(Fields fields) {
    return fields
        .optionalText(VERSIONS)
        .map(
            text -> {
              try {
                return new VersionRequirement(text);
              } catch (IllegalArgumentException e) {
                throw fields.problem(VERSIONS, fields.origin(VERSIONS), e.getMessage());
              }
            });
  }
}
