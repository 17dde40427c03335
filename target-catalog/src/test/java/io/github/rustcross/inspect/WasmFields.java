package io.github.rustcross.inspect;

import java.util.List;
import java.util.Locale;

/**
 * A core module in the words of LLVM's {@code obj2yaml}: what the readers say of it, and what that
 * program says.
 */
final class WasmFields {

  private final Fields fields = new Fields();
  private String section = "";
  private String first = "";
  private String second = "";
  private String flags = "";

  private WasmFields() {}

  static Fields of(WasmDetails details) {
    Fields fields = new Fields();
    for (WasmImport found : details.imports()) {
      fields.add("imports", found.module() + " " + found.name() + " " + found.kind().id());
    }
    for (WasmExport found : details.exports()) {
      fields.add("exports", found.name() + " " + found.kind().id());
    }
    for (WasmMemory memory : details.memories()) {
      if (!memory.imported()) {
        fields.add("memories", "0x" + Long.toHexString(memory.minimum()).toUpperCase(Locale.ROOT));
      }
    }
    for (WasmProducer producer : details.producers()) {
      fields.add("producers", producer.name() + " " + producer.version());
    }
    for (WasmFeature feature : details.features()) {
      fields.add("features", feature.name() + (feature.used() ? " used" : " disallowed"));
    }
    return fields;
  }

  static Fields read(List<String> lines) {
    WasmFields reader = new WasmFields();
    lines.forEach(reader::line);
    return reader.fields;
  }

  private void line(String line) {
    int indent = line.length() - line.stripLeading().length();
    String text = line.strip();
    if (text.startsWith("- ")) {
      text = text.substring(2).strip();
    }
    String[] words = text.split(":\\s*", 2);
    String value = words.length < 2 ? "" : words[1].replaceAll("^['\"]|['\"]$", "");
    if (indent == 2 && words[0].equals("Type")) {
      section = value;
    } else if (indent == 4 && words[0].equals("Name")) {
      section = value;
    } else {
      entry(words[0], value);
    }
  }

  private void entry(String name, String value) {
    switch (section + "/" + name) {
      case "IMPORT/Module" -> first = value;
      case "IMPORT/Field" -> second = value;
      case "IMPORT/Kind" ->
          fields.add("imports", first + " " + second + " " + value.toLowerCase(Locale.ROOT));
      case "EXPORT/Name" -> first = value;
      case "EXPORT/Kind" -> fields.add("exports", first + " " + value.toLowerCase(Locale.ROOT));
      case "MEMORY/Minimum" -> fields.add("memories", value);
      case "producers/Name" -> first = value;
      case "producers/Version" -> fields.add("producers", first + " " + value);
      case "target_features/Prefix" -> flags = value.equals("DISALLOWED") ? "disallowed" : "used";
      case "target_features/Name" -> fields.add("features", value + " " + flags);
      default -> {
        // The rest is not told.
      }
    }
  }
}
