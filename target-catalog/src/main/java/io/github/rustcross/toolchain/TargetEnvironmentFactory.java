package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills in a toolchain's templates for a target. */
public final class TargetEnvironmentFactory {
  private static final List<Role> COMPILING = List.of(Role.CC, Role.CXX, Role.AR, Role.RANLIB);
  private static final List<Role> LINKING = List.of(Role.LINKER, Role.DLLTOOL);

  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final ProgramResolver programs;
  private final ToolFinder tools;
  private final Path cacheDir;
  private final String rustcVersion;

  /**
   * A factory for one machine.
   *
   * @param cacheDir the tool cache, under which scripts will lie
   * @param rustcVersion such as {@code 1.95.0}
   */
  public TargetEnvironmentFactory(
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      ToolFinder tools,
      Path cacheDir,
      String rustcVersion) {
    this.catalog = catalog;
    this.host = host;
    this.programs = new ProgramResolver(host, search);
    this.tools = tools;
    this.cacheDir = cacheDir;
    this.rustcVersion = rustcVersion;
  }

  /** The environment in which a target's crates are compiled and its artifacts linked. */
  public TargetEnvironment create(Target target, Selected selection, Set<ArtifactKind> kinds) {
    Assembly assembly = new Assembly(target, selection.floor());
    Toolchain compiler = catalog.requireToolchain(selection.choice().toolchain());
    Toolchain linker = catalog.requireToolchain(selection.choice().linkingToolchain());
    COMPILING.forEach(role -> assembly.program(compiler, role));
    LINKING.forEach(role -> assembly.program(linker, role));
    assembly.settings(compiler);
    if (linker != compiler) {
      assembly.settings(linker);
    }
    Origin choice = selection.choice().origin();
    selection.choice().rustflags().forEach(flag -> assembly.flag(flag, choice));
    linker.rustflags().forEach(flag -> assembly.flag(flag, linker.origin()));
    kinds.stream()
        .map(kind -> target.rustflags().getOrDefault(kind, List.of()))
        .distinct()
        .flatMap(List::stream)
        .forEach(flag -> assembly.flag(flag, target.origin()));
    return assembly.done();
  }

  /**
   * The environment in which build scripts and proc-macros are linked on a machine that has no C
   * compiler: the linker of the catalog's fallback toolchain, and its compilers as {@code HOST_CC}.
   *
   * @param hostTarget the catalog's entry for the host
   */
  public TargetEnvironment hostFallback(Target hostTarget, Optional<GlibcVersion> floor) {
    Toolchain toolchain = catalog.requireToolchain(catalog.hostFallback());
    Assembly assembly = new Assembly(hostTarget, floor);
    for (Role role : COMPILING) {
      assembly.program(toolchain, role, "HOST_" + catalog.variables().get(role).split("_", 2)[0]);
    }
    assembly.program(toolchain, Role.LINKER);
    assembly.settings(toolchain);
    return assembly.done();
  }

  private final class Assembly {
    private final Target target;
    private final Template template;
    private final Map<String, Setting> variables = new LinkedHashMap<>();
    private final List<Setting> rustflags = new ArrayList<>();
    private final Map<Path, WrapperScript> scripts = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Set<String> needed = new LinkedHashSet<>();

    Assembly(Target target, Optional<GlibcVersion> floor) {
      this.target = target;
      this.template = new Template(words(target, floor), this::word);
    }

    /** The program in a role, where a text refers to it; else the path or version of a tool. */
    private Optional<String> word(String word) {
      String prefix = "program:";
      return word.startsWith(prefix)
          ? Optional.ofNullable(paths.get(word.substring(prefix.length())))
          : toolWord(word);
    }

    void program(Toolchain toolchain, Role role) {
      String variable = catalog.variables().get(role);
      program(
          toolchain,
          role,
          variable == null ? "" : template.expand(variable, toolchain.origin()).orElseThrow());
    }

    void program(Toolchain toolchain, Role role, String variable) {
      Program program = toolchain.programs().get(role);
      if (program instanceof Program.Found found) {
        programs
            .find(found, target)
            .ifPresent(path -> set(role, variable, path.toString(), found.origin()));
      } else if (program instanceof Program.Wrapped wrapped) {
        WrapperScript script = script(wrapped);
        scripts.put(script.path(), script);
        set(role, variable, script.path().toString(), wrapped.origin());
      } else if (program instanceof Program.OfRustc own) {
        template
            .expand(own.name(), own.origin())
            .ifPresent(name -> set(role, variable, name, own.origin()));
      }
    }

    private void set(Role role, String variable, String path, Origin origin) {
      paths.put(role.id(), path);
      if (!variable.isEmpty()) {
        set(variable, path, origin);
      }
    }

    private WrapperScript script(Program.Wrapped wrapped) {
      Map<String, String> environment = new LinkedHashMap<>();
      wrapped
          .environment()
          .forEach(
              (name, value) ->
                  template
                      .expand(value, wrapped.origin())
                      .ifPresent(text -> environment.put(name, text)));
      return WrapperScript.of(
          cacheDir.resolve("wrappers"),
          template.expand(wrapped.name(), wrapped.origin()).orElseThrow(),
          tool(wrapped.tool()).program(),
          wrapped.arguments().stream()
              .map(argument -> template.expand(argument, wrapped.origin()))
              .flatMap(Optional::stream)
              .toList(),
          environment,
          host.isWindows());
    }

    void settings(Toolchain toolchain) {
      needed.addAll(toolchain.downloads());
      toolchain
          .environment()
          .forEach(
              (name, value) ->
                  template
                      .expand(value, toolchain.origin())
                      .ifPresent(
                          text ->
                              set(
                                  template.expand(name, toolchain.origin()).orElseThrow(),
                                  text,
                                  toolchain.origin())));
    }

    void flag(String flag, Origin origin) {
      template.expand(flag, origin).ifPresent(text -> rustflags.add(new Setting(text, origin)));
    }

    private void set(String name, String value, Origin origin) {
      variables.put(name, new Setting(value, origin));
    }

    TargetEnvironment done() {
      return new TargetEnvironment(variables, rustflags, List.copyOf(scripts.values()), needed);
    }
  }

  private Map<String, String> words(Target target, Optional<GlibcVersion> floor) {
    Map<String, String> words = TargetWords.of(target, host, cacheDir);
    words.put("floorSuffix", floor.map(version -> "." + version).orElse(""));
    words.put("rustcVersion", rustcVersion);
    return words;
  }

  /** Asking for a tool may run programs, so this happens only where a text has such a word. */
  private Optional<String> toolWord(String word) {
    String[] parts = word.split(":", 2);
    if (parts.length < 2 || !catalog.downloads().containsKey(parts[1])) {
      return Optional.empty();
    }
    return switch (parts[0]) {
      case "download" -> Optional.of(tool(parts[1]).program().toString());
      case "version" -> Optional.of(tool(parts[1]).version());
      default -> Optional.empty();
    };
  }

  private ToolState.Usable tool(String name) {
    if (tools.state(name) instanceof ToolState.Usable usable) {
      return usable;
    }
    throw new IllegalStateException(name + " is unavailable: its toolchain was not to be selected");
  }
}
