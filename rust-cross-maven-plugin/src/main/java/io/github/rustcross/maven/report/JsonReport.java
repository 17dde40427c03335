package io.github.rustcross.maven.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.diagnose.Diagnosis;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.inspect.Inspection;
import io.github.rustcross.maven.output.FinishedArtifact;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.text.JsonTree;
import io.github.rustcross.verify.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The report for programs; its schema is published beside the catalog's. */
final class JsonReport {
  private static final int SCHEMA_VERSION = 1;

  private final Path folder;

  private JsonReport(Path folder) {
    this.folder = folder;
  }

  /**
   * The text of the file.
   *
   * @param folder where it will lie
   */
  static String of(BuildReport report, Path folder) {
    return JsonTree.text(new JsonReport(folder).json(report));
  }

  private ObjectNode json(BuildReport report) {
    ObjectNode root = JsonTree.object();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("catalogVersion", report.catalogVersion().orElse(null));
    root.put("rustc", report.rustc().orElse(null));
    root.put("cargo", report.cargo().orElse(null));
    ArrayNode targets = root.putArray("targets");
    report.targets().forEach(target -> target(targets.addObject(), target));
    problems(
        root.putArray("problems"),
        Stream.concat(report.problems().stream(), report.warnings().stream()).toList());
    return root;
  }

  private void target(ObjectNode node, TargetResult target) {
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
    ArrayNode refused = node.putArray("refused");
    for (BinaryResult binary : BinaryResult.of(target)) {
      if (binary.finished().isPresent()) {
        artifact(artifacts.addObject(), binary, binary.finished().get());
      } else {
        refused(refused.addObject(), binary);
      }
    }
    problems(
        node.putArray("problems"),
        Stream.concat(target.problems().stream(), target.warnings().stream()).toList());
  }

  private void artifact(ObjectNode node, BinaryResult binary, FinishedArtifact artifact) {
    node.put("path", folder.relativize(artifact.path()).toString().replace('\\', '/'));
    node.put("kind", binary.kind());
    node.put("name", artifact.expected().name());
    node.put("sha256", artifact.sha256());
    node.put("size", artifact.size());
    node.put("type", artifact.expected().type());
    node.put("classifier", artifact.expected().classifier());
    verification(node, binary);
  }

  private static void refused(ObjectNode node, BinaryResult binary) {
    node.put("file", binary.expected().file());
    node.put("kind", binary.kind());
    node.put("name", binary.expected().name());
    node.put("size", binary.size());
    verification(node, binary);
  }

  private static void verification(ObjectNode node, BinaryResult binary) {
    inspection(node.putObject("inspection"), binary.inspection());
    ArrayNode checks = node.putArray("checks");
    for (Check check : binary.verification().checks()) {
      checks
          .addObject()
          .put("rule", check.rule().id())
          .put("code", check.rule().code())
          .put("subject", orNull(check.subject()))
          .put("measured", check.measured())
          .put("promised", orNull(check.promised()))
          .put("outcome", check.outcome().id())
          .put("level", binary.target().levels().of(check.rule()).id());
    }
    ArrayNode dependencies = node.putArray("runtimeDependencies");
    binary.verification().runtimeDependencies().forEach(dependencies::add);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
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

  private static void diagnosis(ObjectNode node, Diagnosis diagnosis) {
    node.put("id", diagnosis.id());
    node.put("stage", diagnosis.stage().id());
    node.put("what", diagnosis.what());
    node.put("why", diagnosis.why());
    ArrayNode fixes = node.putArray("fix");
    for (Diagnosis.Advice advice : diagnosis.fix()) {
      ObjectNode fix = fixes.addObject().put("text", advice.text());
      ArrayNode lines = fix.putArray("lines");
      advice.lines().forEach(lines::add);
    }
    node.put("evidence", diagnosis.evidence().id());
  }

  private static void problems(ArrayNode array, List<Problem> problems) {
    for (Problem problem : problems) {
      ObjectNode node =
          array
              .addObject()
              .put("code", problem.code().id())
              .put("message", Sentences.of(problem.message()))
              .put("suggestion", problem.suggestion().orElse(null));
      problem.diagnosis().ifPresent(diagnosis -> diagnosis(node.putObject("diagnosis"), diagnosis));
    }
  }
}
