package io.github.rustcross.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What GNU's {@code objdump -p} says of an ELF file, in the words of {@link ElfFields}. */
final class ObjdumpElfFields {

  /** The fields that it tells. */
  static final Set<String> TOLD =
      Set.of("needed", "soname", "rpath", "runpath", "versions", "relro", "stack", "textrel");

  private static final Pattern DYNAMIC = Pattern.compile("  ([A-Z]+) +(\\S.*)");
  private static final Pattern LIBRARY = Pattern.compile("  required from (.*):");
  private static final Pattern VERSION =
      Pattern.compile("    0x[0-9a-f]{8} 0x([0-9a-f]{2}) \\d+ (\\S+)");
  private static final Pattern FLAGS = Pattern.compile(" +filesz .* flags ([r-][w-][x-]).*");

  private final Fields fields = new Fields();
  private String library = "";
  private String segment = "";

  private ObjdumpElfFields() {}

  static Fields read(List<String> lines) {
    ObjdumpElfFields reader = new ObjdumpElfFields();
    reader.fields.put("relro", false).put("stack", "unspecified").put("textrel", false);
    lines.forEach(reader::line);
    return reader.fields.sort("versions");
  }

  private void line(String line) {
    Matcher matcher = VERSION.matcher(line);
    if (matcher.matches()) {
      boolean weak = (Integer.parseInt(matcher.group(1), 16) & 2) != 0;
      fields.add("versions", library + " " + matcher.group(2) + (weak ? " weak" : ""));
    } else if ((matcher = LIBRARY.matcher(line)).matches()) {
      library = matcher.group(1);
    } else if ((matcher = FLAGS.matcher(line)).matches()) {
      segment(matcher.group(1));
    } else if (line.contains(" off ")) {
      segment = line.strip().split(" ")[0];
    } else if ((matcher = DYNAMIC.matcher(line)).matches()) {
      dynamic(matcher.group(1), matcher.group(2));
    }
  }

  private void segment(String flags) {
    if (segment.equals("RELRO")) {
      fields.put("relro", true);
    } else if (segment.equals("STACK")) {
      fields.put("stack", flags.endsWith("x") ? "executable" : "not-executable");
    }
  }

  private void dynamic(String tag, String value) {
    switch (tag) {
      case "NEEDED" -> fields.add("needed", value);
      case "SONAME", "RPATH", "RUNPATH" -> fields.put(tag.toLowerCase(Locale.ROOT), value);
      case "TEXTREL" -> fields.put("textrel", true);
      case "FLAGS" -> {
        if ((Long.decode(value) & 4) != 0) {
          fields.put("textrel", true);
        }
      }
      default -> {
        // Addresses are not told.
      }
    }
  }
}
