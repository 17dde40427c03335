package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.catalog.yaml.CatalogSource;
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

  static List<String> overlays() {
    return Samples.names("overlays");
  }

  @Test
  @DisplayName("accepts the bundled catalog")
  void bundled() {
    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(CatalogSource.bundled().text()))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overlays")
  @DisplayName("accepts the overlay")
  void overlay(String name) {
    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(Samples.text("overlays", name)))).isEmpty();
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

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
