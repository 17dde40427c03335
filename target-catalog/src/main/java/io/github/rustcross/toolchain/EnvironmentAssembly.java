package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what one environment is made of. */
final class EnvironmentAssembly {
  private final TargetCatalog catalog;
  private final Target target;
  private final HostPlatform host;
  private final ToolFinder tools;
  private final Path scriptFolder;
  private final Map<String, Setting> variables = new LinkedHashMap<>();
  private final List<Setting> rustflags = new ArrayList<>();
  private final Map<Path, WrapperScript> scripts = new LinkedHashMap<>();
  private final Map<Role, String> paths = new EnumMap<>(Role.class);
  private final Set<String> needed = new LinkedHashSet<>();
  private final Map<String, FoundPath> found = new LinkedHashMap<>();

  EnvironmentAssembly(
      TargetCatalog catalog,
      Target target,
      HostPlatform host,
      ToolFinder tools,
      Path scriptFolder) {
    this.catalog = catalog;
    this.target = target;
    this.host = host;
    this.tools = tools;
    this.scriptFolder = scriptFolder;
  }

  /**
   * A toolchain that has a part in it.
   *
   * @param toolchain what the catalog says
   * @param local what is on this machine
   * @param template fills in its texts
   */
  record Part(Toolchain toolchain, LocalToolchain local, Template template) {
    private Optional<String> text(String text) {
      return template.expand(text, toolchain.origin());
    }

    private List<String> texts(List<String> texts) {
      return texts.stream().map(this::text).flatMap(Optional::stream).toList();
    }

    private Map<String, String> values(Map<String, String> texts) {
      Map<String, String> values = new LinkedHashMap<>();
      texts.forEach((name, value) -> text(value).ifPresent(filled -> values.put(name, filled)));
      return values;
    }
  }

