package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Picks the first of a target's toolchains that does all that is asked, and says why. */
public final class ToolchainSelector {
  private final TargetCatalog catalog;
  private final HostPlatform host;
  private final ToolchainAvailability availability;
  private final GlibcFloors floors;

  /**
   * A selector for one machine.
   *
   * @param probe asked only for what starts cargo, of toolchains that are tried
   */
  public ToolchainSelector(
      TargetCatalog catalog,
      HostPlatform host,
      HostSearch search,
      ToolFinder tools,
      ProgramProbe probe) {
    this.catalog = catalog;
    this.host = host;
    this.availability = new ToolchainAvailability(catalog, host, search, tools, probe);
    this.floors = new GlibcFloors(catalog);
  }

  /** Picks the toolchain for a target. */
  public ToolchainSelection select(
      Target target, Needs needs, FloorRequest floorRequest, ToolchainRequest request) {
    Optional<GlibcVersion> floor = floors.floor(target, needs, floorRequest, request);
    List<Rejection> rejections = new ArrayList<>();
    for (ToolchainChoice choice : candidates(target, request)) {
      Optional<Rejection> rejection =
          reject(choice, needs, floor)
              .or(
                  () ->
                      availability.unavailable(choice, use(choice, target, needs, request), needs));
      if (rejection.isEmpty()) {
        Optional<FoundLauncher> launcher =
            availability.launcher(
                catalog.requireToolchain(choice.toolchain()), target, argument(choice, request));
        return new ToolchainSelection.Selected(
            choice,
            floors.promised(choice, needs, floor),
            reason(request, needs, floor, others(rejections, choice))
                + launcher.map(found -> "; " + found.label()).orElse(""),
            argument(choice, request),
            launcher,
            needs.sysroot());
      }
      rejections.add(rejection.get());
    }
    return new ToolchainSelection.Unservable(rejections.stream().distinct().toList());
  }

  /** Why one of a target's ways of building does not serve here; empty where it does. */
  public Optional<Rejection> rejection(
      Target target,
      ToolchainChoice choice,
      Needs needs,
      FloorRequest floorRequest,
      ToolchainRequest request) {
    return reject(choice, needs, floors.floor(target, needs, floorRequest, request))
        .or(() -> availability.unavailable(choice, use(choice, target, needs, request), needs));
  }

  /** Kinds of artifacts that a selected toolchain links with the same flags, together. */
  public Collection<Set<ArtifactKind>> byFlags(
      ToolchainSelection.Selected selected, Set<ArtifactKind> kinds) {
    Toolchain linker = catalog.requireToolchain(selected.choice().linkingToolchain());
    Map<List<String>, Set<ArtifactKind>> parts = new LinkedHashMap<>();
    for (ArtifactKind kind : new TreeSet<>(kinds)) {
      parts
          .computeIfAbsent(linker.rustflags(kind), flags -> EnumSet.noneOf(ArtifactKind.class))
          .add(kind);
    }
    return parts.values();
  }

  private static TargetUse use(
      ToolchainChoice choice, Target target, Needs needs, ToolchainRequest request) {
    return new TargetUse(target, argument(choice, request), needs.sysroot());
  }

  /** What is written behind the name of a toolchain is meant for that one. */
  private static Optional<String> argument(ToolchainChoice choice, ToolchainRequest request) {
    return request instanceof ToolchainRequest.Named named
            && named.name().equals(choice.toolchain())
        ? named.argument()
        : Optional.empty();
  }

  /** A toolchain may serve in two ways; that it does not in the other is not worth a word. */
  private static List<Rejection> others(List<Rejection> rejections, ToolchainChoice chosen) {
    return rejections.stream()
        .filter(rejection -> !rejection.choice().equals(chosen.label()))
        .toList();
  }

  private List<ToolchainChoice> candidates(Target target, ToolchainRequest request) {
    if (request instanceof ToolchainRequest.HostDefault) {
      return List.of(anyTarget(catalog.hostToolchain()));
    }
    if (request instanceof ToolchainRequest.Named named) {
      return catalog.requireToolchain(named.name()).anyTarget()
          ? List.of(anyTarget(named.name()))
          : target.toolchains().stream()
              .filter(choice -> choice.toolchain().equals(named.name()))
              .toList();
    }
    return target.toolchains();
  }

