package io.github.rustcross.maven.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.maven.explain.Json;
import io.github.rustcross.maven.explain.TargetJson;

/** Everything, the catalog's entry included, for tools of one's own. */
final class JsonFormat implements ExportFormat {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public boolean takesSeveral() {
    return true;
  }

  @Override
  public String text(Export export) {
    ObjectNode root = Json.document();
    root.put("catalogVersion", export.catalogVersion());
    root.put("kind", export.kind().id());
    ArrayNode targets = root.putArray("targets");
    export.targets().forEach(target -> write(target, targets.addObject()));
    return Json.text(root);
  }

  private static void write(ExportedTarget exported, ObjectNode node) {
    node.put("triple", exported.target().triple().value());
    node.put("host", exported.host().triple().value());
    node.put("toolchain", exported.toolchain());
    Json.texts(
        node.putArray("languages"),
        exported.languages().stream().sorted().map(Language::id).toList());
    node.put("glibc", exported.floor().map(GlibcVersion::toString).orElse(null));
    ObjectNode programs = node.putObject("programs");
    exported.programs().forEach((role, path) -> programs.put(role.id(), path));
    ObjectNode environment = node.putObject("environment");
    exported
        .environment()
        .variables()
        .forEach((name, setting) -> environment.put(name, setting.value()));
    ObjectNode rustflags = node.putObject("rustflags");
    exported.rustflags().forEach((kind, flags) -> Json.texts(rustflags.putArray(kind.id()), flags));
    TargetJson.put(node.putObject("target"), exported.target());
  }
}
