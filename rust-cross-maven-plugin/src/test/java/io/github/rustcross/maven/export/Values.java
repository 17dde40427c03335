package io.github.rustcross.maven.export;

import io.github.rustcross.maven.host.HostSystem;
import io.github.rustcross.maven.it.Exec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests of formats share: values that are hard to write, and programs that read. */
final class Values {
  private Values() {}

  static ExportFormat format(String id) {
    return ExportFormats.all().stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static boolean has(String program) {
    return new HostSystem().program(program).isPresent();
  }

  static String output(Path folder, Map<String, String> variables, String... command)
      throws Exception {
    return Exec.output(folder, variables, List.of(command));
  }
}
