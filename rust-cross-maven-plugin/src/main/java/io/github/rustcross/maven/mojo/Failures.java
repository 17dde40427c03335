package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Storage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
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
    } catch (InvalidPathException e) {
      throw new MojoFailureException(
          Problem.of(
                  ProblemCode.PARAMETER_INVALID,
                  "the name of a file cannot be written in this machine's encoding: "
                      + e.getMessage(),
                  "Set the variable LC_ALL to C.UTF-8, or another locale with UTF-8.")
              .toString(),
          e);
    } catch (IOException e) {
      throw new MojoExecutionException("rust-cross cannot go on: " + Storage.reason(e), e);
    }
  }
}
