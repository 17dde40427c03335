package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.TargetSysroot;
import java.util.List;

/** Tells where sysroots are, or will be once they were fetched. Fetches nothing. */
@FunctionalInterface
public interface SysrootFinder {
  /**
   * The sysroot of a target.
   *
   * @param target the target that it is for
   * @param request what the user asks for
   * @param packages what it has to have besides what the catalog and the user say
   * @throws ProblemException if it cannot serve
   */
  Found find(Target target, SysrootRequest request, List<String> packages) throws ProblemException;

  /**
   * A sysroot of one target.
   *
   * @param target the target that it is for
   * @param request what the user asks for
   * @param packages what it has to have besides what the catalog and the user say
   * @param sysroot where it is, and what is known of it by now
   * @param here whether it is there; else it is to be fetched
   */
  record Found(
      Target target,
      SysrootRequest request,
      List<String> packages,
      TargetSysroot sysroot,
      boolean here) {
    /** Copies the list. */
    public Found {
      packages = List.copyOf(packages);
    }
  }
}
