package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.ArtifactKind;

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
 */
public record ExpectedArtifact(
    String packageId,
    String name,
    ArtifactKind kind,
    String file,
    Delivery delivery,
    String type,
    String classifier) {}
