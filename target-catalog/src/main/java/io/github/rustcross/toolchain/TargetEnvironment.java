package io.github.rustcross.toolchain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a build for one target sets: immutable, printable data.
 *
 * @param variables target-scoped variables for cargo, by name
 * @param rustflags flags for rustc, in order; they reach target code only
 * @param scripts the scripts that the variables refer to
 * @param tools the tools, by name in {@code downloads:}, that have to be there
 * @param launch how cargo is started; empty where this machine does
 * @param found the folders and programs that were looked for and could have been others
 */
public record TargetEnvironment(
    Map<String, Setting> variables,
    List<Setting> rustflags,
    List<WrapperScript> scripts,
    Set<String> tools,
    Optional<Launch> launch,
    List<FoundPath> found) {
  /** Copies the collections and keeps their order. */
  public TargetEnvironment {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    rustflags = List.copyOf(rustflags);
    scripts = List.copyOf(scripts);
    tools = Collections.unmodifiableSet(new LinkedHashSet<>(tools));
    found = List.copyOf(found);
  }
}
