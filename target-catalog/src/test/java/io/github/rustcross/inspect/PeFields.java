package io.github.rustcross.inspect;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A PE image in the words of {@code llvm-readobj --file-headers --section-headers --coff-imports
 * --coff-exports}: what the readers say of it, and what that program says.
 */
final class PeFields {

  static final String[] ARGUMENTS = {
    "--file-headers", "--section-headers", "--coff-imports", "--coff-exports"
  };

  private final Fields fields = new Fields();
  private final StringBuilder export = new StringBuilder();
  private boolean empty;
  private String part = "";
  private String library = "";
  private String major = "";

  private PeFields() {}

  static Fields of(Inspection inspection, PeDetails details) {
    Fields fields =
        new Fields()
            .put("magic", inspection.bits() == 64 ? "0x20B" : "0x10B")
            .put("machine", hex(details.machine()))
            .put("characteristics", hex(details.characteristics()))
            .put("subsystem", hex(details.subsystem()))
            .put("os", details.operatingSystem())
            .put("subsystem-version", details.subsystemVersion())
            .put("dll-characteristics", hex(details.hardening().raw()))
            .put("tls", details.threadStorage())
            .put("certificates", details.certificates())
            .putAll("sections", details.sections());
    for (PeImport dll : details.imports()) {
      String prefix = (dll.delayed() ? "delayed " : "") + dll.library() + " ";
      fields.add("imports", prefix);
      for (PeFunction function : dll.functions()) {
        fields.add(
            "imports", prefix + function.name().orElse("") + " (" + function.ordinal() + ")");
      }
    }
    // Of several names for one function the other program only tells one.
    Set<Long> told = new HashSet<>();
    for (PeExport export : details.exports()) {
      if (told.add(export.ordinal())) {
        fields.add("exports", export.ordinal() + " " + export.name().orElse(""));
      }
    }
    return fields.sort("exports");
  }

  static Fields read(List<String> lines) {
    PeFields reader = new PeFields();
    lines.forEach(reader::line);
    reader.fields.sort("exports");
    // LLVM 14 gives up on exports when none of them has a name.
    boolean gaveUp = !lines.isEmpty() && lines.get(lines.size() - 1).equals("Export {");
    return gaveUp ? reader.fields.unknown("exports") : reader.fields;
  }

  private void line(String line) {
    String text = line.strip();
    if (text.endsWith("{") || text.endsWith("[")) {
      part = line.startsWith(" ") ? part : text.split(" ")[0];
    }
    if (part.equals("Export") && line.equals("}") && !empty) {
      fields.add("exports", export);
    }
    int colon = text.indexOf(": ");
    String value = colon < 0 ? "" : text.substring(colon + 2);
    String name = colon < 0 ? text.split("[ :]")[0] : text.substring(0, colon);
    switch (part) {
      case "Export" -> export(name, value);
      case "Import", "DelayImport" -> imported(name, value);
      case "Sections" -> {
        if (name.equals("Name")) {
          fields.add("sections", value.replaceFirst(" \\([0-9A-F ]+\\)$", ""));
        }
      }
      default -> header(name, value, text);
    }
  }

  private void export(String name, String value) {
    switch (name) {
      case "Ordinal" -> {
        export.setLength(0);
        export.append(value).append(' ');
      }
      case "Name" -> export.append(value);
      case "RVA" -> empty = value.equals("0x0");
      default -> {
        // Addresses are not told.
      }
    }
  }

  private void imported(String name, String value) {
    if (name.equals("Name")) {
      library = (part.equals("DelayImport") ? "delayed " : "") + value + " ";
      fields.add("imports", library);
    } else if (name.equals("Symbol")) {
      fields.add("imports", library + value.replaceFirst("^\\(", " ("));
    }
  }

  private void header(String name, String value, String text) {
    switch (name) {
      case "Machine" -> fields.put("machine", bracketed(value));
      case "Magic" -> {
        if (value.startsWith("0x")) {
          fields.put("magic", value);
        }
      }
      case "Subsystem" -> fields.put("subsystem", bracketed(value));
      case "Characteristics" ->
          fields.put(
              part.equals("ImageFileHeader") ? "characteristics" : "dll-characteristics",
              bracketed(text));
      case "MajorOperatingSystemVersion", "MajorSubsystemVersion" -> major = value;
      case "MinorOperatingSystemVersion" -> fields.put("os", major + "." + value);
      case "MinorSubsystemVersion" -> fields.put("subsystem-version", major + "." + value);
      case "TLSTableRVA" -> fields.put("tls", !value.equals("0x0"));
      case "CertificateTableSize" -> fields.put("certificates", !value.equals("0x0"));
      default -> {
        // The rest is not told.
      }
    }
  }

  private static String bracketed(String value) {
    return value.replaceFirst(".*\\((0x[0-9A-F]+)\\).*", "$1");
  }

  private static String hex(int value) {
    return "0x" + Integer.toHexString(value).toUpperCase(Locale.ROOT);
  }
}
