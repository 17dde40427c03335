package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.FoundPath;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.Setting;
import io.github.rustcross.toolchain.TargetEnvironment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Targets as they would be exported from a machine whose paths a test chooses. */
final class Exported {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final Origin ORIGIN = Origin.of("test");

  private final TargetTriple triple;
  private String host = "x86_64-unknown-linux-gnu";
  private final Map<String, Setting> variables = new LinkedHashMap<>();
  private final Map<Role, String> programs = new LinkedHashMap<>();
  private Set<Language> languages = Set.of(Language.C, Language.CXX);
  private List<Setting> flags = List.of();
  private List<FoundPath> found = List.of();

  private Exported(String triple) {
    this.triple = new TargetTriple(triple);
  }

  static Exported target(String triple) {
    return new Exported(triple);
  }

  /** All programs lie in a folder. */
  Exported in(String folder) {
    program(Role.CC, "CC_", folder + "/clang");
    program(Role.CXX, "CXX_", folder + "/clang++");
    program(Role.AR, "AR_", folder + "/ar");
    program(Role.RANLIB, "RANLIB_", folder + "/ranlib");
    programs.put(Role.LINKER, folder + "/link");
    variables.put("CARGO_TARGET_" + triple.shouted() + "_LINKER", setting(folder + "/link"));
    return this;
  }

  private void program(Role role, String variable, String path) {
    programs.put(role, path);
    variables.put(variable + triple.underscored(), setting(path));
  }

  Exported on(String machine) {
    host = machine;
    return this;
  }

  Exported variable(String name, String value) {
    variables.put(name, setting(value));
    return this;
  }

  Exported flags(String... words) {
    flags = List.of(words).stream().map(Exported::setting).toList();
    return this;
  }

  /** The toolchain lives in a folder. */
  Exported livesIn(String folder) {
    found = List.of(new FoundPath("folder", Path.of(folder), "argument", ORIGIN));
    return this;
  }

  /** A sysroot was chosen. */
  Exported sysroot(String folder) {
    found = List.of(new FoundPath("sysroot", Path.of(folder), "debian-12", ORIGIN));
    return this;
  }

  Exported only(Language... some) {
    languages = Set.of(some);
    return this;
  }

  private static Setting setting(String value) {
    return new Setting(value, ORIGIN);
  }

  ExportedTarget exported() {
    return new ExportedTarget(
        CATALOG.require(triple),
        HostPlatform.of(new TargetTriple(host), false),
        "zig",
        languages,
        Optional.of(new GlibcVersion(2, 17)),
        new TargetEnvironment(variables, flags, List.of(), Set.of(), Optional.empty(), found),
        Map.of(ArtifactKind.BIN, flags.stream().map(Setting::value).toList()),
        programs);
  }

  /** An export of several targets. */
  static Export of(Exported... targets) {
    return new Export(
        "1.1.0", ArtifactKind.BIN, List.of(targets).stream().map(Exported::exported).toList());
  }
}
