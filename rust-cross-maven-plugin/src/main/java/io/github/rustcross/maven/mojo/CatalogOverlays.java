package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogLoader;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.catalog.yaml.CatalogValues;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the catalog with the overlays that {@code rust.catalog} names: files, resources of the
 * plugin's own dependencies, Maven artifacts.
 */
public final class CatalogOverlays {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogOverlays.class);

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
   * The catalog with overlays; warns of what was passed over in them.
   *
   * @param words files, relative to {@code basedir}, {@code classpath:} and a resource's path, or
   *     coordinates
   * @throws ProblemException if one cannot be had or read, with everything that is wrong
   */
  TargetCatalog load(List<String> words, Path basedir, MavenSession session, MavenProject project)
      throws ProblemException {
    TargetCatalog catalog = read(words, basedir, session, project, TargetCatalog::load);
    catalog.warnings().forEach(warning -> LOG.warn("{}: {}", RustProperties.CATALOG, warning));
    return catalog;
  }

  /**
   * The values of the catalog's entries, each with where it comes from.
   *
   * @param words as for {@link #load}
   * @throws ProblemException as for {@link #load}
   */
  CatalogValues values(List<String> words, Path basedir, MavenSession session, MavenProject project)
      throws ProblemException {
    return read(words, basedir, session, project, CatalogValues::load);
  }

  private <T> T read(
      List<String> words,
      Path basedir,
      MavenSession session,
      MavenProject project,
      Function<List<CatalogSource>, T> reader)
      throws ProblemException {
    Problems problems = new Problems();
    List<CatalogSource> overlays = new ArrayList<>();
    for (String word : words) {
      problems.of(() -> source(word, basedir, session, project)).ifPresent(overlays::add);
    }
    if (!problems.isEmpty()) {
      // Without the ones that are missing nothing can be said of all together.
      problems.addAll(problems(CatalogLoader.problems(overlays)));
    }
    problems.failIfAny();
    try {
      return reader.apply(overlays);
    } catch (CatalogException e) {
      throw new ProblemException(problems(e.problems()), e);
    }
  }

  private CatalogSource source(
      String word, Path basedir, MavenSession session, MavenProject project)
      throws ProblemException {
    if (word.startsWith(CatalogSource.CLASSPATH)) {
      return resource(word.substring(CatalogSource.CLASSPATH.length()));
    }
    boolean artifact = COORDINATES.matcher(word).matches();
    Path file =
        artifact
            ? repositories.resolve(
                ProblemCode.CATALOG_INVALID, RustProperties.CATALOG, word, session, project)
            : basedir.resolve(word).normalize();
    try {
      // A repository's file has nothing beside it, even where the reactor's has.
      return artifact
          ? new CatalogSource(file.toString(), Files.readString(file))
          : CatalogSource.file(file);
    } catch (IOException e) {
      throw new ProblemException(OverlayProblems.unreadable(file, e), e);
    }
  }

  private static CatalogSource resource(String path) throws ProblemException {
    try {
      return CatalogSource.resource(path, CatalogOverlays.class.getClassLoader());
    } catch (IOException e) {
      throw new ProblemException(OverlayProblems.noResource(path), e);
    }
  }

  private static List<Problem> problems(List<CatalogProblem> problems) {
    return problems.stream()
        .map(problem -> Problem.of(ProblemCode.CATALOG_INVALID, problem.toString()))
        .toList();
  }
}
