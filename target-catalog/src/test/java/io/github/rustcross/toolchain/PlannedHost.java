package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How every target of a catalog is built on a machine, as text. Tools can be fetched there. */
final class PlannedHost {
  private static final FloorRequest NO_FLOOR_SAID = new FloorRequest.Unspecified();

  private final TargetCatalog catalog;
  private final HostPlatform platform;
  private final HostSearch search;
  private final Path cache;
  private final StringBuilder text = new StringBuilder();

  PlannedHost(TargetCatalog catalog, HostPlatform platform, HostSearch search, Path cache) {
    this.catalog = catalog;
    this.platform = platform;
    this.search = search;
    this.cache = cache;
  }

  String text() {
    for (Target target : catalog.targets().values()) {
      if (!target.isUniversal()) {
        target(target);
      }
    }
    return text.toString();
  }

  private void target(Target target) {
    line("%s", target.triple());
    selection(target, "pure Rust, program", needs(ArtifactKind.BIN));
    selection(target, "C, program", needs(ArtifactKind.BIN, Language.C));
    Needs everything = needs(ArtifactKind.CDYLIB, Language.C, Language.CXX);
    Needs foreign =
        target.files().containsKey(ArtifactKind.CDYLIB)
            ? everything
            : needs(ArtifactKind.STATICLIB, Language.C, Language.CXX);
    selection(target, "C and C++, library", foreign)
        .ifPresent(s -> environment(target, s, foreign));
    Set<String> named = new LinkedHashSet<>();
    target.toolchains().forEach(choice -> named.add(choice.toolchain()));
    for (String name : named) {
      if (selector().select(target, foreign, NO_FLOOR_SAID, Machine.named(name))
          instanceof Unservable unservable) {
        unservable.rejections().forEach(rejection -> rejection("named " + name, rejection));
      }
    }
  }

  private Optional<Selected> selection(Target target, String what, Needs needs) {
    ToolchainSelection selection = selector().select(target, needs, NO_FLOOR_SAID, Machine.AUTO);
    if (selection instanceof Selected selected) {
      line(
          "  %s: %s%s",
          what,
          selected.choice().label(),
          selected.floor().map(floor -> ", glibc " + floor).orElse(""));
      return Optional.of(selected);
    }
    line("  %s: none", what);
    return Optional.empty();
  }

  private void rejection(String what, Rejection rejection) {
    line("  %s: %s", what, rejection.reason());
    rejection.remedy().ifPresent(remedy -> line("    %s", remedy));
  }

  private void environment(Target target, Selected selected, Needs needs) {
    TargetEnvironment environment =
        new TargetEnvironmentFactory(catalog, platform, search, this::tool, cache, "1.95.0")
            .create(target, selected, needs.kinds());
    environment.variables().forEach((name, value) -> line("    %s=%s", name, value.value()));
    environment.rustflags().forEach(flag -> line("    rustc %s", flag.value()));
    environment.scripts().forEach(script -> line("    %s", command(script)));
  }

  /** What a script does in the end. */
  private static String command(WrapperScript script) {
    List<String> lines = script.content().lines().toList();
    return lines.get(lines.size() - 1);
  }

  private ToolchainSelector selector() {
    return new ToolchainSelector(
        catalog,
        platform,
        search,
        this::tool,
        (program, arguments, pattern) -> new ProgramProbe.Works("1.0"));
  }

  private ToolState tool(String name) {
    return new ToolState.Obtainable(
        cache.resolve("tools").resolve(name + platform.executableSuffix()),
        catalog.downloads().get(name).version());
  }

  private static Needs needs(ArtifactKind kind, Language... languages) {
    return new Needs(Set.of(languages), Set.of(kind));
  }

  private void line(String format, Object... arguments) {
    text.append(format.formatted(arguments)).append('\n');
  }
}
