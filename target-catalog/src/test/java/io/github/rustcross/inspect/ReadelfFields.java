package io.github.rustcross.inspect;

import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code readelf -W -h -l -d -V --dyn-syms -n -S -A} says. */
final class ReadelfFields {

  static final String[] ARGUMENTS = {"-W", "-h", "-l", "-d", "-V", "--dyn-syms", "-n", "-S", "-A"};

  private static final Pattern HEADER = Pattern.compile("  ([A-Z][\\w/ ]+?):\\s+(.*)");
  private static final Pattern DYNAMIC = Pattern.compile(" +0x[0-9a-f]+ \\((\\w+)\\)\\s+(.*)");
  private static final Pattern SEGMENT =
      Pattern.compile(
          "  (\\w+)\\s+0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x([0-9a-f]+)"
              + " ([R ][W ][E ]) (?:0x)?([0-9a-f]+)");
  // It does not know unique symbols without the GNU ABI, nor sections that large files have.
  private static final Pattern SYMBOL =
      Pattern.compile(
          "\\s*\\d+: [0-9a-f]+\\s+(?:0x)?[0-9a-f]+ (\\w+|<.*?>: \\d+)\\s+(\\w+|<.*?>: \\d+)\\s+(\\w+)"
              + "\\s+(?:\\[.*\\]\\s+)?(bad section index\\[ *\\d+\\]|\\w+)\\s(.*)");
  private static final Pattern NEED_FILE =
      Pattern.compile("\\s+(?:0x)?[0-9a-f]+: Version: 1\\s+File: (\\S+)\\s+Cnt: \\d+");
  private static final Pattern NEED =
      Pattern.compile("\\s+0x[0-9a-f]+:\\s+Name: (\\S+)\\s+Flags: (.*?)\\s+Version: \\d+");
  private static final Pattern SECTION =
      Pattern.compile("  \\[ *\\d+\\] (\\S+)\\s+([A-Z_0-9]+)\\s+[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+).*");
  private static final Pattern BUILD_ID = Pattern.compile(".*\\s+Build ID: ([0-9a-f]+)");
  private static final Pattern INTERPRETER =
      Pattern.compile("\\s+\\[Requesting program interpreter: (.*)\\]");
  private static final Pattern ATTRIBUTE = Pattern.compile("  (Tag_\\w+): (.*)");

  private static final Map<String, String> TYPES =
      Map.of("REL", "rel", "EXEC", "exec", "DYN", "dyn");
  private static final Map<String, String> OS_ABI =
      Map.of(
          "UNIX - System V", "0",
          "UNIX - GNU", "3",
          "UNIX - Solaris", "6",
          "UNIX - FreeBSD", "9",
          "ARM", "97",
          "Standalone App", "255");
  // The words of GNU's program and of LLVM's, and rustc's.
  private static final Map<String, String> MACHINES =
      Map.ofEntries(
          Map.entry("AArch64", "aarch64"),
          Map.entry("ARM", "arm"),
          Map.entry("Advanced Micro Devices X86-64", "x86_64"),
          Map.entry("IBM S/390", "s390x"),
          Map.entry("Intel 80386", "x86"),
          Map.entry("MC68000", "m68k"),
          Map.entry("PowerPC", "powerpc"),
          Map.entry("PowerPC64", "powerpc64"),
          Map.entry("Sparc v8+", "sparc"),
          Map.entry("Sparc v9", "sparc64"));
  private static final Map<String, String> CPU =
      Map.ofEntries(
          Map.entry("v4T", "2"),
          Map.entry("v5T", "3"),
          Map.entry("v5TE", "4"),
          Map.entry("v5TEJ", "5"),
          Map.entry("v6", "6"),
          Map.entry("v6KZ", "7"),
          Map.entry("v6T2", "8"),
          Map.entry("v6K", "9"),
          Map.entry("v7", "10"),
          Map.entry("v6-M", "11"),
          Map.entry("v6S-M", "12"),
          Map.entry("v7E-M", "13"),
          Map.entry("v8", "14"),
          Map.entry("v8-R", "15"),
          Map.entry("v8-M.baseline", "16"),
          Map.entry("v8-M.mainline", "17"));
  private static final List<String> FLOATS =
      List.of(
          "No",
          "VFPv1",
          "VFPv2",
          "VFPv3",
          "VFPv3-D16",
          "VFPv4",
          "VFPv4-D16",
          "FP for ARMv8",
          "FPv5/FP-D16 for ARMv8");

