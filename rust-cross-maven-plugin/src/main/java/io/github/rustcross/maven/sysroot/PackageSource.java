package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.PackageIndex;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where indexes and packages of a release come from. */
sealed interface PackageSource permits AptSource, MirrorSource {
  /** What it is, for messages and records. */
  String label();

  /**
   * The index of a release, which somebody signed whom the catalog trusts.
   *
   * @param refresh whether it has to be the newest
   * @param work a folder for what is needed in between
   * @throws ProblemException if it cannot be had, or cannot be trusted
   * @throws IOException if this thread is interrupted, or a folder is at fault
   */
  PackageIndex index(SuiteRequest request, boolean refresh, Path work)
      throws ProblemException, IOException;

  /**
   * Downloads packages. Their digests are not looked at.
   *
   * @param refresh whether what the source has in its hands may be too old
   * @param work a folder for them
   * @return the files, in the order of the packages
   * @throws ProblemException if one cannot be had
   * @throws IOException if this thread is interrupted, or a folder is at fault
   */
  List<Path> download(
      SuiteRequest request, List<ResolvedPackage> packages, boolean refresh, Path work)
      throws ProblemException, IOException;
}
