package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The one place where problems become Maven's exceptions: the user's are failures, ours are not.
 */
final class Failures {
  private Failures() {}

  /** What a goal does. */
  @FunctionalInterface
  interface Work {
    void run() throws ProblemException, IOException, MojoFailureException;
  }

  static void map(Work work) throws MojoExecutionException, MojoFailureException {
    try {
      work.run();
    } catch (ProblemException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("rust-cross cannot go on: " + e.getMessage(), e);
    }
  }
}
