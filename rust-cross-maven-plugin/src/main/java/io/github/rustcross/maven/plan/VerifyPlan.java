package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.toolchain.ToolchainRequest;
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

  /**
   * The catalog's levels, for what was asked for as host its own, then what the user says for all
   * and for the target, then the mode.
   */
  static VerifyPlan of(TargetCatalog catalog, BuildRequest request, TargetRequest target) {
    VerifySettings settings = request.verification().and(target.settings().verification());
    boolean asHost = target.toolchain() instanceof ToolchainRequest.HostDefault;
    RuleLevels usual = RuleLevels.of(catalog.rules());
    RuleLevels levels = (asHost ? usual.with(catalog.hostRules()) : usual).with(settings.levels());
    return new VerifyPlan(request.verify().limit(levels), settings.allowed());
  }
}
