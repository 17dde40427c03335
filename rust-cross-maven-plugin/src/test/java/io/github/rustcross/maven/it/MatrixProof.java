package io.github.rustcross.maven.it;

import io.github.rustcross.catalog.Proof;
import io.github.rustcross.catalog.RunnerChoice;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.ToolchainChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run of the matrix shows of a target, and why it does not show more. */
final class MatrixProof {
  private final Set<String> built = new LinkedHashSet<>();
  private final Set<String> ran = new LinkedHashSet<>();
  private final List<String> reasons = new ArrayList<>();
  private StdSupport std;
  private boolean loaded;

  void built(MatrixJob job, StdSupport with) {
    built.add(job.toolchain());
    std = with;
  }

  void failed(MatrixJob job, String reason) {
    reasons.add(job.module() + " " + reason);
  }

  void ran(String runner) {
    ran.add(runner);
  }

  void notRun(String reason) {
    reasons.add(reason);
  }

  void loaded(boolean worked) {
    loaded = worked;
  }

  /** What stands in the way of more; empty if nothing is known. */
  List<String> reasons() {
    return reasons;
  }

  /** What is proven, in the order of the catalog; nothing if it was not even built. */
  Optional<Proof> proof(Target target) {
    return built.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proof(
                std,
                target.toolchains().stream()
                    .map(ToolchainChoice::toolchain)
                    .distinct()
                    .filter(built::contains)
                    .toList(),
                target.runners().stream().map(RunnerChoice::runner).filter(ran::contains).toList(),
                loaded));
  }
}
