package io.github.rustcross.maven.process;

/**
 * What a process that ended left behind.
 *
 * @param exitCode its exit code
 * @param stdout all of its standard output
 * @param stderr all of its standard error
 */
public record ProcessOutput(int exitCode, String stdout, String stderr) {
  /** Whether the exit code is 0. */
  public boolean succeeded() {
    return exitCode == 0;
  }
}
