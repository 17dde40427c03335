package io.github.rustcross.maven.explain;

import io.github.rustcross.maven.plan.TargetHealth.Ability;
import io.github.rustcross.maven.text.Style;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import io.github.rustcross.toolchain.ToolchainSelection.Selected;
import io.github.rustcross.toolchain.ToolchainSelection.Unservable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of what is told of an ability.
 *
 * @param style how it looks
 * @param text the line
 */
record AbilityLine(Style style, String text) {
  /**
   * What is told of an ability.
   *
   * @param all whether all reasons are; else those with a way out, because others were told of what
   *     asks for less
   */
  static List<AbilityLine> of(Ability ability, boolean all) {
    List<AbilityLine> lines = new ArrayList<>();
    if (ability.selection() instanceof Selected selected) {
      lines.add(new AbilityLine(Style.GOOD, selected.choice().label() + floor(selected)));
      ability
          .programs()
          .forEach(program -> lines.add(new AbilityLine(Style.PLAIN, program.toString())));
      return lines;
    }
    List<Rejection> rejections = ((Unservable) ability.selection()).rejections();
    Map<String, List<Rejection>> alike =
        rejections.stream()
            .filter(rejection -> all || isCurable(rejection))
            .collect(
                Collectors.groupingBy(
                    rejection -> rejection.reason() + rejection.remedy().orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    lines.add(
        new AbilityLine(
            Style.BAD,
            alike.isEmpty() ? "no toolchain can build it" : "no toolchain here can build it:"));
    for (List<Rejection> same : alike.values()) {
      String names = same.stream().map(Rejection::choice).collect(Collectors.joining(", "));
      lines.add(new AbilityLine(Style.PLAIN, "- %s: %s".formatted(names, same.get(0).reason())));
      same.get(0)
          .remedy()
          .ifPresent(text -> lines.add(new AbilityLine(Style.FAINT, "try: " + text)));
      same.get(0).hints().forEach(hint -> lines.add(new AbilityLine(Style.FAINT, hint)));
    }
    return lines;
  }

  private static boolean isCurable(Rejection rejection) {
    return !rejection.remedies().isEmpty() || !rejection.hints().isEmpty();
  }

  private static String floor(Selected selected) {
    return selected.floor().map(version -> ", promises glibc " + version).orElse("");
  }
}
