package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.catalog.yaml.ProofFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The catalog's schema")
class CatalogSchemaTest {
  static final String SCHEMA = "catalog.schema.json";

  @Test
  @DisplayName("accepts the bundled catalog")
  void bundled() {
    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(CatalogSource.bundled().text()))).isEmpty();
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      List<Path> overlays =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .filter(CatalogSchemaTest::isShipped)
              .filter(file -> read(file).contains("schemaVersion:"))
              .toList();
      assertThat(overlays).hasSizeGreaterThan(7);
      return overlays;
    }
  }

  /**
   * Whatever is neither there to be refused, nor for a schema to come, nor of another schema, nor
   * what a build made.
   */
  private static boolean isShipped(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .map(Path::toString)
        .noneMatch(
            List.of("target", "bad", "broken.yaml", "newer-schema.yaml", ProofFile.NAME)::contains);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("accepts what lies in this project:")
  void shipped(Path file) {
    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(read(file)))).isEmpty();
  }

  @Test
  @DisplayName("lets every list be changed by append, prepend and remove")
  void lists() {
    List<String> fixed = new ArrayList<>();
    fixedLists("#", Schemas.read(SCHEMA), fixed);

    assertThat(fixed).containsExactly("#/properties/overlays");
  }

  /** Lists that nothing but a list may be written for; those inside of a change are no values. */
  private static void fixedLists(String path, JsonNode schema, List<String> found) {
    List<String> types = texts(schema.path("type"));
    if (types.contains("array") || schema.path("type").asText().equals("array")) {
      boolean change =
          types.contains("object") && schema.path("$ref").asText().equals("#/$defs/change");
      if (!change) {
        found.add(path);
      }
    }
    schema
        .properties()
        .forEach(
            child -> {
              if (!List.of("change", "if").contains(child.getKey())) {
                fixedLists(path + "/" + child.getKey(), child.getValue(), found);
              }
            });
  }

  @Test
  @DisplayName("accepts changes of lists that are only partly written out")
  void changes() {
    String overlay =
        """
        schemaVersion: "1.7"
        overlays: [base.yaml, "classpath:com/acme/boards.yaml"]
        hostVariables: { append: [RUSTC_WRAPPER] }
        signs: { remove: [{ system: linux, libc: musl }] }
        buildScripts: { append: [{ contains: nvcc, shows: c++ }], remove: ~ }
        places: { systems: { linux: { append: [lin] } } }
        targets:
          x86_64-unknown-linux-gnu:
            groups: { prepend: [acme], remove: [jni] }
            toolchains: { prepend: [{ use: acme }], remove: [{ use: gcc }] }
            runners: { remove: [{ hosts: [linux] }] }
            rustflags: { bin: { append: [-Ctarget-cpu=native] } }
            libc: { companions: { remove: [{ glibc: "2.24" }] } }
            binary: { elf: { osAbi: { remove: [3] }, refused: { remove: [static-tls] } } }
        toolchains:
          gcc: { programs: { cc: { find: { prepend: [{ name: acme-gcc }] } } } }
        downloads:
          zig: { sources: { remove: [{ wheel: ziglang==0.17.0 }] } }
        """;

    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(overlay))).isEmpty();
  }

  @Test
  @DisplayName("accepts that an overlay takes keys away")
  void takenAway() {
    String overlay =
        """
        schemaVersion: 1
        groups: { acme: ~ }
        families:
          linux-gnu: { libc: ~, rustflags: { cdylib: ~ } }
          linux: { binary: { elf: { osAbi: ~, positionIndependent: ~, runPaths: ~, refused: ~ } } }
          windows: { binary: { pe: { subsystems: ~, required: ~ } } }
          darwin: { binary: { machO: { platform: ~, installNames: ~, runPaths: ~ } } }
          wasm: { binary: { wasm: { component: ~, imports: ~ } } }
        targets:
          x86_64-unknown-freebsd: ~
          x86_64-unknown-linux-gnu:
            family: ~
            std: ~
            libc: { floor: ~, loader: ~, companions: ~ }
            binary: { machine: ~, linkage: { bin: ~ }, libraries: ~, elf: ~ }
          armv7-unknown-linux-gnueabihf:
            binary:
              elf:
                floatAbi: ~
                abiVersion: ~
                flags: ~
                cpuArchitectures: ~
                floatArchitectures: ~
          aarch64-apple-darwin:
            binary: { machO: { minimumOs: ~, cpuSubtypes: ~, signed: ~ } }
            files: { staticlib: ~ }
            names: { docker: ~, mine: ~ }
            toolchains: ~
            runners: ~
        toolchains:
          gcc: ~
          zig:
            glibcFloor: ~
            programs:
              cc: { tool: ~, name: ~, arguments: ~, environment: ~, find: [{ name: cc }] }
            install: { any: ~ }
        runners:
          wine: ~
          qemu-user:
            hosts: ~
            program: { find: ~, else: "{download:zig}" }
            version: { atLeast: ~ }
            command: ~
            sysroot: { download: ~, arguments: ~, install: { debian: ~ } }
            environment: { QEMU_CPU: ~ }
            scripts: { run.sh: ~ }
            setup: { libraries: ~ }
            services: ~
            install: ~
        downloads: { zig: ~ }
        crates: { cc: ~ }
        buildScripts: ~
        places: { systems: { aix: ~ }, libcs: ~, platforms: { osx_32: ~ } }
        """;

    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(overlay))).isEmpty();
  }

  @Test
  @DisplayName("says where and what the mistake is")
  void message() {
    JsonNode overlay = Schemas.yaml(Samples.text("bad", "bad-word-in-platform.yaml"));

    assertThat(Schemas.problems(SCHEMA, overlay))
        .singleElement()
        .asString()
        .startsWith("$.targets.x86_64-unknown-linux-gnu.platform.endian: ")
        .contains("little", "big");
  }

  @Test
  @DisplayName("knows the version and the words that the loader knows")
  void words() {
    JsonNode schema = Schemas.read(SCHEMA);

    assertThat(schema.at("/properties/schemaVersion/anyOf/0/const").asInt())
        .isEqualTo(TargetCatalog.SCHEMA_VERSION.major());
    assertThat(texts(schema.at("/$defs/language/enum")))
        .containsExactlyElementsOf(Stream.of(Language.values()).map(Language::id).toList());
    assertThat(texts(schema.at("/$defs/kind/enum")))
        .containsExactlyElementsOf(Stream.of(ArtifactKind.values()).map(ArtifactKind::id).toList());
    assertThat(texts(schema.at("/$defs/target/properties/std/enum")))
        .startsWith(Stream.of(StdSupport.values()).map(StdSupport::id).toArray(String[]::new));
    assertThat(schema.at("/$defs/toolchain/properties/programs/properties").properties())
        .extracting(property -> property.getKey())
        .containsExactlyInAnyOrderElementsOf(Stream.of(Role.values()).map(Role::id).toList());
    assertThat(texts(schema.at("/$defs/toolchain/properties/glibcFloor/enum")))
        .startsWith(
            Stream.of(Toolchain.FloorPromise.values())
                .map(Toolchain.FloorPromise::id)
                .toArray(String[]::new));
  }

  @Test
  @DisplayName("knows the rules and the words of promises that the loader knows")
  void rules() {
    JsonNode schema = Schemas.read(SCHEMA);

    assertThat(schema.at("/properties/rules/properties").properties())
        .extracting(property -> property.getKey())
        .containsExactlyElementsOf(Rule.ids());
    assertThat(texts(schema.at("/properties/host/properties/rules/propertyNames/enum")))
        .containsExactlyElementsOf(Rule.ids());
    assertThat(texts(schema.at("/$defs/rule/properties/level/enum")))
        .startsWith(Stream.of(RuleLevel.values()).map(RuleLevel::id).toArray(String[]::new));
    assertThat(texts(schema.at("/$defs/elf/properties/refused/items/enum")))
        .containsExactlyElementsOf(
            Stream.of(ElfPromise.Refused.values()).map(ElfPromise.Refused::id).toList());
    assertThat(texts(schema.at("/$defs/pe/properties/required/items/enum")))
        .containsExactlyElementsOf(
            Stream.of(PePromise.Flag.values()).map(PePromise.Flag::id).toList());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
