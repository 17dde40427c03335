package io.github.rustcross.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code llvm-readelf} says with the arguments of {@link ReadelfFields}. Most of it are GNU's
 * words; the rest is brought into that form.
 */
final class LlvmElfFields {

  private static final Pattern NEED =
      Pattern.compile("  0x[0-9a-f]+:   Name: .*  Flags: .*  Version: (\\d+)");
  private static final Pattern VERSIONS = Pattern.compile("  [0-9a-f]{3,}: (.*)");
  private static final Pattern VERSION = Pattern.compile(" *([0-9a-f]+)[h ]\\(.*?\\)");
  private static final Pattern DEFINED =
      Pattern.compile(" *(\\d+): [0-9a-f]+ .* (?!UND )\\w+ \\S+@\\S+");

  private final Set<Integer> needed = new HashSet<>();
  private final List<Integer> versions = new ArrayList<>();
  private boolean versioned;

  private LlvmElfFields() {}

  static Fields read(List<String> lines) {
    LlvmElfFields reader = new LlvmElfFields();
    lines.forEach(reader::version);
    Fields fields = ReadelfFields.read(lines.stream().map(reader::inGnusForm).toList());
    attributes(lines, fields);
    if (lines.stream().anyMatch(line -> line.matches("  Machine: +ARM"))) {
      // It has no words for the flags of ARM files.
      fields.unknown("float-abi");
    }
    if (lines.stream().anyMatch(line -> line.matches("  Machine: +RISC-V"))
        && lines.stream()
            .noneMatch(line -> line.matches("  Flags: .* (single|double)-float ABI.*"))) {
      // It has no word for soft floats, which are no flag at all.
      fields.unknown("float-abi");
    }
    return fields;
  }

  private void version(String line) {
    Matcher matcher = NEED.matcher(line);
    versioned |= line.contains("(VERSYM)");
    if (matcher.matches()) {
      needed.add(Integer.parseInt(matcher.group(1)));
    } else if ((matcher = VERSIONS.matcher(line)).matches()) {
      Matcher version = VERSION.matcher(matcher.group(1));
      while (version.find()) {
        versions.add(Integer.parseInt(version.group(1), 16));
      }
    }
  }

  private String inGnusForm(String line) {
    Matcher matcher = DEFINED.matcher(line);
    if (!versioned) {
      // Solaris's linker writes a section of versions without DT_VERSYM, so that loaders bind no
      // symbol to a version; this program looks at sections.
      return line.replaceFirst("^( *\\d+: [0-9a-f]+ .* \\S+?)@\\S+$", "$1");
    }
    // GNU's program writes a number behind versions that are needed, also those of data which the
    // file has a copy of.
    return matcher.matches() && needed.contains(versions.get(Integer.parseInt(matcher.group(1))))
        ? line + " (2)"
        : line;
  }

  private static void attributes(List<String> lines, Fields fields) {
    String vendor = "";
    String tag = "";
    for (String line : lines) {
      String[] words = line.strip().split(": ", 2);
      switch (words[0]) {
        case "Vendor" -> vendor = words[1];
        case "Tag" -> tag = words[1];
        case "Value" -> attribute(vendor + "/" + tag, words[1], fields);
        default -> {
          // Descriptions are not told.
        }
      }
    }
  }

  private static void attribute(String tag, String value, Fields fields) {
    switch (tag) {
      case "aeabi/6" -> fields.put("cpu", value);
      case "aeabi/7" -> fields.put("profile", (char) Integer.parseInt(value));
      case "aeabi/10" -> fields.put("fp", value);
      case "aeabi/28" -> fields.put("vfp-args", value);
      case "riscv/5" -> fields.put("riscv-arch", value);
      default -> {
        // The others are read, but nothing is made of them.
      }
    }
  }
}
