package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import java.io.IOException;
import java.nio.file.Path;

/** Fetches a tool from one kind of source into a folder, checked. */
interface Fetcher<S extends Download.Source> {
  /**
   * Fetches.
   *
   * @param source what to fetch, its texts filled in
   * @param folder empty; what is in it afterwards is the tool
   * @throws IOException if it cannot be had this way; the message is shown to the user
   */
  void fetch(S source, Path folder) throws IOException;
}
