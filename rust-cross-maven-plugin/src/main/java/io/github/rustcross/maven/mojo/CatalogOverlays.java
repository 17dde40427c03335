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
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Reads the catalog with the overlays that {@code rust.catalog} names: files or Maven artifacts.
 */
public final class CatalogOverlays {
  /** {@code group:artifact:yaml[:classifier]:version}. */
  private static final Pattern COORDINATES =
      Pattern.compile("[^:/\\\\]{2,}:[^:/\\\\]+:ya?ml(:[^:/\\\\]+)?:[^:/\\\\]+");

  private final RepositorySystem repositories;

  /** Wired by Maven. */
  @Inject
  public CatalogOverlays(RepositorySystem repositories) {
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
              ? source(resolve(word, session, project))
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

  /** Maven's own resolution: mirrors, the reactor and -o count. */
  private Path resolve(String coordinates, MavenSession session, MavenProject project)
      throws ProblemException {
    ArtifactRequest request = new ArtifactRequest();
    request.setArtifact(new DefaultArtifact(coordinates));
    request.setRepositories(project.getRemoteProjectRepositories());
    try {
      return repositories
          .resolveArtifact(session.getRepositorySession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new ProblemException(
          Problem.of(
              ProblemCode.CATALOG_INVALID,
              "%s: %s cannot be resolved: %s"
                  .formatted(RustProperties.CATALOG, coordinates, e.getMessage()),
              "Install or deploy it, or name a repository that has it in <repositories>."),
          e);
    }
  }
}
