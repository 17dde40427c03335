package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Artifacts as files, by Maven's own resolution: mirrors, the reactor and -o count. */
public final class RepositoryFiles {
  private final RepositorySystem repositories;

  /** Wired by Maven. */
  @Inject
  public RepositoryFiles(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  /**
   * The file of an artifact.
   *
   * @param code what it means that there is none
   * @param property where the user names it
   * @param coordinates {@code group:artifact[:type[:classifier]]:version}
   * @throws ProblemException if it cannot be had
   */
  Path resolve(
      ProblemCode code,
      String property,
      String coordinates,
      MavenSession session,
      MavenProject project)
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
              code,
              "%s: %s cannot be resolved: %s".formatted(property, coordinates, e.getMessage()),
              "Install or deploy it, or name a repository that has it in <repositories>."),
          e);
    }
  }
}
