package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.ArchiveFormat;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.FileNaming;
import io.github.rustcross.catalog.Platform;
import io.github.rustcross.catalog.RunnerChoice;
import io.github.rustcross.catalog.StdSupport;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.ToolchainChoice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads an entry of {@code targets:}. */
final class TargetReader {
  private static final List<ArtifactKind> KINDS = List.of(ArtifactKind.values());

  private TargetReader() {}

  static Target read(String name, Fields fields) {
    Target target =
        new Target(
            triple(name, fields),
            fields.text("description"),
            fields.integer("tier"),
            fields.word("std", List.of(StdSupport.values()), StdSupport::id),
            fields.texts("slices").stream().map(slice -> triple(slice, fields)).toList(),
            platform(fields.mapping("platform")),
            fields.optionalMapping("libc").map(LibcReader::read),
            PromiseReader.read(fields.mapping("binary")),
            byKind(fields.mapping("files"), (kind, files) -> naming(files.mapping(kind))),
            fields.has("archive")
                ? fields.word("archive", List.of(ArchiveFormat.values()), ArchiveFormat::id)
                : ArchiveFormat.TAR_GZ,
            names(fields),
            fields
                .optionalMapping("rustflags")
                .map(flags -> byKind(flags, (kind, lists) -> lists.texts(kind)))
                .orElse(Map.of()),
            new LinkedHashSet<>(fields.texts("groups")),
            choices(fields),
            runners(fields),
            fields.origin());
    fields.done();
    return target;
  }

  private static Map<String, String> names(Fields fields) {
    fields.mapping("names").text("classifier");
    return fields.textMap("names");
  }

  private static TargetTriple triple(String name, Fields fields) {
    if (!TargetTriple.isTriple(name)) {
      throw fields.problem("", fields.origin(), "'" + name + "' has not the shape of a triple");
    }
    return new TargetTriple(name);
  }

  private static Platform platform(Fields fields) {
    Platform platform =
        new Platform(
            fields.text("arch"),
            fields.text("vendor"),
            fields.text("os"),
            fields.text("env"),
            fields.text("abi"),
            fields.texts("families"),
            fields.word("endian", List.of("little", "big"), word -> word),
            fields.integer("pointerWidth"));
    fields.done();
    return platform;
  }

  private static FileNaming naming(Fields fields) {
    FileNaming naming =
        new FileNaming(
            fields.optionalText("prefix").orElse(""),
            fields.optionalText("suffix").orElse(""),
            fields.text("type"));
    fields.done();
    return naming;
  }

  private static List<ToolchainChoice> choices(Fields fields) {
    List<ToolchainChoice> choices = new ArrayList<>();
    for (YamlNode item : fields.items("toolchains")) {
      choices.add(choice(fields.asMapping("toolchains[" + choices.size() + "]", item)));
    }
    return choices;
  }

  private static ToolchainChoice choice(Fields fields) {
    Set<ArtifactKind> kinds =
        new LinkedHashSet<>(fields.words("kinds", KINDS, ArtifactKind::id, KINDS));
    ToolchainChoice choice =
        new ToolchainChoice(
            fields.text("use"),
            fields.optionalText("link"),
            kinds,
            new LinkedHashSet<>(fields.texts("hosts")),
            fields.texts("rustflags"),
            fields.origin());
    fields.done();
    return choice;
  }

  private static List<RunnerChoice> runners(Fields fields) {
    List<RunnerChoice> choices = new ArrayList<>();
    for (YamlNode item : fields.items("runners")) {
      Fields choice = fields.asMapping("runners[" + choices.size() + "]", item);
      choices.add(
          new RunnerChoice(
              choice.text("use"), new LinkedHashSet<>(choice.texts("hosts")), choice.origin()));
      choice.done();
    }
    return choices;
  }

  static <T> Map<ArtifactKind, T> byKind(Fields fields, BiFunction<String, Fields, T> read) {
    Map<ArtifactKind, T> map = new EnumMap<>(ArtifactKind.class);
    for (ArtifactKind kind : KINDS) {
      if (fields.has(kind.id())) {
        map.put(kind, read.apply(kind.id(), fields));
      }
    }
    fields.done();
    return map;
  }
}
