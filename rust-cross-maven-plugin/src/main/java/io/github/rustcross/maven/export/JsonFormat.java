package io.github.rustcross.maven.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Platform;
import io.github.rustcross.inspect.GlibcVersion;
import java.util.Collection;

/** Everything, for tools of one's own. */
final class JsonFormat implements ExportFormat {
  private static final ObjectMapper MAPPER = new ObjectMapper();

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
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", 1);
    root.put("catalogVersion", export.catalogVersion());
    root.put("kind", export.kind().id());
    ArrayNode targets = root.putArray("targets");
    export.targets().forEach(target -> write(target, targets.addObject()));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return MAPPER
              .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
              .writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  private static void write(ExportedTarget exported, ObjectNode node) {
    node.put("triple", exported.target().triple().value());
    node.put("description", exported.target().description());
    node.put("host", exported.host().triple().value());
    node.put("toolchain", exported.toolchain());
    list(node, "languages", exported.languages().stream().sorted().map(Language::id).toList());
    node.put("glibc", exported.floor().map(GlibcVersion::toString).orElse(null));
    platform(exported.target().platform(), node.putObject("platform"));
    node.put("libc", exported.target().libc().map(Libc::name).orElse(null));
    ObjectNode names = node.putObject("names");
    exported.target().names().forEach(names::put);
    ObjectNode programs = node.putObject("programs");
    exported.programs().forEach((role, path) -> programs.put(role.id(), path));
    ObjectNode environment = node.putObject("environment");
    exported
        .environment()
        .variables()
        .forEach((name, setting) -> environment.put(name, setting.value()));
    ObjectNode rustflags = node.putObject("rustflags");
    exported.rustflags().forEach((kind, flags) -> list(rustflags, kind.id(), flags));
  }

  /** In the words of {@code rustc --print cfg}. */
  private static void platform(Platform platform, ObjectNode node) {
    node.put("arch", platform.arch());
    node.put("vendor", platform.vendor());
    node.put("os", platform.os());
    node.put("env", platform.env());
    node.put("abi", platform.abi());
    list(node, "families", platform.families());
    node.put("endian", platform.endian());
    node.put("pointerWidth", platform.pointerWidth());
  }

  private static void list(ObjectNode node, String name, Collection<String> values) {
    ArrayNode list = node.putArray(name);
    values.forEach(list::add);
  }
}
