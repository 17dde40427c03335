package io.github.rustcross.inspect;

import java.util.List;

/**
 * What a COFF object says of itself (Microsoft, "PE Format", "COFF File Header" and "Import Library
 * Format").
 *
 * @param machine the machine number, e.g. 0x8664
 * @param importRecord whether it is a short record of an import library, and not code
 */
public record CoffDetails(int machine, boolean importRecord) implements BinaryDetails {

  @Override
  public List<FileRegion> regions() {
    return List.of();
  }
}
