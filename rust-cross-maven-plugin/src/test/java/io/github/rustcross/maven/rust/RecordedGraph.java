package io.github.rustcross.maven.rust;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Graphs of real crates, as {@code cargo metadata} told them once: {@code natives} among the test
 * resources, without what nobody reads.
 */
public final class RecordedGraph {
  private static final Path RECORDS =
      Path.of("src/test/resources/io/github/rustcross/maven/natives");

  private RecordedGraph() {}

  /** The graph, with its Cargo.toml in a folder, and the registry's files in another. */
  public static CrateGraph of(String name, Path crate, Path registry) throws IOException {
    Path record = RECORDS.resolve(name);
    Files.copy(record.resolve("Cargo.toml.txt"), crate.resolve("Cargo.toml"));
    String text =
        Files.readString(record.resolve("metadata.json"))
            .replace("@crate@", crate.toString())
            .replace("@registry@", registry.toString());
    return CargoMetadata.graph(new ObjectMapper().readTree(text), crate.resolve("Cargo.toml"));
  }
}
