package io.github.rustcross.maven.attach;

import io.github.rustcross.catalog.ArchiveFormat;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.output.NativeJar;
import io.github.rustcross.maven.output.ProgramArchive;
import io.github.rustcross.maven.plan.Delivery;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.report.BuildReport;
import io.github.rustcross.maven.report.TargetResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attaches what was built, each with its type and classifier. */
public final class ArtifactAttacher {
  private static final Logger LOG = LoggerFactory.getLogger(ArtifactAttacher.class);

  private final MavenProjectHelper helper;

  /** An attacher. */
  @Inject
  public ArtifactAttacher(MavenProjectHelper helper) {
    this.helper = helper;
  }

  /**
   * Attaches all artifacts of a build in which nothing failed.
   *
   * @param epoch the time that entries of jars have
   * @throws IOException if a jar cannot be written
   */
  public void attach(MavenProject project, BuildReport report, Optional<Long> epoch)
      throws IOException {
    for (TargetResult target : report.targets()) {
      for (FinishedArtifact artifact : with(target, Delivery.BINARY)) {
        attach(
            project, artifact.expected().type(), artifact.expected().classifier(), artifact.path());
      }
      List<FinishedArtifact> libraries = with(target, Delivery.JAR);
      if (!libraries.isEmpty()) {
        jar(project, report, target, libraries, epoch);
      }
      List<FinishedArtifact> programs = with(target, Delivery.ARCHIVE);
      if (!programs.isEmpty()) {
        archive(project, programs, epoch);
      }
    }
  }

  private void archive(MavenProject project, List<FinishedArtifact> programs, Optional<Long> epoch)
      throws IOException {
    ExpectedArtifact first = programs.get(0).expected();
    String folder = project.getBuild().getFinalName() + "-" + first.classifier();
    Path archive = Path.of(project.getBuild().getDirectory()).resolve(folder + "." + first.type());
    ArchiveFormat format =
        Stream.of(ArchiveFormat.values())
            .filter(known -> known.id().equals(first.type()))
            .findFirst()
            .orElseThrow();
    ProgramArchive.write(archive, format, folder, programs, epoch);
    attach(project, first.type(), first.classifier(), archive);
  }

  private void jar(
      MavenProject project,
      BuildReport report,
      TargetResult target,
      List<FinishedArtifact> libraries,
      Optional<Long> epoch)
      throws IOException {
    String classifier = libraries.get(0).expected().classifier();
    Path jar =
        Path.of(project.getBuild().getDirectory())
            .resolve(project.getBuild().getFinalName() + "-" + classifier + ".jar");
    NativeJar.write(jar, libraries, JarAttributes.of(report, target, libraries), epoch);
    attach(project, "jar", classifier, jar);
  }

  private void attach(MavenProject project, String type, String classifier, Path file) {
    if (project.getAttachedArtifacts().stream()
        .anyMatch(
            attached ->
                attached.getType().equals(type)
                    && classifier.equals(attached.getClassifier())
                    && file.toFile().equals(attached.getFile()))) {
      // "mvn package install" runs the goal twice; a repository that takes each file once would
      // refuse the second.
      return;
    }
    LOG.debug("attaching {} as {}:{}", file, type, classifier);
    helper.attachArtifact(project, type, classifier, file.toFile());
  }

  private static List<FinishedArtifact> with(TargetResult target, Delivery delivery) {
    return target.artifacts().stream()
        .filter(artifact -> artifact.expected().delivery() == delivery)
        .toList();
  }
}
