package io.github.rustcross.inspect;

import java.util.List;

/**
 * What a universal Mach-O file says of itself ({@code mach-o/fat.h}).
 *
 * @param slices its parts, in the file's order
 */
public record UniversalDetails(List<UniversalSlice> slices) implements BinaryDetails {

  /** Copies the list. */
  public UniversalDetails {
    slices = List.copyOf(slices);
  }

  /** The regions of all slices. */
  @Override
  public List<FileRegion> regions() {
    return slices.stream().flatMap(slice -> slice.details().regions().stream()).toList();
  }
}
