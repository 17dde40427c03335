package io.github.rustcross.maven.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.inspect.TextOccurrence;
import io.github.rustcross.inspect.TextSearch;
import io.github.rustcross.verify.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Looks for paths of the machine that builds; the same for all targets. */
public final class BuildPaths {
  private static final int MOST = 20;
  private static final int SHOWN = 3;

  private final TextSearch search;

  /**
   * Paths that are of no use on other machines.
   *
   * @param folders folders of this machine that have no business in a binary
   */
  public BuildPaths(Collection<Path> folders) {
    // A short path, such as /, would be found everywhere.
    this.search =
        new TextSearch(
            folders.stream()
                .filter(folder -> folder.getNameCount() > 1)
                .map(folder -> folder + folder.getFileSystem().getSeparator())
                .toList());
  }

  Check check(ByteSource source, BinaryDetails details)
      throws IOException, MalformedBinaryException {
    List<String> lines =
        search.in(source, details, MOST).stream().map(TextOccurrence::line).distinct().toList();
    String shown = String.join(", ", lines.subList(0, Math.min(SHOWN, lines.size())));
    return Check.compared(
        Rule.BUILD_PATH,
        "",
        lines.isEmpty() ? "none" : lines.size() > SHOWN ? shown + ", …" : shown,
        "none",
        lines.isEmpty(),
        Map.of());
  }
}
