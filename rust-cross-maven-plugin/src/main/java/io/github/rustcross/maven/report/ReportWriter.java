package io.github.rustcross.maven.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Writes {@code report.json}; its schema is published beside the catalog's. */
public final class ReportWriter {
  private static final int SCHEMA_VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportWriter() {}

  /** Writes the report into the folder of finished binaries, all at once. */
  public static void write(BuildReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path partial = folder.resolve(".report.json");
    try {
      Files.writeString(partial, JSON.writeValueAsString(json(report, folder)) + "\n");
      Files.move(partial, folder.resolve("report.json"), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static ObjectNode json(BuildReport report, Path folder) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("catalogVersion", report.catalogVersion().orElse(null));
    root.put("rustc", report.rustc().orElse(null));
    root.put("cargo", report.cargo().orElse(null));
    ArrayNode targets = root.putArray("targets");
    report.targets().forEach(target -> target(targets.addObject(), target, folder));
    problems(root.putArray("problems"), report.problems());
    return root;
  }

  private static void target(ObjectNode node, TargetResult target, Path folder) {
    node.put("triple", target.triple().value());
    node.put("status", target.status().id());
    if (target.toolchain().isPresent()) {
      node.putObject("toolchain")
          .put("name", target.toolchain().get().name())
          .put("version", target.toolchain().get().version().orElse(null));
    } else {
      node.putNull("toolchain");
    }
    ArrayNode artifacts = node.putArray("artifacts");
    target.artifacts().forEach(artifact -> artifact(artifacts.addObject(), artifact, folder));
    problems(
        node.putArray("problems"),
        Stream.concat(target.problems().stream(), target.warnings().stream()).toList());
  }

  private static void artifact(ObjectNode node, FinishedArtifact artifact, Path folder) {
    node.put("path", folder.relativize(artifact.path()).toString().replace('\\', '/'));
    node.put("kind", kind(artifact));
    node.put("name", artifact.expected().name());
    node.put("sha256", artifact.sha256());
    node.put("size", artifact.size());
    node.put("type", artifact.expected().type());
    node.put("classifier", artifact.expected().classifier());
    inspection(node.putObject("inspection"), artifact.inspection());
  }

  private static String kind(FinishedArtifact artifact) {
    boolean wasm =
        artifact.inspection().format() == BinaryFormat.WASM
            && artifact.expected().kind() != ArtifactKind.STATICLIB;
    return wasm ? "wasm" : artifact.expected().kind().id();
  }

  private static void inspection(ObjectNode node, Inspection inspection) {
    node.put("format", inspection.format().id());
    node.put("architecture", inspection.architecture());
    node.put("bits", inspection.bits());
    node.put("endianness", inspection.endianness().id());
    node.put("linkage", inspection.linkage().id());
    node.put("interpreter", inspection.interpreter().orElse(null));
    node.put("glibc", inspection.glibc().map(GlibcVersion::toString).orElse(null));
    ArrayNode needed = node.putArray("needed");
    inspection.needed().forEach(needed::add);
    if (!inspection.slices().isEmpty()) {
      ArrayNode slices = node.putArray("slices");
      inspection.slices().forEach(slice -> inspection(slices.addObject(), slice));
    }
  }

  private static void problems(ArrayNode array, List<Problem> problems) {
    for (Problem problem : problems) {
      array
          .addObject()
          .put("code", problem.code().id())
          .put("message", problem.message())
          .put("suggestion", problem.suggestion().orElse(null));
    }
  }
}
