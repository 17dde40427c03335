package io.github.rustcross.toolchain;

/** Tells of a tool from the catalog's {@code downloads:} whether it is there or can be had. */
@FunctionalInterface
public interface ToolFinder {
  /**
   * The state of a tool.
   *
   * @param name its name in the catalog
   */
  ToolState state(String name);
}
