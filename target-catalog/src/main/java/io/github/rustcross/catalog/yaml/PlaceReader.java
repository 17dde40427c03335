package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.PlaceWords;
import io.github.rustcross.catalog.PlatformSign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code places:} and {@code signs:}. */
final class PlaceReader {
  private static final List<String> FORMATS = List.of("elf", "pe", "mach-o", "wasm");

  private PlaceReader() {}

  static PlaceWords read(Fields fields) {
    PlaceWords places =
        new PlaceWords(
            lists(fields.mapping("systems")),
            lists(fields.mapping("architectures")),
            lists(fields.mapping("libcs")),
            fields.textMap("usualLibcs"),
            fields.textMap("platforms"),
            lists(fields.mapping("suffixes")));
    fields.done();
    return places;
  }

  static List<PlatformSign> signs(Fields root) {
    return root.items("signs").stream().map(node -> sign(root.asMapping("signs", node))).toList();
  }

  private static PlatformSign sign(Fields fields) {
    PlatformSign sign =
        new PlatformSign(
            fields.word("format", FORMATS, format -> format),
            fields.text("system"),
            fields.optionalText("libc"),
            fields.integers("osAbi"),
            fields.texts("loaders"),
            fields.texts("libraries"),
            fields.texts("versions"),
            fields.texts("platforms"));
    fields.done();
    return sign;
  }

  private static Map<String, List<String>> lists(Fields fields) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields.keys().forEach(key -> lists.put(key, fields.texts(key)));
    return lists;
  }
}
