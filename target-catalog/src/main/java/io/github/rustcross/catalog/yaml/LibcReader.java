package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.LibcCompanions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a target says of its C library. */
final class LibcReader {
  private static final String NUMBER = "(?:0|[1-9]\\d{0,5})";
  private static final Pattern GLIBC =
      Pattern.compile(NUMBER + "\\." + NUMBER + "(?:\\." + NUMBER + ")?");

  private LibcReader() {}

  static Libc read(Fields fields) {
    Libc libc =
        new Libc(
            fields.text("name"),
            fields.optionalText("floor"),
            fields.optionalText("loader"),
            fields.has("markers") ? fields.mapping("markers").versionMap("2.36") : Map.of(),
            companions(fields));
    fields.done();
    return libc;
  }

  private static List<LibcCompanions> companions(Fields fields) {
    List<LibcCompanions> rows = new ArrayList<>();
    for (YamlNode item : fields.items("companions")) {
      Fields entry = fields.asMapping("companions[" + rows.size() + "]", item);
      rows.add(
          new LibcCompanions(glibc(entry, rows), entry.mapping("versions").versionMap("3.4.19")));
      entry.done();
    }
    return rows;
  }

  private static String glibc(Fields entry, List<LibcCompanions> before) {
    String key = "glibc";
    String version = entry.text(key);
    if (!GLIBC.matcher(version).matches()) {
      throw entry.problem(
          key, entry.origin(key), "'%s' is not a glibc version like \"2.17\"".formatted(version));
    }
    if (!before.isEmpty()) {
      String last = before.get(before.size() - 1).glibc();
      if (Arrays.compare(numbers(last), numbers(version)) >= 0) {
        throw entry.problem(
            key,
            entry.origin(key),
            "'%s' does not come after '%s'; the oldest has to be first".formatted(version, last));
      }
    }
    return version;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
