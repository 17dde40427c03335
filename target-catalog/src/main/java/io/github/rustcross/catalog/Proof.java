package io.github.rustcross.catalog;

import java.util.List;

/**
 * What was really done for a target with the bundled catalog, and worked: {@code mvn verify
 * -Pmatrix} does it, and writes it down.
 *
 * @param std whose standard library it was: {@link StdSupport#PREBUILT} and {@link StdSupport#CORE}
 *     are rustup's, {@link StdSupport#SOURCE} was built from source
 * @param built the toolchains of the catalog that built a program for it which kept all promises,
 *     in the target's order; the program has C and C++ in it where target and toolchain take them
 * @param ran the runners of the catalog under which such a program printed what it should
 * @param loadedInJvm whether a JVM of that platform loaded a library for it and called a function
 */
public record Proof(StdSupport std, List<String> built, List<String> ran, boolean loadedInJvm) {
  /** Copies the lists. */
  public Proof {
    built = List.copyOf(built);
    ran = List.copyOf(ran);
  }
}
