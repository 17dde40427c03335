package io.github.rustcross.runner;

import java.nio.file.Path;

/**
 * The folders that a target's programs have to see.
 *
 * @param directory the workspace's root, with the files that tests read: {@code {directory}}
 * @param targetDir cargo's target folder, with the programs: {@code {targetDir}}
 */
public record RunnerFolders(Path directory, Path targetDir) {}
