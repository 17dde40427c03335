package io.github.rustcross.maven.build;

import io.github.rustcross.maven.build.Provisions.Item;
import io.github.rustcross.maven.plan.SysrootFinder;
import io.github.rustcross.maven.rust.RustToolchain;
import io.github.rustcross.maven.tool.ToolStore;
import io.github.rustcross.toolchain.ToolState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is here; what is needed twice is told once, as it was when it came. */
final class ProvisionList {
  private final List<Item> items = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(Item item) {
    boolean known =
        items.stream()
            .anyMatch(
                other -> other.what().equals(item.what()) && other.detail().equals(item.detail()));
    if (!known) {
      items.add(item);
    }
  }

  void note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  Provisions all(List<String> targets) {
    return new Provisions(targets, items, notes);
  }

  /**
   * Standard libraries, as far as they are prebuilt.
   *
   * @param installed those that were not here before
   */
  void std(RustToolchain rust, List<String> triples, List<String> installed) {
    for (String triple : triples) {
      if (rust.hasStd(triple)) {
        boolean now = installed.contains(triple);
        add(
            new Item(
                "std",
                triple,
                now,
                now ? Optional.of("by rustup") : Optional.empty(),
                rust.sysroot().resolve("lib/rustlib").resolve(triple).toString()));
      }
    }
  }

  /**
   * Sysroots.
   *
   * @param needed what was found of them before anything was fetched
   */
  void sysroots(List<SysrootFinder.Found> needed) {
    for (SysrootFinder.Found found : needed) {
      // Whether there is a newer one is known when it was looked for, and told then.
      boolean fetched =
          found.state() instanceof SysrootFinder.State.Obtainable from && !from.renewal();
      add(
          new Item(
              "sysroot",
              "%s for %s".formatted(found.sysroot(), found.target().triple()),
              fetched,
              fetched
                  ? Optional.of("signature of the release, digests of the packages")
                  : Optional.empty(),
              found.sysroot().root().map(Path::toString).orElse("/")));
    }
  }

  /** Of each of some tools whether it has yet to be fetched. */
  static Map<String, Boolean> obtainable(ToolStore tools, Set<String> names) {
    Map<String, Boolean> states = new LinkedHashMap<>();
    names.forEach(name -> states.put(name, tools.state(name) instanceof ToolState.Obtainable));
    return states;
  }

  /**
   * Tools.
   *
   * @param before what {@link #obtainable} said of them
   */
  void tools(ToolStore tools, Map<String, Boolean> before) {
    before.forEach(
        (name, fetched) -> {
          if (tools.state(name) instanceof ToolState.Usable usable) {
            add(
                new Item(
                    name,
                    usable.version(),
                    fetched,
                    tools.checked(name),
                    usable.program().toString()));
          }
        });
  }
}
