package io.github.rustcross.maven.build;

import java.util.List;
import java.util.Optional;

/**
 * What is here now for the builds that were asked for.
 *
 * @param targets the targets, as they were asked for
 * @param items what is here
 * @param notes what is not, and was not needed
 */
public record Provisions(List<String> targets, List<Item> items, List<String> notes) {
  /** Copies the lists. */
  public Provisions {
    targets = List.copyOf(targets);
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /**
   * Something that a build needs.
   *
   * @param what what it is: {@code Rust}, {@code std}, {@code crates}, a tool's name
   * @param detail which one: a version, a triple
   * @param fetched whether it was not here before
   * @param checked how it was checked when it came, where that is known
   * @param place where it is
   */
  public record Item(
      String what, String detail, boolean fetched, Optional<String> checked, String place) {}

  /** Whether all was here already. */
  public boolean nothingFetched() {
    return items.stream().noneMatch(Item::fetched);
  }
}
