package io.github.rustcross.maven.cargo;

import java.nio.file.Path;

/**
 * A file that cargo named for an artifact.
 *
 * @param path where it lies
 * @param fresh whether cargo found it as it should be, and built nothing
 */
public record CompiledFile(Path path, boolean fresh) {}
