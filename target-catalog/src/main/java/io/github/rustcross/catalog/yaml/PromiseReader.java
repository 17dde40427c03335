package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.BinaryPromise;
import io.github.rustcross.catalog.ElfPromise;
import io.github.rustcross.catalog.MachOPromise;
import io.github.rustcross.catalog.PePromise;
import io.github.rustcross.catalog.WasmPromise;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a target promises of its binaries. */
final class PromiseReader {
  private static final List<String> FORMATS = List.of("elf", "pe", "mach-o", "wasm");
  private static final List<String> LINKAGES = List.of("static", "dynamic");
  private static final List<String> FLOAT_ABIS = List.of("soft", "hard", "single", "double");

  private PromiseReader() {}

  static BinaryPromise read(Fields fields) {
    BinaryPromise binary =
        new BinaryPromise(
            fields.word("format", FORMATS, word -> word),
            fields.optionalInteger("machine"),
            fields
                .optionalMapping("linkage")
                .map(
                    linkage ->
                        TargetReader.byKind(
                            linkage, (kind, words) -> words.word(kind, LINKAGES, word -> word)))
                .orElse(Map.of()),
            fields.optionalTexts("libraries"),
            fields.optionalMapping("elf").map(PromiseReader::elf).orElse(ElfPromise.NONE),
            fields.optionalMapping("pe").map(PromiseReader::pe).orElse(PePromise.NONE),
            fields.optionalMapping("machO").map(PromiseReader::machO).orElse(MachOPromise.NONE),
            fields.optionalMapping("wasm").map(PromiseReader::wasm).orElse(WasmPromise.NONE));
    fields.done();
    return binary;
  }

  private static ElfPromise elf(Fields fields) {
    ElfPromise elf =
        new ElfPromise(
            fields.integers("osAbi"),
            fields.has("floatAbi")
                ? Optional.of(fields.word("floatAbi", FLOAT_ABIS, word -> word))
                : Optional.empty(),
            fields.optionalInteger("abiVersion"),
            fields.optionalTexts("flags"),
            fields.integers("cpuArchitectures"),
            fields.integers("floatArchitectures"),
            fields.flag("positionIndependent", false),
            fields.optionalTexts("runPaths"),
            fields.words(
                "refused",
                List.of(ElfPromise.Refused.values()),
                ElfPromise.Refused::id,
                List.of()));
    fields.done();
    return elf;
  }

  private static PePromise pe(Fields fields) {
    PePromise pe =
        new PePromise(
            fields.integers("subsystems"),
            fields.words(
                "required", List.of(PePromise.Flag.values()), PePromise.Flag::id, List.of()));
    fields.done();
    return pe;
  }

  private static MachOPromise machO(Fields fields) {
    MachOPromise machO =
        new MachOPromise(
            fields.integers("cpuSubtypes"),
            fields.optionalText("platform"),
            fields.optionalVersion("minimumOs", "11.0"),
            fields.flag("signed", false),
            fields.texts("installNames"),
            fields.optionalTexts("runPaths"));
    fields.done();
    return machO;
  }

  private static WasmPromise wasm(Fields fields) {
    WasmPromise wasm =
        new WasmPromise(
            fields.has("component")
                ? Optional.of(fields.flag("component", false))
                : Optional.empty(),
            fields.optionalTexts("imports"));
    fields.done();
    return wasm;
  }
}
