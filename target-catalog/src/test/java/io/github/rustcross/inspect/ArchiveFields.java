package io.github.rustcross.inspect;

import java.util.List;
import java.util.Map;

/**
 * An archive in the words of {@code llvm-readobj --file-headers}: what the readers say of its
 * members, and what that program says. Members without a known processor are left out.
 */
final class ArchiveFields {

  private static final Map<String, String> WORDS =
      Map.of(
          "i386", "x86",
          "thumb", "arm",
          "powerpc64le", "powerpc64",
          "sparcv9", "sparc64",
          "mipsel", "mips",
          "mips64el", "mips64");

  private ArchiveFields() {}

  static Fields of(ArchiveDetails details) {
    Fields fields = new Fields();
    for (ArchiveEntry member : details.members()) {
      member
          .binary()
          .ifPresent(binary -> fields.add("members", member.name() + " " + binary.architecture()));
    }
    return fields;
  }

  static Fields read(List<String> lines) {
    Fields fields = new Fields();
    String member = "";
    String last = "";
    for (String line : lines) {
      if (line.startsWith("File: ")) {
        String name = line.substring("File: ".length());
        int start = name.lastIndexOf('(');
        member = start < 0 ? name : name.substring(start + 1, name.length() - 1);
      } else if (line.equals("Format: COFF-import-file")) {
        // It does not say for which processor; that of the objects before it, if all is well.
        fields.add("members", member + " " + last);
      } else if (member.equals("lib.rmeta")) {
        // An object around rustc's own metadata, which is not taken for code.
        continue;
      } else if (line.startsWith("Arch: ") && !line.endsWith("unknown")) {
        String word = line.substring("Arch: ".length());
        last = WORDS.getOrDefault(word, word);
        fields.add("members", member + " " + last);
      }
    }
    return fields;
  }
}
