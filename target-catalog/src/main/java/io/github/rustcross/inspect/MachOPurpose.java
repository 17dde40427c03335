package io.github.rustcross.inspect;

import java.util.List;

/**
 * What a Mach-O file is for; of a universal file its first slice. It costs less than {@link
 * MachODetails}.
 *
 * @param platforms what it is for; none in older files and in objects
 * @param debugSymbols whether it is no program or library, but the debug information of one ({@code
 *     MH_DSYM} of {@code mach-o/loader.h})
 */
public record MachOPurpose(List<MachOPlatform> platforms, boolean debugSymbols) {

  /** Copies the list. */
  public MachOPurpose {
    platforms = List.copyOf(platforms);
  }
}
