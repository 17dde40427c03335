package io.github.rustcross.maven.export;

import io.github.rustcross.maven.problem.ProblemException;

/** A way of writing settings down so that another tool reads them. */
public interface ExportFormat {
  /** The word in {@code rust.format}. */
  String id();

  /** Whether one file of it can hold the settings of several targets. */
  boolean takesSeveral();

  /**
   * The whole file. It ends with a line's end, and values survive as they are: spaces, quotes,
   * {@code $}, backslashes and letters of any language included.
   *
   * @param export one target or, where {@link #takesSeveral()}, any number of them
   * @throws ProblemException with everything that the format cannot say
   */
  String text(Export export) throws ProblemException;
}
