package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
            new LinkedHashSet<>(
                fields.words("compiles", LANGUAGES, Language::id, List.<Language>of())),
            new LinkedHashSet<>(
                fields.words("links", LANGUAGES, Language::id, List.<Language>of())),
            fields.word("glibcFloor", List.of(FloorPromise.values()), FloorPromise::id),
            glibcHighest(fields),
            fields.flag("anyTarget", false),
            fields.texts("downloads"),
            fields.optionalMapping("programs").map(ToolchainReader::programs).orElse(Map.of()),
            fields.texts("rustflags"),
            fields.textMap("environment"),
            InstallationReader.read(fields),
            fields.origin());
    fields.done();
    return toolchain;
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
      program = new Program.Found(candidates(fields), fields.origin());
    } else if (fields.has("tool")) {
      program =
          new Program.Wrapped(
              fields.text("name"),
              fields.text("tool"),
              fields.texts("arguments"),
              fields.textMap("environment"),
              fields.origin());
    } else if (fields.has("rustc")) {
      program = new Program.OfRustc(fields.text("rustc"), fields.origin());
    } else {
      throw fields.problem("", fields.origin(), "needs one of 'find', 'tool' or 'rustc'");
    }
    fields.done();
    return program;
  }

  private static List<Program.Candidate> candidates(Fields fields) {
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
