package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.PlaceWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code places:}. */
final class PlaceReader {
  private PlaceReader() {}

  static PlaceWords read(Fields fields) {
    PlaceWords places =
        new PlaceWords(
            lists(fields.mapping("systems")),
            lists(fields.mapping("architectures")),
            lists(fields.mapping("libcs")),
            fields.textMap("platforms"),
            lists(fields.mapping("suffixes")));
    fields.done();
    return places;
  }

  private static Map<String, List<String>> lists(Fields fields) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields.keys().forEach(key -> lists.put(key, fields.texts(key)));
    return lists;
  }
}
