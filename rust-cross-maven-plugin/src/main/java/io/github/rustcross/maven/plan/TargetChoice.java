package io.github.rustcross.maven.plan;

import io.github.rustcross.toolchain.FloorRequest;
import java.util.List;

/**
 * What the user says of targets, in words.
 *
 * @param parameter the parameter that names them, for messages
 * @param targets the words of {@code rust.targets}; none for the default
 * @param crossToolchain the words of {@code rust.crossToolchain}; none for {@code auto}
 * @param floor {@code rust.glibc}
 * @param sysroots what is said of sysroots
 * @param rules what holds for some targets alone
 */
public record TargetChoice(
    String parameter,
    List<String> targets,
    List<String> crossToolchain,
    FloorRequest floor,
    SysrootSettings sysroots,
    List<TargetRule> rules) {
  /** Copies the lists. */
  public TargetChoice {
    targets = List.copyOf(targets);
    crossToolchain = List.copyOf(crossToolchain);
    rules = List.copyOf(rules);
  }
}
