package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Program;
import io.github.rustcross.catalog.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the programs that a toolchain expects on PATH. */
final class ProgramResolver {
  private final HostPlatform host;
  private final HostSearch search;

  ProgramResolver(HostPlatform host, HostSearch search) {
    this.host = host;
    this.search = search;
  }

  Optional<Path> find(Program.Found program, Target target) {
    return names(program, target).stream()
        .map(search::program)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The names that would serve this target on this host, best first. */
  List<String> names(Program.Found program, Target target) {
    Template template = new Template(target.names());
    return program.names().stream()
        .filter(
            candidate ->
                !candidate.sameArchitecture() || target.platform().arch().equals(host.arch()))
        .map(candidate -> template.tryExpand(candidate.name()))
        .flatMap(Optional::stream)
        .toList();
  }
}
