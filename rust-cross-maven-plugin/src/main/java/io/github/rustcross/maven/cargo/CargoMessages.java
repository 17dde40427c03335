package io.github.rustcross.maven.cargo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.maven.rust.JsonTexts;
import io.github.rustcross.maven.text.JsonTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects cargo's JSON messages (The Cargo Book, "External tools", "JSON messages"). */
final class CargoMessages {
  private static final Logger LOG = LoggerFactory.getLogger(CargoMessages.class);

  private final List<ProducedFile> produced = new ArrayList<>();
  private final List<BuildScriptRun> scripts = new ArrayList<>();

  void line(String line) {
    if (!line.startsWith("{")) {
      // What a build script or a proc-macro prints past cargo.
      LOG.info(line);
      return;
    }
    try {
      JsonNode message = JsonTree.read(line);
      if (message.path("reason").asText().equals("build-script-executed")
          && !message.path("out_dir").asText().isEmpty()) {
        scripts.add(
            new BuildScriptRun(
                message.path("package_id").asText(),
                Path.of(message.path("out_dir").asText()),
                JsonTexts.of(message.path("linked_libs")),
                JsonTexts.of(message.path("linked_paths"))));
      }
      if (message.path("reason").asText().equals("compiler-artifact")) {
        JsonNode target = message.path("target");
        produced.add(
            new ProducedFile(
                message.path("package_id").asText(),
                target.path("name").asText(),
                JsonTexts.of(target.path("kind")),
                JsonTexts.of(message.path("filenames")).stream().map(Path::of).toList(),
                message.path("fresh").asBoolean()));
      }
    } catch (JsonProcessingException e) {
      LOG.info(line);
    }
  }

  List<BuildScriptRun> scripts() {
    return scripts;
  }

  List<ProducedFile> produced() {
    return produced;
  }
}
