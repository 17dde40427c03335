package io.github.rustcross.catalog;

/**
 * One thing that is wrong with a catalog or an overlay.
 *
 * @param origin the file, line and column
 * @param path the keys that lead there, such as {@code targets.x86_64-unknown-linux-gnu.tier}
 * @param message what is wrong and what would be right
 */
public record CatalogProblem(Origin origin, String path, String message) {
  @Override
  public String toString() {
    return origin + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