  private final Fields fields = new Fields();
  private String bits = "";
  private String machine = "";
  private String versionsOf = "";
  private Version glibc;
  private boolean attributes;

  private ReadelfFields() {}

  static Fields read(List<String> lines) {
    ReadelfFields reader = new ReadelfFields();
    reader.fields.put("relro", false).put("bind-now", false).put("textrel", false);
    reader.fields.put("static-tls", false).put("stack", "unspecified");
    reader.fields.put("symtab", false).put("debug", false);
    lines.forEach(reader::line);
    return reader.fields.sort("exports").sort("imports").sort("versions");
  }

  private void line(String line) {
    attributes |= line.startsWith("Attribute Section: ");
    Matcher matcher = SYMBOL.matcher(line);
    if (matcher.matches()) {
      symbol(matcher);
    } else if ((matcher = DYNAMIC.matcher(line)).matches()) {
      dynamic(matcher.group(1), matcher.group(2));
    } else if ((matcher = SEGMENT.matcher(line)).matches()) {
      segment(matcher);
    } else if ((matcher = SECTION.matcher(line)).matches()) {
      section(matcher.group(1), matcher.group(2), matcher.group(3));
    } else if ((matcher = NEED_FILE.matcher(line)).matches()) {
      versionsOf = matcher.group(1);
    } else if ((matcher = NEED.matcher(line)).matches() && !versionsOf.isEmpty()) {
      String weak = matcher.group(2).contains("WEAK") ? " weak" : "";
      fields.add("versions", versionsOf + " " + matcher.group(1) + weak);
      glibc(matcher.group(1));
    } else if ((matcher = BUILD_ID.matcher(line)).matches()) {
      fields.put("build-id", matcher.group(1));
    } else if ((matcher = INTERPRETER.matcher(line)).matches()) {
      fields.put("interpreter", matcher.group(1));
    } else if (attributes && (matcher = ATTRIBUTE.matcher(line)).matches()) {
      attribute(matcher.group(1), matcher.group(2));
    } else if ((matcher = HEADER.matcher(line)).matches()) {
      header(matcher.group(1), matcher.group(2));
    }
  }

  private void header(String name, String value) {
    switch (name) {
      case "Class" -> {
        bits = value.substring(3);
        fields.put("bits", bits);
      }
      case "Data" -> fields.put("endianness", value.contains("little") ? "little" : "big");
      case "OS/ABI" -> fields.put("os-abi", OS_ABI.getOrDefault(value, value));
      case "ABI Version" -> fields.put("abi-version", value);
      case "Machine" -> machine = value;
      case "Type" -> fields.put("type", TYPES.getOrDefault(value.split(" ")[0], value));
      case "Flags" -> {
        fields.put("flags", value.split(",")[0].toLowerCase(Locale.ROOT));
        fields.put("architecture", architecture(value));
        // The same words stand for other things elsewhere.
        if (value.contains("EABI")) {
          fields.put("float-abi", floats(value));
        } else if (value.contains("float ABI")) {
          fields.put("float-abi", value.replaceFirst(".*?(\\w+)-float ABI.*", "$1"));
        }
      }
      default -> {
        // Offsets and sizes are not told.
      }
    }
  }

  private String architecture(String flags) {
    return switch (machine) {
      case "RISC-V" -> "riscv" + bits;
      // LLVM 14 only has its number, in hexadecimal.
      case "LoongArch", "102" -> "loongarch" + bits;
      case "MIPS R3000" -> bits.equals("64") || flags.contains("abi2") ? "mips64" : "mips";
      default -> MACHINES.getOrDefault(machine, machine);
    };
  }

  private static String floats(String flags) {
    if (flags.contains("hard-float ABI")) {
      return "hard";
    }
    return flags.contains("soft-float ABI") ? "soft" : "unspecified";
  }

