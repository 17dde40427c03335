package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.catalog.yaml.ProofFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The file of proofs")
class ProofFileTest {
  private static final String SCHEMA = "proofs.schema.json";
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();
  private static final Map<String, Proof> PROOFS = TargetCatalog.proofs();

  @Test
  @DisplayName("is as the matrix writes it, and was not changed by hand")
  void unchanged() {
    assertThat(ProofFile.text(PROOFS).lines().filter(line -> !line.startsWith("catalogVersion:")))
        .containsExactlyElementsOf(
            bundled().lines().filter(line -> !line.startsWith("catalogVersion:")).toList());
  }

  @Test
  @DisplayName("tells of targets, toolchains and runners of the catalog only")
  void known() {
    assertThat(CATALOG.targets().keySet()).containsAll(PROOFS.keySet());
    PROOFS.forEach(
        (triple, proof) -> {
          Target target = CATALOG.find(triple).orElseThrow();
          assertThat(target.toolchains())
              .as(triple)
              .extracting(ToolchainChoice::toolchain)
              .containsAll(proof.built());
          assertThat(target.runners())
              .as(triple)
              .extracting(RunnerChoice::runner)
              .containsAll(proof.ran());
        });
  }

  @Test
  @DisplayName("has more than thirty targets that were built, and more than twelve that ran")
  void numbers() {
    assertThat(PROOFS.values())
        .filteredOn(proof -> !proof.built().isEmpty())
        .hasSizeGreaterThan(30);
    assertThat(PROOFS.values()).filteredOn(proof -> !proof.ran().isEmpty()).hasSizeGreaterThan(12);
    assertThat(PROOFS.values()).filteredOn(Proof::loadedInJvm).isNotEmpty();
  }

  @Test
  @DisplayName("is what its schema says, and the schema is one")
  void schema() {
    assertThat(Schemas.problemsOf(SCHEMA)).isEmpty();
    assertThat(Schemas.problems(SCHEMA, Schemas.yaml(bundled()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ std: some }|proofs.a-b.std: 'some' is not one of [prebuilt, core, source]",
        "{ built: [zig] }|proofs.a-b.std: is missing",
        "{ std: core, run: [x] }|proofs.a-b.run: unknown key; did you mean 'ran'?",
        "{ std: core, built: zig }|proofs.a-b.built: expected a list, found a text",
      })
  @DisplayName("is refused with the place of the mistake, by the schema as well")
  void mistakes(String proof, String message) {
    String text = "schemaVersion: 1\ncatalogVersion: 1.2.0\nproofs:\n  a-b: " + proof + "\n";
    JsonNode document = Schemas.yaml(text);

    assertThatThrownBy(() -> ProofFile.read(new CatalogSource("proofs.yaml", text)))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("proofs.yaml:4:")
        .hasMessageContaining(message);
    assertThat(Schemas.problems(SCHEMA, document)).isNotEmpty();
  }

  @Test
  @DisplayName("is written in the catalog's order, without what was not done")
  void order() {
    Proof built = new Proof(StdSupport.CORE, List.of("rust-lld", "zig"), List.of(), false);
    Proof ran = new Proof(StdSupport.PREBUILT, List.of("zig"), List.of("qemu-user"), true);

    assertThat(ProofFile.text(Map.of("thumbv6m-none-eabi", built, "s390x-unknown-linux-gnu", ran)))
        .endsWith(
            """
            proofs:
              s390x-unknown-linux-gnu: { std: prebuilt, built: [zig], ran: [qemu-user], loadedInJvm: true }
              thumbv6m-none-eabi: { std: core, built: [rust-lld, zig] }
            """);
  }

  private static String bundled() {
    try (InputStream stream = TargetCatalog.class.getResourceAsStream(ProofFile.NAME)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
