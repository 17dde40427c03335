package io.github.rustcross.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A thin Mach-O file in the words of {@code llvm-objdump --macho --private-headers --non-verbose
 * --exports-trie}: what the readers say of it, and what that program says.
 */
final class MachOFields {

  static final String[] ARGUMENTS = {
    "--macho", "--private-headers", "--non-verbose", "--exports-trie"
  };

  private static final Map<String, String> KINDS =
      Map.of(
          "LC_LOAD_DYLIB", "load",
          "LC_LOAD_WEAK_DYLIB", "weak",
          "LC_REEXPORT_DYLIB", "reexport",
          "LC_LAZY_LOAD_DYLIB", "lazy",
          "LC_LOAD_UPWARD_DYLIB", "upward");
  private static final Map<String, String> MINIMUMS =
      Map.of(
          "LC_VERSION_MIN_MACOSX", "macos",
          "LC_VERSION_MIN_IPHONEOS", "ios",
          "LC_VERSION_MIN_TVOS", "tvos",
          "LC_VERSION_MIN_WATCHOS", "watchos");

  private static final Map<String, String> PLATFORMS =
      Map.of(
          "iossimulator", "ios-simulator",
          "tvossimulator", "tvos-simulator",
          "watchossimulator", "watchos-simulator");

  private final Fields fields = new Fields();
  private final List<String> dylib = new ArrayList<>();
  private String command = "";
  private String platform = "";
  private String sdk = "";
  private boolean headerNext;
  private boolean trie;
  private boolean newTrie;
  private boolean anyExport;

  private MachOFields() {}

  static Fields of(MachODetails details) {
    Fields fields =
        new Fields()
            .put("cpu", details.cpuType() + "/" + details.cpuSubtype())
            .put("capabilities", MalformedBinaryException.hex(details.cpuCapabilities()))
            .put("file-type", details.fileType())
            .put("flags", MalformedBinaryException.hex(details.flags()))
            .putAll("run-paths", details.runPaths())
            .putAll("table", details.symbols().table())
            .putAll("trie", details.symbols().trie());
    for (MachOPlatform platform : details.platforms()) {
      fields.add("platform", platform.name() + " " + platform.minimum() + " " + platform.sdk());
    }
    for (MachODylib dylib : details.dylibs()) {
      fields.add(
          "dylibs",
          dylib.kind().id()
              + " "
              + dylib.path()
              + " "
              + dylib.current()
              + " "
              + dylib.compatibility());
    }
    details.installName().ifPresent(name -> fields.put("install-name", name));
    details.uuid().ifPresent(uuid -> fields.put("uuid", uuid));
    details.signature().ifPresent(signature -> fields.put("signature", signature.offset()));
    return fields.sort("trie").sort("table");
  }

  /**
   * What other programs say.
   *
   * @param lines of llvm-objdump
   * @param table lines of {@code llvm-nm -gUj}
   */
  static Fields read(List<String> lines, List<String> table) {
    MachOFields reader = new MachOFields();
    lines.forEach(reader::line);
    reader.fields.putAll("table", table);
    // LLVM 14 shows no trie that has a command of its own; it exports what is in the table.
    if (reader.newTrie && !reader.anyExport) {
      reader.fields.putAll("trie", table);
    }
    return reader.fields.sort("trie").sort("table");
  }

  private void line(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String value = words.length < 2 ? "" : words[1];
    if (headerNext) {
      header(line.strip().split("\\s+"));
      headerNext = false;
    } else if (line.startsWith("Load command ") || line.startsWith("Exports trie")) {
      command = "";
      trie = line.startsWith("Exports trie");
    } else if (trie) {
      exported(words[0], value);
    } else if (words[0].equals("cmd")) {
      command = value;
      newTrie |= value.contains("LC_DYLD_EXPORTS_TRIE") || value.contains("80000033");
    } else if (line.strip().startsWith("magic")) {
      headerNext = true;
    } else {
      field(words[0], value);
    }
  }

  private void header(String[] words) {
    fields
        .put("cpu", Long.decode(words[1]) + "/" + Long.decode(words[2]))
        .put("capabilities", MalformedBinaryException.hex(Long.decode(words[3])))
        .put("file-type", Long.decode(words[4]))
        .put("flags", MalformedBinaryException.hex(Long.decode(words[7])));
  }

  private void exported(String address, String symbol) {
    if (address.startsWith("0x") || address.equals("[re-export]")) {
      anyExport = true;
      fields.add("trie", symbol.replaceFirst(" [\\[(].*", ""));
    }
  }

  private void field(String name, String value) {
    String kind = KINDS.get(command);
    if (kind != null) {
      dylib(kind, name, value);
    } else if (MINIMUMS.containsKey(command)) {
      minimum(name, value);
    } else if (command.equals("LC_BUILD_VERSION")) {
      build(name, value);
    } else if (command.equals("LC_ID_DYLIB") && name.equals("name")) {
      fields.put("install-name", path(value));
    } else if (command.equals("LC_RPATH") && name.equals("path")) {
      fields.add("run-paths", path(value));
    } else if (name.equals("uuid")) {
      fields.put("uuid", value.replace("-", "").toLowerCase(Locale.ROOT));
    } else if (command.equals("LC_CODE_SIGNATURE") && name.equals("dataoff")) {
      fields.put("signature", value);
    }
  }

  private void dylib(String kind, String name, String value) {
    if (name.equals("name")) {
      dylib.clear();
      dylib.add(kind + " " + path(value));
    } else if (name.equals("current") || name.equals("compatibility")) {
      dylib.add(version(value.replace("version ", "")));
    }
    if (dylib.size() == 3) {
      fields.add("dylibs", String.join(" ", dylib));
      dylib.clear();
    }
  }

  private void minimum(String name, String value) {
    if (name.equals("version")) {
      platform = MINIMUMS.get(command) + " " + version(value);
    } else if (name.equals("sdk")) {
      fields.add("platform", platform + " " + version(value));
    }
  }

  private void build(String name, String value) {
    switch (name) {
      case "platform" ->
          platform =
              value.matches("\\d+")
                  ? new MachOPlatform(
                          Long.parseLong(value),
                          new BinaryVersion(0, 0, 0),
                          new BinaryVersion(0, 0, 0))
                      .name()
                  : PLATFORMS.getOrDefault(value, value);
      case "sdk" -> sdk = version(value);
      case "minos" -> fields.add("platform", platform + " " + version(value) + " " + sdk);
      default -> {
        // Tools are not told.
      }
    }
  }

  private static String path(String value) {
    return value.replaceFirst(" \\(offset \\d+\\)$", "");
  }

  private static String version(String value) {
    if (!value.matches("[0-9.]+")) {
      return "0.0";
    }
    return value.replaceFirst("^(\\d+\\.\\d+)\\.0$", "$1");
  }
}
