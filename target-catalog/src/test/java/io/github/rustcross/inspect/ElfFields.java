package io.github.rustcross.inspect;

import java.util.List;
import java.util.Optional;

/** What the readers say of an ELF file, in the words of {@link ReadelfFields}. */
final class ElfFields {

  private static final int EM_ARM = 40;
  private static final int EM_RISCV = 243;

  private ElfFields() {}

  static Fields of(Inspection inspection, ElfDetails details) {
    ElfIdentity identity = details.identity();
    ElfHardening hardening = details.hardening();
    Fields fields =
        new Fields()
            .put("architecture", inspection.architecture())
            .put("bits", inspection.bits())
            .put("endianness", inspection.endianness().id())
            .put("os-abi", identity.osAbi())
            .put("abi-version", identity.abiVersion())
            .put("type", identity.type().id())
            .put("flags", MalformedBinaryException.hex(identity.flags().raw()))
            .put("relro", hardening.relro())
            .put("bind-now", hardening.bindNow())
            .put("textrel", hardening.textRelocations())
            .put("stack", hardening.stack().id())
            .put("static-tls", details.threadStorage().fixed())
            .put("symtab", details.symbolTable())
            .put("debug", details.debugInfo())
            .putAll("needed", inspection.needed());
    inspection.interpreter().ifPresent(path -> fields.put("interpreter", path));
    inspection.glibc().ifPresent(version -> fields.put("glibc", version));
    details.soname().ifPresent(name -> fields.put("soname", name));
    path(fields, "rpath", details.rpath());
    path(fields, "runpath", details.runpath());
    details.buildId().ifPresent(id -> fields.put("build-id", id));
    details
        .threadStorage()
        .size()
        .ifPresent(size -> fields.put("tls", size + "/" + details.threadStorage().alignment()));
    symbols(fields, details.symbols());
    int machine = identity.machine();
    boolean flagged = identity.flags().raw() != 0;
    if ((machine == EM_ARM || machine == EM_RISCV) && flagged) {
      fields.put("float-abi", identity.flags().floatAbi().id());
    }
    identity.attributes().ifPresent(attributes -> attributes(fields, attributes));
    return fields;
  }

  private static void path(Fields fields, String name, List<String> folders) {
    if (!folders.isEmpty()) {
      fields.put(name, String.join(":", folders));
    }
  }

  private static void symbols(Fields fields, ElfSymbols symbols) {
    for (ElfVersionNeeded version : symbols.versions()) {
      String weak = version.weak() ? " weak" : "";
      fields.add("versions", version.library() + " " + version.name() + weak);
      version.symbols().forEach(name -> fields.add("imports", name + "@" + version.name()));
    }
    symbols.unversioned().forEach(name -> fields.add("imports", name));
    symbols.exports().forEach(name -> fields.add("exports", name));
    fields.sort("exports").sort("imports").sort("versions");
  }

  private static void attributes(Fields fields, ElfAttributes attributes) {
    if (attributes.vendor().equals("riscv")) {
      Optional.ofNullable(attributes.texts().get(5L))
          .ifPresent(words -> fields.put("riscv-arch", words));
      return;
    }
    attributes.cpuArchitecture().ifPresent(value -> fields.put("cpu", value));
    attributes.cpuProfile().ifPresent(value -> fields.put("profile", value));
    attributes.floatArchitecture().ifPresent(value -> fields.put("fp", value));
    attributes.vfpArguments().ifPresent(value -> fields.put("vfp-args", value));
  }
}
