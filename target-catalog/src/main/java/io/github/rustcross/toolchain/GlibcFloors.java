package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.Toolchain;
import io.github.rustcross.catalog.Toolchain.FloorPromise;
import io.github.rustcross.catalog.ToolchainChoice;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.ToolchainSelection.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which glibc floor has to be promised, and which toolchains can. */
final class GlibcFloors {
  private static final String WITHOUT_FLOOR =
      "With -Drust.glibc=none nothing is promised, and it serves if it is here.";

  private final TargetCatalog catalog;

  GlibcFloors(TargetCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The floor that is asked for. The libraries of a sysroot need its own C library, so that nothing
   * lower is asked for by default.
   */
  Optional<GlibcVersion> floor(
      Target target, Needs needs, FloorRequest floorRequest, ToolchainRequest request) {
    Optional<GlibcVersion> byDefault =
        Stream.concat(
                target.defaultFloor().flatMap(GlibcVersion::parse).stream(),
                ofSysroot(needs).stream())
            .max(Comparator.naturalOrder());
    boolean promisesNone =
        request instanceof ToolchainRequest.HostDefault
            || request instanceof ToolchainRequest.Named named
                && promise(catalog.requireToolchain(named.name()), needs) != FloorPromise.ASKED;
    return floorRequest.floor(promisesNone ? Optional.empty() : byDefault);
  }

  /** What a way of building promises. */
  Optional<GlibcVersion> promised(
      ToolchainChoice choice, Needs needs, Optional<GlibcVersion> floor) {
    return promise(catalog.requireToolchain(choice.linkingToolchain()), needs) == FloorPromise.NONE
        ? Optional.empty()
        : floor;
  }

  /** Why a linker cannot keep the floor; empty where it can. */
  Optional<Rejection> reject(
      ToolchainChoice choice, Toolchain linker, Needs needs, Optional<GlibcVersion> floor) {
    if (floor.isEmpty()) {
      return Optional.empty();
    }
    Optional<GlibcVersion> own = ofSysroot(needs);
    if (linker.glibcFloor() == FloorPromise.SYSROOT
        && own.filter(version -> version.compareTo(floor.get()) > 0).isPresent()) {
      return rejection(
          choice,
          "it links the C library of sysroot %s, glibc %s, and cannot promise glibc %s"
              .formatted(needs.sysroot().orElseThrow(), own.get(), floor.get()),
          List.of());
    }
    if (promise(linker, needs) == FloorPromise.NONE) {
      return rejection(
          choice,
          "it links the C library that it comes with and cannot promise glibc %s"
              .formatted(floor.get()),
          List.of(WITHOUT_FLOOR));
    }
    return linker
        .glibcHighest()
        .flatMap(GlibcVersion::parse)
        .filter(highest -> floor.get().compareTo(highest) > 0)
        .flatMap(
            highest ->
                rejection(
                    choice,
                    "it knows glibc up to %s and cannot build against %s"
                        .formatted(highest, floor.get()),
                    List.of()));
  }

  /** What a toolchain can promise with the sysroot that it is to use. */
  private static FloorPromise promise(Toolchain toolchain, Needs needs) {
    if (toolchain.glibcFloor() != FloorPromise.SYSROOT) {
      return toolchain.glibcFloor();
    }
    return ofSysroot(needs).isPresent() ? FloorPromise.ASKED : FloorPromise.NONE;
  }

  private static Optional<GlibcVersion> ofSysroot(Needs needs) {
    return needs.sysroot().flatMap(TargetSysroot::glibc);
  }

  private static Optional<Rejection> rejection(
      ToolchainChoice choice, String reason, List<String> hints) {
    return Optional.of(new Rejection(choice.label(), reason, List.of(), hints));
  }
}
