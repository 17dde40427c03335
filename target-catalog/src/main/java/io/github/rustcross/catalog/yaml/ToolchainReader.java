package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Sdk;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import io.github.rustcross.catalog.ToolchainPaths;
import io.github.rustcross.catalog.ToolchainTerms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an entry of {@code toolchains:}. */
final class ToolchainReader {
  private static final List<Language> LANGUAGES = List.of(Language.values());
  private static final Pattern GLIBC = Pattern.compile("[1-9]\\d{0,5}\\.(0|[1-9]\\d{0,5})");

  private ToolchainReader() {}

  static Toolchain read(String name, Fields fields) {
    Toolchain toolchain =
        new Toolchain(
            name,
            fields.text("description"),
            terms(fields),
            new LinkedHashSet<>(
                fields.words("compiles", LANGUAGES, Language::id, List.<Language>of())),
            new LinkedHashSet<>(
                fields.words("links", LANGUAGES, Language::id, List.<Language>of())),
            fields.word("glibcFloor", List.of(FloorPromise.values()), FloorPromise::id),
            glibcHighest(fields),
            fields.flag("sysroot", false),
            fields.flag("anyTarget", false),
            fields.flag("ownLibraries", false),
            fields.texts("downloads"),
            paths(fields),
            fields.optionalMapping("programs").map(ToolchainReader::programs).orElse(Map.of()),
            rustflags(fields),
            fields.textMap("environment"),
            fields.optionalMapping("launcher").map(LauncherReader::read),
            InstallationReader.read(fields),
            fields.origin());
    fields.done();
    return toolchain;
  }

  private static ToolchainTerms terms(Fields fields) {
    return new ToolchainTerms(
        new LinkedHashSet<>(fields.texts("hosts")),
        fields
            .optionalText("forbidden")
            .map(reason -> new ToolchainTerms.Ban(reason, fields.origin("forbidden"))),
        fields.texts("hints"),
        fields.optionalText("argument"));
  }

  private static ToolchainPaths paths(Fields fields) {
    return new ToolchainPaths(
        fields.optionalMapping("folder").map(ToolchainReader::folder),
        fields.texts("path"),
        fields.texts("libraryPath"),
        fields.texts("linkPaths"),
        fields.texts("linkerPaths"));
  }

  private static Sdk folder(Fields fields) {
    Sdk sdk =
        new Sdk(
            fields.text("description"),
            fields.texts("find"),
            fields.texts("has"),
            fields.textMap("parts"),
            fields.flag("optional", false));
    fields.done();
    if (sdk.find().isEmpty()) {
      throw fields.problem("find", fields.origin(), "says no place to look in");
    }
    return sdk;
  }

  /** A list is for all kinds. */
  private static Map<ArtifactKind, List<String>> rustflags(Fields fields) {
    if (fields.isMapping("rustflags")) {
      return TargetReader.byKind(fields.mapping("rustflags"), (kind, own) -> own.texts(kind));
    }
    List<String> all = fields.texts("rustflags");
    return Stream.of(ArtifactKind.values()).collect(Collectors.toMap(kind -> kind, kind -> all));
  }

  private static Optional<String> glibcHighest(Fields fields) {
    Optional<String> highest = fields.optionalText("glibcHighest");
    if (highest.isPresent() && !GLIBC.matcher(highest.get()).matches()) {
      throw fields.problem(
          "glibcHighest",
          fields.origin("glibcHighest"),
          "'%s' is not a glibc version like \"2.17\"".formatted(highest.get()));
    }
    return highest;
  }

  private static Map<Role, Program> programs(Fields fields) {
    Map<Role, Program> programs = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      fields.optionalMapping(role.id()).ifPresent(program -> programs.put(role, program(program)));
    }
    fields.done();
    return programs;
  }

  private static Program program(Fields fields) {
    Program program;
    if (fields.has("find")) {
      program =
          new Program.Found(
              candidates(fields),
              fields.optionalText("name"),
              fields.texts("arguments"),
              fields.textMap("environment"),
              fields.origin());
    } else if (fields.has("tool")) {
      program =
          new Program.Wrapped(
              fields.text("name"),
              fields.text("tool"),
              fields.texts("arguments"),
              fields.textMap("environment"),
              fields.optionalMapping("version").map(ToolchainReader::version),
              fields.origin());
    } else if (fields.has("rustc")) {
      program = new Program.OfRustc(fields.text("rustc"), fields.origin());
    } else {
      throw fields.problem("", fields.origin(), "needs one of 'find', 'tool' or 'rustc'");
    }
    fields.done();
    return program;
  }

  private static Program.VersionCall version(Fields fields) {
    Program.VersionCall call =
        new Program.VersionCall(fields.text("tool"), fields.texts("arguments"));
    fields.done();
    return call;
  }

  static List<Program.Candidate> candidates(Fields fields) {
    List<Program.Candidate> candidates = new ArrayList<>();
    for (YamlNode item : fields.items("find")) {
      Fields candidate = fields.asMapping("find[" + candidates.size() + "]", item);
      candidates.add(
          new Program.Candidate(candidate.text("name"), candidate.flag("sameArchitecture", false)));
      candidate.done();
    }
    return candidates;
  }
}
