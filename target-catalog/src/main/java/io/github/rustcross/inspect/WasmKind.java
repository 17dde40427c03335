package io.github.rustcross.inspect;

/**
 * What is imported or exported (Core Specification, 5.5 "Import Section"; Component Model, "Binary
 * Format").
 */
public enum WasmKind {
  /** A function, of a module or a component. */
  FUNCTION("function"),

  /** A table of references. */
  TABLE("table"),

  /** A memory. */
  MEMORY("memory"),

  /** A global variable. */
  GLOBAL("global"),

  /** A tag of exceptions. */
  TAG("tag"),

  /** A core module, of a component. */
  MODULE("module"),

  /** A value, of a component. */
  VALUE("value"),

  /** A type, of a component. */
  TYPE("type"),

  /** A component within a component. */
  COMPONENT("component"),

  /** An instance, that is an interface, of a component. */
  INSTANCE("instance");

  private final String id;

  WasmKind(String id) {
    this.id = id;
  }

  /**
   * The stable word in reports.
   *
   * @return lower-case letters, e.g. {@code function}
   */
  public String id() {
    return id;
  }
}
