package io.github.rustcross.maven.cargo;

import java.nio.file.Path;

/**
 * A build script that cargo ran, or whose last run it found fresh.
 *
 * @param packageId cargo's id of the package
 * @param folder where the script puts what it makes, {@code OUT_DIR}
 */
public record BuildScriptRun(String packageId, Path folder) {}
