package io.github.rustcross.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a WebAssembly file of a target has to be.
 *
 * @param component whether it is a component or a core module; absent where nothing is promised
 * @param imports patterns of the modules, or for components of the interfaces, that the target's
 *     hosts have; absent where the host decides
 */
public record WasmPromise(Optional<Boolean> component, Optional<List<String>> imports) {
  /** Nothing. */
  public static final WasmPromise NONE = new WasmPromise(Optional.empty(), Optional.empty());

  /** Copies the list. */
  public WasmPromise {
    imports = imports.map(List::copyOf);
  }
}
