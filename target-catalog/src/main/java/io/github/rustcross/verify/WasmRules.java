package io.github.rustcross.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.WasmPromise;
import io.github.rustcross.inspect.WasmDetails;
import io.github.rustcross.inspect.WasmImport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What only WebAssembly can have. */
final class WasmRules {
  private WasmRules() {}

  static void check(Checks checks, WasmDetails wasm) {
    WasmPromise promise = checks.subject().target().binary().wasm();
    List<String> modules = wasm.imports().stream().map(WasmRules::provider).distinct().toList();
    if (promise.imports().isEmpty()) {
      modules.forEach(module -> checks.report(Rule.IMPORT, "", module));
      return;
    }
    List<String> allowed = promise.imports().get();
    for (WasmImport wanted : wasm.imports()) {
      if (!NamePattern.any(allowed, provider(wanted), true)
          && !NamePattern.any(checks.subject().allowed(), provider(wanted), true)) {
        String name =
            wanted.module().isEmpty() ? wanted.name() : wanted.module() + "." + wanted.name();
        checks.compare(
            Rule.IMPORT,
            "",
            "imports " + name,
            String.join(", ", allowed),
            false,
            Map.of("import", wanted.name()));
      }
    }
    String fine =
        modules.stream()
            .filter(module -> NamePattern.any(allowed, module, true))
            .collect(Collectors.joining(", "));
    if (!fine.isEmpty()) {
      checks.compare(Rule.IMPORT, "", fine, String.join(", ", allowed), true);
    }
  }

  /** Who has to have it: the module, or for a component the interface itself. */
  private static String provider(WasmImport wanted) {
    return wanted.module().isEmpty() ? wanted.name() : wanted.module();
  }
}
