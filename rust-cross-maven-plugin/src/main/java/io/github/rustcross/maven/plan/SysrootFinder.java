package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.TargetSysroot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * The sysroot of a target where nobody looks at what crates need.
   *
   * @throws ProblemException if it cannot serve
   */
  default Found withoutCrate(Target target, SysrootRequest request) throws ProblemException {
    return find(target, request, List.of());
  }

  /**
   * Those of some targets, whatever their crates need.
   *
   * @throws ProblemException with everything that stands against them
   */
  default Map<TargetTriple, Found> of(List<TargetRequest> targets) throws ProblemException {
    Problems problems = new Problems();
    Map<TargetTriple, Found> found = new LinkedHashMap<>();
    for (TargetRequest target : targets) {
      target
          .sysroot()
          .flatMap(asked -> problems.of(() -> withoutCrate(target.target(), asked)))
          .ifPresent(sysroot -> found.put(target.target().triple(), sysroot));
    }
    problems.failIfAny();
    return found;
  }

  /** Whether a sysroot is there. */
  sealed interface State {
    /** It is. */
    record Here() implements State {}

    /**
     * A build fetches it first.
     *
     * @param source from where: {@code apt}, or an address
     * @param renewal whether an older one is there, which serves where there is nothing newer
     */
    record Obtainable(String source, boolean renewal) implements State {}

    /**
     * It is not, and a build would not get it.
     *
     * @param problem why not, and what helps
     */
    record Missing(Problem problem) implements State {}

    /** The word for programs. */
    default String id() {
      return this instanceof Here ? "here" : this instanceof Missing ? "missing" : "obtainable";
    }

    /** In words, behind the sysroot's name. */
    default String words() {
      if (this instanceof Obtainable obtainable) {
        return obtainable.renewal()
            ? "is here, and a newer one is looked for (%s)".formatted(obtainable.source())
            : "is fetched by the first build (%s)".formatted(obtainable.source());
      }
      return this instanceof Missing missing ? missing.problem().toString() : "is here";
    }
  }

  /**
   * A sysroot of one target.
   *
   * @param target the target that it is for
   * @param request what the user asks for
   * @param packages what it has to have besides what the catalog and the user say
   * @param sysroot where it is, and what is known of it by now
   * @param state whether it is there
   */
  record Found(
      Target target,
      SysrootRequest request,
      List<String> packages,
      TargetSysroot sysroot,
      State state) {
    /** Copies the list. */
    public Found {
      packages = List.copyOf(packages);
    }

    /** Whether it is there, and as new as it is asked for. */
    public boolean isHere() {
      return state instanceof State.Here;
    }
  }
}
