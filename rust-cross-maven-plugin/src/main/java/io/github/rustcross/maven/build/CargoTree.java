package io.github.rustcross.maven.build;

import io.github.rustcross.maven.plan.BuildRequest;
import io.github.rustcross.maven.plan.BuiltCrates;
import io.github.rustcross.maven.plan.TargetRequest;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoPackage;
import io.github.rustcross.maven.rust.RustCommands;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks {@code cargo tree} whether a package is built for a target (The Cargo Book, "cargo tree"):
 * it resolves features as {@code cargo build} does.
 */
final class CargoTree implements BuiltCrates {
  private final ProcessRunner processes;
  private final RustCommands commands;
  private final BuildRequest request;
  private final Map<List<String>, Boolean> answers = new HashMap<>();

  CargoTree(ProcessRunner processes, RustCommands commands, BuildRequest request) {
    this.processes = processes;
    this.commands = commands;
    this.request = request;
  }

  @Override
  public boolean isBuilt(TargetRequest target, CargoPackage crate) {
    List<String> line = new ArrayList<>(List.of("tree", "--prefix", "none"));
    line.addAll(List.of("--manifest-path", request.manifest().toString()));
    target.target().slices().stream()
        .findFirst()
        .or(() -> Optional.of(target.target().triple()))
        .ifPresent(triple -> line.addAll(List.of("--target", triple.value())));
    line.addAll(List.of("--edges", request.isTest() ? "normal,dev" : "normal"));
    line.addAll(List.of("--invert", crate.name() + "@" + crate.version()));
    request.cargo().packages().forEach(name -> line.addAll(List.of("--package", name)));
    line.addAll(request.cargo().with(target.settings().features()).graphArguments());
    return answers.computeIfAbsent(line, this::ask);
  }

  private boolean ask(List<String> line) {
    try {
      ProcessOutput output = processes.capture(commands.cargo(line));
      return output.succeeded() && !output.stdout().isBlank();
    } catch (IOException e) {
      // Nothing is claimed then, and cargo will say what is wrong.
      return false;
    }
  }
}
