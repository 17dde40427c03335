package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that cargo has to build for one target.
 *
 * @param packageId cargo's id of the package
 * @param name the name of the binary or library
 * @param kind what it is
 * @param file its file name
 * @param delivery as what it is attached
 * @param type the type under which Maven knows it
 * @param classifier the classifier under which Maven knows it
 * @param entry its path inside the jar that it is attached in; empty where it is not in a jar
 * @param documents files of the crate that go along in an archive
 */
public record ExpectedArtifact(
    String packageId,
    String name,
    ArtifactKind kind,
    String file,
    Delivery delivery,
    String type,
    String classifier,
    String entry,
    List<Path> documents) {
  /** Copies the list. */
  public ExpectedArtifact {
    documents = List.copyOf(documents);
  }

  /** To have a record's own made takes a JVM that has just started longer than most else. */
  @Override
  public int hashCode() {
    return file.hashCode();
  }
}
