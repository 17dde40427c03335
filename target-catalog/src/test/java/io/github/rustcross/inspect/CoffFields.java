package io.github.rustcross.inspect;

import java.util.List;
import java.util.Locale;

/**
 * A COFF object in the words of {@code llvm-readobj --file-headers}: what the readers say of it,
 * and what that program says.
 */
final class CoffFields {

  static final String[] ARGUMENTS = {"--file-headers"};

  private CoffFields() {}

  static Fields of(Inspection inspection, CoffDetails details) {
    return new Fields()
        .put("machine", "0x" + Integer.toHexString(details.machine()).toUpperCase(Locale.ROOT))
        .put("bits", inspection.bits());
  }

  static Fields read(List<String> lines) {
    Fields fields = new Fields();
    for (String line : lines) {
      String text = line.strip();
      if (text.startsWith("Machine: ")) {
        fields.put("machine", text.replaceFirst(".*\\((0x[0-9A-F]+)\\)", "$1"));
      } else if (text.startsWith("AddressSize: ")) {
        fields.put("bits", text.replaceAll("\\D", ""));
      }
    }
    return fields;
  }
}