  private void dynamic(String tag, String value) {
    String name = value.replaceFirst("[^\\[]*\\[(.*)\\]", "$1");
    switch (tag) {
      case "NEEDED" -> fields.add("needed", name);
      case "SONAME" -> fields.put("soname", name);
      case "RPATH" -> fields.add("rpath", name);
      case "RUNPATH" -> fields.add("runpath", name);
      case "BIND_NOW" -> fields.put("bind-now", true);
      case "TEXTREL" -> fields.put("textrel", true);
      case "FLAGS" -> {
        set("bind-now", value.contains("BIND_NOW"));
        set("textrel", value.contains("TEXTREL"));
        set("static-tls", value.contains("STATIC_TLS"));
      }
      case "FLAGS_1" -> set("bind-now", (value + " ").contains(" NOW "));
      default -> {
        // Addresses are not told.
      }
    }
  }

  private void set(String field, boolean value) {
    if (value) {
      fields.put(field, true);
    }
  }

  private void segment(Matcher matcher) {
    switch (matcher.group(1)) {
      case "GNU_RELRO" -> fields.put("relro", true);
      case "GNU_STACK" ->
          fields.put("stack", matcher.group(3).contains("E") ? "executable" : "not-executable");
      case "TLS" ->
          fields.put(
              "tls",
              Long.parseLong(matcher.group(2), 16) + "/" + Long.parseLong(matcher.group(4), 16));
      default -> {
        // Other segments are not told.
      }
    }
  }

  private void section(String name, String type, String sizeInHex) {
    boolean stored = !type.equals("NOBITS") && Long.parseLong(sizeInHex, 16) != 0;
    if (stored) {
      set("symtab", type.equals("SYMTAB"));
      set("debug", name.equals(".debug_info") || name.equals(".zdebug_info"));
    }
  }

  private void symbol(Matcher matcher) {
    String type = matcher.group(1);
    String name = matcher.group(5).strip().replaceFirst(" \\(\\d+\\)$", "");
    boolean local = matcher.group(2).equals("LOCAL");
    if (local || type.equals("SECTION") || type.equals("FILE") || name.isEmpty()) {
      return;
    }
    if (type.equals("REGISTER") || machine.startsWith("Sparc") && type.endsWith(": 13")) {
      // The use of a register, in GNU's word and in LLVM's.
      return;
    }
    String visibility = matcher.group(3);
    boolean undefined = matcher.group(4).equals("UND");
    // A number stands behind versions that are needed, and not behind those that are defined.
    if (undefined || matcher.group(5).strip().matches(".*@\\S+ \\(\\d+\\)")) {
      fields.add("imports", name);
    }
    if (!undefined && !visibility.equals("HIDDEN") && !visibility.equals("INTERNAL")) {
      fields.add("exports", name.replaceFirst("@.*", ""));
    }
  }

  private void glibc(String version) {
    // libgcc_s has a GLIBC_2.0 of its own.
    if (version.matches("GLIBC_\\d.*") && !versionsOf.startsWith("libgcc_s.")) {
      Version found = Version.parse(version.substring("GLIBC_".length()));
      if (glibc == null || found.compareTo(glibc) > 0) {
        glibc = found;
        fields.put("glibc", found);
      }
    }
  }

  private void attribute(String tag, String value) {
    switch (tag) {
      case "Tag_CPU_arch" -> fields.put("cpu", CPU.getOrDefault(value, value));
      case "Tag_CPU_arch_profile" -> fields.put("profile", profile(value));
      case "Tag_FP_arch" -> fields.put("fp", FLOATS.indexOf(value));
      case "Tag_ABI_VFP_args" -> fields.put("vfp-args", value.equals("VFP registers") ? 1 : value);
      case "Tag_RISCV_arch" -> fields.put("riscv-arch", value.replace("\"", ""));
      default -> {
        // The others are read, but nothing is made of them.
      }
    }
  }

  private static String profile(String value) {
    return switch (value) {
      case "Application" -> "A";
      case "Realtime" -> "R";
      case "Microcontroller" -> "M";
      default -> value;
    };
  }
}