  private static ToolchainChoice anyTarget(String toolchain) {
    return new ToolchainChoice(
        toolchain,
        Optional.empty(),
        EnumSet.allOf(ArtifactKind.class),
        Set.of(),
        List.of(),
        Origin.of("named"));
  }

  private Optional<Rejection> reject(
      ToolchainChoice choice, Needs needs, Optional<GlibcVersion> floor) {
    Toolchain compiler = catalog.requireToolchain(choice.toolchain());
    Toolchain linker = catalog.requireToolchain(choice.linkingToolchain());
    Optional<Rejection> unwanted =
        forbidden(choice, compiler)
            .or(() -> forbidden(choice, linker))
            .or(() -> elsewhere(choice, choice.hosts()))
            .or(() -> elsewhere(choice, compiler.terms().hosts()))
            .or(() -> elsewhere(choice, linker.terms().hosts()));
    if (unwanted.isPresent()) {
      return unwanted;
    }
    if (!compiler.compiles().containsAll(needs.languages())) {
      return rejection(
          choice,
          "the crate compiles %s, it does not%s"
              .formatted(
                  Needs.names(needs.languages()),
                  Collections.disjoint(needs.languages(), compiler.compiles())
                      ? ""
                      : " compile " + lacking(needs.languages(), compiler.compiles())));
    }
    if (!linker.links().containsAll(needs.languages())) {
      return rejection(
          choice,
          "it cannot link the library of %s".formatted(lacking(needs.languages(), linker.links())));
    }
    if (!choice.kinds().containsAll(needs.kinds())) {
      return rejection(choice, "it cannot make a %s".formatted(missing(choice, needs)));
    }
    if (needs.sysroot().isPresent() && !(compiler.sysroot() && linker.sysroot())) {
      return rejection(
          choice, "it cannot use a sysroot, and %s is asked for".formatted(needs.sysroot().get()));
    }
    return floors.reject(choice, linker, needs, floor);
  }

  private static Optional<Rejection> forbidden(ToolchainChoice choice, Toolchain part) {
    return part.terms()
        .forbidden()
        .flatMap(
            ban ->
                rejection(
                    choice,
                    "%sforbidden: %s (%s)"
                        .formatted(
                            choice.label().equals(part.name()) ? "" : part.name() + " is ",
                            ban.reason(),
                            ban.origin())));
  }

  private Optional<Rejection> elsewhere(ToolchainChoice choice, Set<String> hosts) {
    return hosts.isEmpty()
            || hosts.contains(host.os())
            || hosts.contains(host.os() + "-" + host.arch())
        ? Optional.empty()
        : rejection(
            choice, "it serves on %s only".formatted(String.join(", ", new TreeSet<>(hosts))));
  }

  private static String lacking(Set<Language> needed, Set<Language> has) {
    return Needs.names(
        needed.stream().filter(language -> !has.contains(language)).collect(Collectors.toSet()));
  }

  private static Optional<Rejection> rejection(ToolchainChoice choice, String reason) {
    return Optional.of(new Rejection(choice.label(), reason, List.of()));
  }

  private static String missing(ToolchainChoice choice, Needs needs) {
    return needs.kinds().stream()
        .filter(kind -> !choice.kinds().contains(kind))
        .map(ArtifactKind::id)
        .sorted()
        .findFirst()
        .orElseThrow();
  }

  private static String reason(
      ToolchainRequest request,
      Needs needs,
      Optional<GlibcVersion> floor,
      List<Rejection> rejections) {
    if (request instanceof ToolchainRequest.HostDefault) {
      return "asked for as host: built as plain cargo does";
    }
    if (request instanceof ToolchainRequest.Named) {
      return "named";
    }
    String because =
        needs.languages().isEmpty()
            ? "no crate compiles foreign code"
            : "the crate compiles " + Needs.names(needs.languages());
    String promise = floor.map(version -> ", promises glibc " + version).orElse("");
    String before =
        rejections.isEmpty()
            ? "first in the catalog's order"
            : "first that serves (not "
                + String.join("; not ", rejections.stream().map(Rejection::toString).toList())
                + ")";
    return because + promise + "; " + before;
  }
}
