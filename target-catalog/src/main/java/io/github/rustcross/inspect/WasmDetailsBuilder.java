package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects what modules and components have in common: names and custom sections. */
final class WasmDetailsBuilder {

  private static final String PRODUCERS = "producers";
  private static final String TARGET_FEATURES = "target_features";

  private final NameBudget budget;
  private final List<WasmImport> imports = new ArrayList<>();
  private final List<WasmExport> exports = new ArrayList<>();
  private final List<WasmMemory> memories = new ArrayList<>();
  private final List<String> customSections = new ArrayList<>();
  private final List<WasmProducer> producers = new ArrayList<>();
  private final List<WasmFeature> features = new ArrayList<>();

  WasmDetailsBuilder(ByteSource source) {
    this.budget = new NameBudget(source);
  }

  WasmDetails build(int version, boolean component) {
    return new WasmDetails(
        version, component, imports, exports, memories, customSections, producers, features);
  }

  /** A name, which is taken from the budget. */
  String name(ByteCursor cursor) throws IOException, MalformedBinaryException {
    return cursor.name(budget);
  }

  void add(WasmImport found) {
    imports.add(found);
  }

  void add(WasmExport found) {
    exports.add(found);
  }

  void add(ByteCursor cursor, WasmMemory memory) throws MalformedBinaryException {
    if (memories.size() == Limits.NAMES) {
      throw cursor.malformed("more than " + Limits.NAMES + " memories");
    }
    memories.add(memory);
  }

  void custom(ByteCursor section) throws IOException, MalformedBinaryException {
    String name = name(section);
    customSections.add(name);
    if (name.equals(PRODUCERS)) {
      producers(section);
    } else if (name.equals(TARGET_FEATURES)) {
      features(section);
    }
  }

  private void producers(ByteCursor section) throws IOException, MalformedBinaryException {
    long fields = section.u32();
    for (long i = 0; i < fields; i++) {
      String field = name(section);
      long values = section.u32();
      for (long value = 0; value < values; value++) {
        producers.add(new WasmProducer(field, name(section), name(section)));
      }
    }
  }

  private void features(ByteCursor section) throws IOException, MalformedBinaryException {
    long count = section.u32();
    for (long i = 0; i < count; i++) {
      int prefix = section.u8();
      // "=" is what "+" was called before 2024, when it also forbade files without the feature.
      if (prefix != '+' && prefix != '-' && prefix != '=') {
        throw section.unexpected("feature prefix", prefix);
      }
      features.add(new WasmFeature(name(section), prefix != '-'));
    }
  }
}
