package io.github.rustcross.maven.mojo;

/** In what form a goal tells what it has to tell. */
enum OutputFormat {
  /** For people, into Maven's log. */
  TEXT("text"),
  /** For programs. */
  JSON("json");

  private final String id;

  OutputFormat(String id) {
    this.id = id;
  }

  /** The word of {@code rust.format}. */
  String id() {
    return id;
  }
}
