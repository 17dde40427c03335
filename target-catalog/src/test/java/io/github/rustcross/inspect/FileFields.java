package io.github.rustcross.inspect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Any binary in the words of {@code file -bL}: what the readers say of it, and what that program
 * says.
 */
final class FileFields {

  static final String[] ARGUMENTS = {"-bL"};

  private static final Pattern ELF =
      Pattern.compile("ELF (32|64)-bit (LSB|MSB) ([a-z ]*?)(pie |core )?([a-z ]+), .*");
  private static final Pattern PE =
      Pattern.compile("PE32(\\+?) executable (?:\\(DLL\\) )?\\((.*?)\\).*");
  private static final Pattern MACH_O =
      Pattern.compile("Mach-O (64-bit )?(?:.*? )?([\\w|]+), flags:.*");
  private static final Pattern UNIVERSAL =
      Pattern.compile("Mach-O universal binary with (\\d+) architectures?: .*");
  private static final Pattern INTERPRETER = Pattern.compile(".*, interpreter ([^,]+), .*");

  private FileFields() {}

  static Fields of(Inspection inspection, BinaryDetails details) {
    Fields fields = new Fields().put("format", inspection.format().id());
    if (details instanceof ElfDetails elf) {
      fields
          .put("bits", inspection.bits())
          .put("endianness", inspection.endianness().id())
          .put("kind", inspection.kind().id())
          .put("stripped", !elf.symbolTable())
          .put("debug", elf.debugInfo());
      inspection.interpreter().ifPresent(path -> fields.put("interpreter", path));
    } else if (details instanceof PeDetails) {
      fields.put("bits", inspection.bits()).put("kind", inspection.kind().id());
    } else if (details instanceof MachODetails) {
      fields.put("bits", inspection.bits()).put("kind", inspection.kind().id());
    } else if (details instanceof UniversalDetails universal) {
      fields.put("slices", universal.slices().size());
    } else if (details instanceof WasmDetails wasm) {
      fields.put("component", wasm.component());
    }
    return fields;
  }

  /** Whether that program takes a file for one of the formats. */
  static boolean recognises(String line) {
    List<String> format = read(line).values("format");
    return Stream.of(BinaryFormat.values()).map(BinaryFormat::id).anyMatch(format::contains);
  }

  static Fields read(String line) {
    Fields fields = new Fields();
    Matcher matcher = ELF.matcher(line);
    if (matcher.matches()) {
      elf(fields, line, matcher);
    } else if ((matcher = PE.matcher(line)).matches()) {
      fields
          .put("format", "pe")
          .put("bits", matcher.group(1).isEmpty() ? 32 : 64)
          .put("kind", line.contains("(DLL)") ? "shared-library" : "executable");
    } else if ((matcher = UNIVERSAL.matcher(line)).matches()) {
      fields.put("format", "mach-o").put("slices", matcher.group(1));
    } else if ((matcher = MACH_O.matcher(line)).matches()) {
      fields.put("format", "mach-o").put("bits", matcher.group(1) == null ? 32 : 64);
      fields.put("kind", machOKind(matcher.group(2)));
    } else if (line.startsWith("WebAssembly")) {
      fields.put("format", "wasm").put("component", line.contains("0x1000d"));
    } else if (line.startsWith("current ar archive")) {
      fields.put("format", "archive");
    } else if (line.matches(".* COFF object file, .*")) {
      fields.put("format", "pe");
    } else {
      fields.put("format", line);
    }
    return fields;
  }

  private static void elf(Fields fields, String line, Matcher matcher) {
    String kind = matcher.group(5);
    Matcher interpreter = INTERPRETER.matcher(line);
    boolean interpreted = interpreter.matches();
    fields
        .put("format", "elf")
        .put("bits", matcher.group(1))
        .put("endianness", matcher.group(2).equals("LSB") ? "little" : "big")
        .put("stripped", !line.contains("not stripped"))
        .put("debug", line.contains("with debug_info"));
    if (interpreted) {
      fields.put("interpreter", interpreter.group(1));
    }
    if (kind.endsWith("relocatable")) {
      fields.put("kind", "object");
    } else if (kind.endsWith("executable")) {
      fields.put("kind", "executable");
    } else if (interpreted) {
      // Old linkers do not flag programs, which it then takes for libraries.
      fields.unknown("kind");
    } else {
      fields.put("kind", "shared-library");
    }
  }

  private static String machOKind(String word) {
    return switch (word) {
      case "executable" -> "executable";
      case "library", "bundle", "stub" -> "shared-library";
      case "object" -> "object";
      default -> word;
    };
  }
}
