package io.github.rustcross.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.WasmPromise;
import io.github.rustcross.inspect.WasmDetails;
import io.github.rustcross.inspect.WasmImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    List<String> fine = new ArrayList<>();
    for (String module : modules) {
      if (NamePattern.any(allowed, module, true)) {
        fine.add(module);
      } else if (NamePattern.any(checks.subject().allowed(), module, true)) {
        fine.add(module);
        checks.dependency(module);
      }
    }
    for (WasmImport wanted : wasm.imports()) {
      if (!fine.contains(provider(wanted))) {
        String name =
            wanted.module().isEmpty() ? wanted.name() : wanted.module() + "." + wanted.name();
        checks.compare(
            Rule.IMPORT,
            "",
            "imports " + name,
            String.join(", ", allowed),
            false,
            Map.of("import", wanted.name(), "module", provider(wanted)));
      }
    }
    if (!fine.isEmpty()) {
      checks.compare(Rule.IMPORT, "", String.join(", ", fine), String.join(", ", allowed), true);
    }
  }

  /** Who has to have it: the module, or for a component the interface itself. */
  private static String provider(WasmImport wanted) {
    return wanted.module().isEmpty() ? wanted.name() : wanted.module();
  }
}
