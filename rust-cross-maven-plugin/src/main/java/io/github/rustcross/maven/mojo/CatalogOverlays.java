package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Reads the catalog with the overlays that {@code rust.catalog} names: files or Maven artifacts.
 */
public final class CatalogOverlays {
  /** {@code group:artifact:yaml[:classifier]:version}. */
  private static final Pattern COORDINATES =
      Pattern.compile("[^:/\\\\]{2,}:[^:/\\\\]+:ya?ml(:[^:/\\\\]+)?:[^:/\\\\]+");

  private final RepositoryFiles repositories;

  /** Wired by Maven. */
  @Inject
  public CatalogOverlays(RepositoryFiles repositories) {
    this.repositories = repositories;
  }

  /**
   * The catalog with overlays.
   *
   * @param words files, relative to {@code basedir}, or coordinates
   * @throws ProblemException if one cannot be had or read, with everything that is wrong
   */
  TargetCatalog load(List<String> words, Path basedir, MavenSession session, MavenProject project)
      throws ProblemException {
    List<CatalogSource> overlays = new ArrayList<>();
    for (String word : words) {
      overlays.add(
          COORDINATES.matcher(word).matches()
              ? source(
                  repositories.resolve(
                      ProblemCode.CATALOG_INVALID, RustProperties.CATALOG, word, session, project))
              : source(basedir.resolve(word).normalize()));
    }
    try {
      return TargetCatalog.load(overlays);
    } catch (CatalogException e) {
      throw new ProblemException(
          e.problems().stream()
              .map(problem -> Problem.of(ProblemCode.CATALOG_INVALID, problem.toString()))
              .toList(),
          e);
    }
  }

  private static CatalogSource source(Path file) throws ProblemException {
    try {
      return CatalogSource.file(file);
    } catch (IOException e) {
      throw new ProblemException(OverlayProblems.unreadable(file, e), e);
    }
  }
}
