package io.github.rustcross.runner;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Runner;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.toolchain.ToolState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the folder with the loader that a target's dynamic programs ask for. */
final class SysrootSearch {
  /** The word for the sysroot that a program was linked against. */
  static final String LINKED = "linkedSysroot";

  private static final String DYNAMIC = "dynamic";

  private final Set<String> downloads;
  private final Predicate<Path> exists;

  SysrootSearch(Set<String> downloads, Predicate<Path> exists) {
    this.downloads = downloads;
    this.exists = exists;
  }

  /** The loader's path on the target; none where its programs are static or have no such thing. */
  static Optional<String> loader(Target target) {
    return DYNAMIC.equals(target.binary().linkage().get(ArtifactKind.BIN))
        ? target.libc().flatMap(Libc::loader)
        : Optional.empty();
  }

  /** The folder; where there is none, why is kept in the texts. */
  Optional<Path> find(Runner.Sysroot sysroot, String loader, RunnerTexts texts) {
    Optional<String> linked = texts.template().tryExpand("{" + LINKED + "}");
    if (linked.isPresent() && sysroot.folders().contains("{" + LINKED + "}")) {
      // It may be fetched only afterwards, and what the program needs is in no other.
      return linked.map(Path::of);
    }
    List<String> folders =
        sysroot.folders().stream()
            .map(texts.template()::tryExpand)
            .flatMap(Optional::stream)
            .toList();
    Optional<Path> here =
        folders.stream()
            .map(Path::of)
            .filter(folder -> exists.test(folder.resolve(loader.substring(1))))
            .findFirst();
    Optional<String> download =
        sysroot.download().flatMap(texts.template()::tryExpand).filter(downloads::contains);
    if (here.isPresent()) {
      return here;
    }
    if (download.filter(texts::canHave).isEmpty()) {
      texts.lacks("the loader %s is not in %s".formatted(loader, String.join(" or ", folders)));
    }
    return download.flatMap(texts::tool).map(ToolState.Usable::program);
  }
}
