package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Sysroot;
import java.nio.file.Path;

/** The sysroot that a target is to be compiled and linked against. */
public sealed interface SysrootRequest {
  /** What the user calls it. */
  String name();

  /**
   * One of the catalog.
   *
   * @param sysroot what the catalog says of it
   */
  record OfCatalog(Sysroot sysroot) implements SysrootRequest {
    @Override
    public String name() {
      return sysroot.name();
    }
  }

  /**
   * A folder of the user's.
   *
   * @param path the folder, absolute
   */
  record Folder(Path path) implements SysrootRequest {
    @Override
    public String name() {
      return path.toString();
    }
  }
}