  /** The program in a role, where a text refers to it; else the path or version of a tool. */
  Optional<String> word(String word) {
    String[] parts = word.split(":", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    if (word.equals("file:cmake")) {
      return cmakeFile();
    }
    if (parts[0].equals("program")) {
      return paths.keySet().stream()
          .filter(role -> role.id().equals(parts[1]))
          .map(paths::get)
          .findFirst();
    }
    // Asking for a tool may run programs, so this happens only where a text has such a word.
    if (!catalog.downloads().containsKey(parts[1])) {
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

  void program(Part part, Role role) {
    String variable = catalog.variables().get(role);
    program(part, role, variable == null ? "" : part.text(variable).orElseThrow());
  }

  void program(Part part, Role role, String variable) {
    Program program = part.toolchain().programs().get(role);
    if (program instanceof Program.Found search) {
      if (part.local().find(search) instanceof LocalToolchain.Lookup.Present present) {
        present
            .pattern()
            .filter(pattern -> pattern.contains("*"))
            .ifPresent(
                pattern ->
                    found(new FoundPath(role.id(), present.path(), pattern, search.origin())));
        set(role, variable, startable(part, search, present.path()).toString(), search.origin());
      }
    } else if (program instanceof Program.Wrapped wrapped) {
      Path script =
          script(
              part,
              part.text(wrapped.name()).orElseThrow(),
              tool(wrapped.tool()).program(),
              wrapped.arguments(),
              wrapped.environment(),
              wrapped.version().map(call -> version(part, call)).orElse(List.of()));
      set(role, variable, script.toString(), wrapped.origin());
    } else if (program instanceof Program.OfRustc own) {
      part.text(own.name()).ifPresent(name -> set(role, variable, name, own.origin()));
    }
  }

  /** The program itself, or a script that starts it with what it needs. */
  private Path startable(Part part, Program.Found search, Path program) {
    boolean plain =
        search.script().isEmpty()
            && part.texts(search.arguments()).isEmpty()
            && search.environment().isEmpty()
            && inFront(part).isEmpty();
    return plain
        ? program
        : script(
            part,
            search.script().flatMap(part::text).orElse(host.nameOf(program)),
            program,
            search.arguments(),
            search.environment(),
            List.of());
  }

  private List<String> version(Part part, Program.VersionCall call) {
    List<String> command = new ArrayList<>(List.of(tool(call.tool()).program().toString()));
    command.addAll(part.texts(call.arguments()));
    return command;
  }

  private Path script(
      Part part,
      String name,
      Path program,
      List<String> arguments,
      Map<String, String> environment,
      List<String> version) {
    return kept(
        WrapperScript.of(
            scriptFolder,
            name,
            new WrapperScript.Call(
                program, part.texts(arguments), part.values(environment), inFront(part), version),
            host.isWindows()));
  }

  private Path kept(WrapperScript script) {
    scripts.put(script.path(), script);
    return script.path();
  }

  /** Inside scripts alone: build scripts of the host would find the target's programs. */
  private Map<String, List<String>> inFront(Part part) {
    Map<String, List<String>> folders = new LinkedHashMap<>();
    add(folders, "PATH", part.texts(part.toolchain().paths().path()));
    add(folders, host.libraryPath(), part.texts(part.toolchain().paths().libraryPath()));
    return folders;
  }

  private static void add(Map<String, List<String>> folders, String variable, List<String> more) {
    if (!more.isEmpty()) {
      folders.computeIfAbsent(variable, name -> new ArrayList<>()).addAll(more);
    }
  }

  private void set(Role role, String variable, String path, Origin origin) {
    paths.put(role, path);
    if (!variable.isEmpty()) {
      variables.put(variable, new Setting(path, origin));
    }
  }

  private void found(FoundPath path) {
    found.put(path.what(), path);
  }

  /** The folder that it lives in. */
  void folder(Part part) {
    if (part.local().folder() instanceof SdkFolder.Here here) {
      found(new FoundPath("folder", here.path(), here.how(), part.toolchain().origin()));
    }
  }

  /** Its tools and its variables. */
  void settings(Part part) {
    Toolchain toolchain = part.toolchain();
    needed.addAll(toolchain.downloads());
    toolchain
        .environment()
        .forEach(
            (name, value) ->
                part.text(value)
                    .ifPresent(
                        filled ->
                            variables.put(
                                part.text(name).orElseThrow(),
                                new Setting(filled, toolchain.origin()))));
  }

  /** What tells build scripts where its headers and libraries are. */
  void sysroot(Part part, TargetSysroot sysroot) {
    found(
        new FoundPath(
            TargetSysroot.FOLDER,
            sysroot.root().orElse(Path.of("/")),
            sysroot.name(),
            sysroot.origin()));
    catalog
        .sysrootVariables()
        .forEach(
            (name, value) ->
                part.text(value)
                    .ifPresent(
                        filled ->
                            variables.put(
                                part.text(name).orElseThrow(),
                                new Setting(filled, sysroot.origin()))));
  }

  private Optional<String> cmakeFile() {
    CmakeToolchainFile file =
        new CmakeToolchainFile(target, host, paths, variables, List.copyOf(found.values()));
    if (!file.canBeWritten()) {
      return Optional.empty();
    }
    return Optional.of(
        kept(WrapperScript.of(scriptFolder, target.triple() + ".cmake", file.text())).toString());
  }

  void linkPaths(Part part) {
    part.local()
        .linkPaths()
        .forEach(path -> rustflags.add(new Setting("-Lnative=" + path, part.toolchain().origin())));
    // rustc searches folders of its own flags first, also for what a crate has compiled itself.
    part.local()
        .linkerPaths()
        .forEach(
            path -> rustflags.add(new Setting("-Clink-arg=-L" + path, part.toolchain().origin())));
  }

  void flag(Part part, String flag, Origin origin) {
    part.template()
        .expand(flag, origin)
        .ifPresent(filled -> rustflags.add(new Setting(filled, origin)));
  }

  /** What starts cargo. */
  Launch launch(Part part, FoundLauncher launcher) {
    Launch launch =
        LaunchTexts.launch(
            part.toolchain().launcher().orElseThrow(),
            launcher,
            part.template(),
            host,
            scriptFolder);
    launch.scripts().forEach(script -> scripts.put(script.path(), script));
    return launch;
  }

  TargetEnvironment done(Optional<Launch> launch) {
    return new TargetEnvironment(
        variables,
        rustflags,
        List.copyOf(scripts.values()),
        needed,
        launch,
        List.copyOf(found.values()));
  }
}
