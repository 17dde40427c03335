package io.github.rustcross.inspect;

/** Whether a binary needs something else at run time before it can run. */
public enum Linkage {
  /**
   * Nothing is loaded at run time. A static position-independent executable is static although it
   * has a dynamic segment, for that segment only holds its own relocations. Objects and archives
   * are static too: what they lack is a link step's concern.
   */
  STATIC("static"),

  /**
   * The file has an interpreter, needs at least one library or import, or is itself a {@link
   * FileKind#SHARED_LIBRARY}, which only a dynamic loader can load.
   */
  DYNAMIC("dynamic");

  private final String id;

  Linkage(String id) {
    this.id = id;
  }

  /**
   * The stable word for this linkage in reports.
   *
   * @return {@code static} or {@code dynamic}
   */
  public String id() {
    return id;
  }
}
