package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.maven.process.ProcessOutput;
import io.github.rustcross.maven.process.ProcessRunner;
import io.github.rustcross.maven.rust.CargoErrors;
import io.github.rustcross.maven.rust.RustCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Has cargo build a tool from its crate. */
final class CrateFetcher implements Fetcher<Download.Crate> {
  private final RustCommands commands;
  private final ProcessRunner processes;

  CrateFetcher(RustCommands commands, ProcessRunner processes) {
    this.commands = commands;
    this.processes = processes;
  }

  @Override
  public void fetch(Download.Crate source, Path folder) throws IOException {
    ProcessOutput output =
        processes.capture(
            commands.cargo(
                List.of(
                    "install",
                    "--locked",
                    "--root",
                    folder.toString(),
                    "--version",
                    source.version(),
                    source.crate())));
    if (!output.succeeded()) {
      throw new IOException(
          "exit code %d%s: %s"
              .formatted(output.exitCode(), commands.mirror(), CargoErrors.of(output.stderr())));
    }
  }
}
