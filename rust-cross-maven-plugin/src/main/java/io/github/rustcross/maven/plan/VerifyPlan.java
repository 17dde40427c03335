package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.verify.RuleLevels;
import java.util.List;

/**
 * How the binaries of one target are verified.
 *
 * @param levels how much each rule counts
 * @param allowed patterns of libraries that they may need besides those of the platform
 */
public record VerifyPlan(RuleLevels levels, List<String> allowed) {
  /** Copies the list. */
  public VerifyPlan {
    allowed = List.copyOf(allowed);
  }

  /** The catalog's levels, then what the user says for all and for the target, then the mode. */
  static VerifyPlan of(TargetCatalog catalog, BuildRequest request, TargetSettings target) {
    VerifySettings settings = request.verification().and(target.verification());
    RuleLevels levels = RuleLevels.of(catalog.rules()).with(settings.levels());
    return new VerifyPlan(request.verify().limit(levels), settings.allowed());
  }
}
