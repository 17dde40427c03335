package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.FileNaming;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Platform;
import io.github.rustcross.catalog.Proof;
import io.github.rustcross.catalog.RunnerChoice;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.ToolchainChoice;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A target of the catalog for programs. */
public final class TargetJson {
  private TargetJson() {}

  /** Puts all that the catalog knows into a node. */
  public static void put(ObjectNode node, Target target) {
    node.put("triple", target.triple().value());
    node.put("description", target.description());
    node.put("classifier", target.names().get("classifier"));
    node.put("tier", target.tier());
    node.put("std", target.std().id());
    Json.texts(node.putArray("slices"), target.slices().stream().map(TargetTriple::value).toList());
    platform(node.putObject("platform"), target.platform());
    if (target.libc().isPresent()) {
      libc(node.putObject("libc"), target.libc().get());
    } else {
      node.putNull("libc");
    }
    node.put("format", target.binary().format());
    ObjectNode files = node.putObject("files");
    target.files().forEach((kind, naming) -> file(files.putObject(kind.id()), naming));
    node.put("archive", target.archive().id());
    Json.texts(node.putObject("names"), target.names());
    Json.texts(node.putArray("groups"), target.groups());
    ArrayNode toolchains = node.putArray("toolchains");
    target.toolchains().forEach(choice -> toolchain(toolchains.addObject(), choice));
    ArrayNode runners = node.putArray("runners");
    target.runners().forEach(choice -> runner(runners.addObject(), choice));
    proof(
        node.putObject("proven"),
        Optional.ofNullable(TargetCatalog.proofs().get(target.triple().value())));
  }

  /** What the test-suite really did. */
  private static void proof(ObjectNode node, Optional<Proof> proof) {
    Json.texts(node.putArray("built"), proof.map(Proof::built).orElse(List.of()));
    Json.texts(node.putArray("ran"), proof.map(Proof::ran).orElse(List.of()));
    node.put("loadedInJvm", proof.filter(Proof::loadedInJvm).isPresent());
  }

  private static void platform(ObjectNode node, Platform platform) {
    node.put("arch", platform.arch());
    node.put("vendor", platform.vendor());
    node.put("os", platform.os());
    node.put("env", platform.env());
    node.put("abi", platform.abi());
    Json.texts(node.putArray("families"), platform.families());
    node.put("endian", platform.endian());
    node.put("pointerWidth", platform.pointerWidth());
  }

  private static void libc(ObjectNode node, Libc libc) {
    node.put("name", libc.name());
    node.put("floor", libc.floor().orElse(null));
    node.put("loader", libc.loader().orElse(null));
  }

  private static void file(ObjectNode node, FileNaming naming) {
    node.put("prefix", naming.prefix());
    node.put("suffix", naming.suffix());
    node.put("type", naming.type());
  }

  static void toolchain(ObjectNode node, ToolchainChoice choice) {
    node.put("label", choice.label());
    node.put("compiles", choice.toolchain());
    node.put("links", choice.linkingToolchain());
    ArrayNode kinds = node.putArray("kinds");
    choice.kinds().stream().sorted().map(ArtifactKind::id).forEach(kinds::add);
    Json.texts(node.putArray("hosts"), new TreeSet<>(choice.hosts()));
  }

  private static void runner(ObjectNode node, RunnerChoice choice) {
    node.put("runner", choice.runner());
    Json.texts(node.putArray("hosts"), new TreeSet<>(choice.hosts()));
  }
}
