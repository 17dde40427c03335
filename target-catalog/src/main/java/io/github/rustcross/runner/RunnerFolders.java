package io.github.rustcross.runner;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders that a target's programs have to see.
 *
 * @param directory the workspace's root, with the files that tests read: {@code {directory}}
 * @param targetDir cargo's target folder, with the programs: {@code {targetDir}}
 * @param sysroot the sysroot that they were linked against: {@code {linkedSysroot}}
 */
public record RunnerFolders(Path directory, Path targetDir, Optional<Path> sysroot) {
  /** The folders of programs that were linked without a sysroot. */
  public RunnerFolders(Path directory, Path targetDir) {
    this(directory, targetDir, Optional.empty());
  }

  /** The same for programs that were linked against a sysroot. */
  public RunnerFolders with(Optional<Path> linked) {
    return new RunnerFolders(directory, targetDir, linked);
  }
}
