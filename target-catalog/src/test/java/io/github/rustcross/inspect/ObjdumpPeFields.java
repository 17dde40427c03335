package io.github.rustcross.inspect;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PE image in the words of GNU's {@code objdump -p}: what the readers say of it, and what that
 * program says. Unlike LLVM's it tells every name of a function, and forwarders.
 */
final class ObjdumpPeFields {

  // Debian's objdump is built for x86 alone; of images for other processors it says nothing.
  private static final Set<Integer> KNOWN = Set.of(0x14c, 0x8664);

  private static final Pattern HEADER =
      Pattern.compile(
          "(\\w*?(?:Characteristics|Subsystem|Version))\\s+(?:0x)?([0-9a-f]+)(?:\\s.*)?");
  private static final Pattern DIRECTORY =
      Pattern.compile("Entry ([0-9a-f]) ([0-9a-f]+) ([0-9a-f]+) .*");
  private static final Pattern LIBRARY = Pattern.compile("\\tDLL Name: (.*)");
  private static final Pattern FUNCTION =
      Pattern.compile("\\t([0-9a-f]+)\\t +([0-9a-f]+)  (\\S.*?) *");
  private static final Pattern EXPORT_NAME = Pattern.compile("Name \\t+[0-9a-f]+ (\\S.*)");
  private static final Pattern BASE = Pattern.compile("Ordinal Base \\t+(\\d+)");
  private static final Pattern NAME = Pattern.compile("\\t\\[ *(\\d+)\\] (?!\\+base\\[)(\\S.*)");
  private static final Pattern FORWARDER =
      Pattern.compile("\\t\\[ *\\d+\\] \\+base\\[ *(\\d+)\\] \\w+ Forwarder RVA -- (.*)");

  private final Fields fields = new Fields();
  private String library = "";
  private String major = "";
  private long base;

  private ObjdumpPeFields() {}

  static Fields of(PeDetails details) {
    Fields fields = new Fields().put("known", KNOWN.contains(details.machine()));
    if (!KNOWN.contains(details.machine())) {
      return fields;
    }
    fields
        .put("characteristics", Integer.toHexString(details.characteristics()))
        .put("subsystem", Integer.toHexString(details.subsystem()))
        .put("dll-characteristics", Integer.toHexString(details.hardening().raw()))
        .put("os", details.operatingSystem())
        .put("subsystem-version", details.subsystemVersion())
        .put("tls", details.threadStorage())
        .put("certificates", details.certificates());
    details.exportName().ifPresent(name -> fields.put("export-name", name));
    for (PeImport dll : details.imports()) {
      // It does not look at those that are loaded late.
      if (!dll.delayed()) {
        fields.add("imports", dll.library());
        for (PeFunction function : dll.functions()) {
          fields.add("imports", dll.library() + " " + told(function));
        }
      }
    }
    for (PeExport export : details.exports()) {
      String ordinal = export.ordinal() + " ";
      export.name().ifPresent(name -> fields.add("exports", ordinal + name));
      export.forwarder().ifPresent(to -> fields.add("forwarders", ordinal + to));
    }
    return fields.sort("exports").sort("forwarders").distinct("forwarders");
  }

  private static String told(PeFunction function) {
    return function.ordinal() + " " + function.name().orElse("<none>");
  }

  static Fields read(List<String> lines) {
    ObjdumpPeFields reader = new ObjdumpPeFields();
    boolean known = lines.stream().anyMatch(line -> line.contains("file format pei-"));
    reader.fields.put("known", known);
    lines.forEach(reader::line);
    return reader.fields.sort("exports").sort("forwarders");
  }

  private void line(String line) {
    Matcher matcher = HEADER.matcher(line);
    if (matcher.matches()) {
      header(matcher.group(1), matcher.group(2));
    } else if ((matcher = DIRECTORY.matcher(line)).matches()) {
      directory(matcher.group(1), !matcher.group(2).matches("0+"), !matcher.group(3).matches("0+"));
    } else if ((matcher = LIBRARY.matcher(line)).matches()) {
      library = matcher.group(1);
      fields.add("imports", library);
    } else if ((matcher = FUNCTION.matcher(line)).matches()) {
      function(matcher.group(1), matcher.group(2), matcher.group(3));
    } else if ((matcher = EXPORT_NAME.matcher(line)).matches()) {
      fields.put("export-name", matcher.group(1));
    } else if ((matcher = BASE.matcher(line)).matches()) {
      base = Long.parseLong(matcher.group(1));
    } else if ((matcher = FORWARDER.matcher(line)).matches()) {
      fields.add("forwarders", matcher.group(1) + " " + matcher.group(2));
    } else if ((matcher = NAME.matcher(line)).matches()) {
      fields.add("exports", base + Long.parseLong(matcher.group(1)) + " " + matcher.group(2));
    }
  }

  private void header(String name, String value) {
    switch (name) {
      case "Characteristics" -> fields.put("characteristics", value);
      case "DllCharacteristics" -> fields.put("dll-characteristics", trimmed(value));
      case "Subsystem" -> fields.put("subsystem", trimmed(value));
      case "MajorOSystemVersion", "MajorSubsystemVersion" -> major = value;
      case "MinorOSystemVersion" -> fields.put("os", major + "." + value);
      case "MinorSubsystemVersion" -> fields.put("subsystem-version", major + "." + value);
      default -> {
        // The rest is not told.
      }
    }
  }

  private void directory(String number, boolean placed, boolean sized) {
    if (number.equals("9")) {
      fields.put("tls", placed);
    } else if (number.equals("4")) {
      fields.put("certificates", sized);
    }
  }

  // Numbers instead of names are written in two ways; the first column has them in both.
  private void function(String address, String number, String name) {
    String ordinal =
        name.equals("<none>")
            ? Long.toString(Long.parseUnsignedLong(address, 16) & 0xffff)
            : number;
    fields.add("imports", library + " " + ordinal + " " + name);
  }

  private static String trimmed(String hexadecimal) {
    return Long.toHexString(Long.parseLong(hexadecimal, 16));
  }
}
