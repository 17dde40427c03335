package io.github.rustcross.maven.testing;

import io.github.rustcross.maven.cargo.ProducedFile;
import io.github.rustcross.maven.testing.CargoRun.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which part of a package a test program is. */
final class ProgramParts {
  private ProgramParts() {}

  /**
   * Its name, see {@link TestSuite#part()}.
   *
   * @param produced what cargo said of the programs that it compiled
   */
  static String name(CargoRun run, List<ProducedFile> produced) {
    if (run.kind() == Kind.DOCUMENTATION) {
      return TestSuite.DOCUMENTATION;
    }
    Path program = run.program();
    return produced.stream()
        .filter(file -> file.files().contains(program))
        .findFirst()
        .map(ProgramParts::name)
        .orElseGet(() -> program.getFileName().toString());
  }

  private static String name(ProducedFile file) {
    return file.kinds().stream()
        .filter(List.of("bin", "test", "example", "bench")::contains)
        .findFirst()
        .map(kind -> kind + "-" + file.name())
        .orElse("lib");
  }

  /**
   * Whether a package's programs have Rust's test harness: sure where its manifest says of none of
   * them that it has not.
   */
  static boolean haveHarness(CargoRun run) {
    String folder = run.environment().get("CARGO_MANIFEST_DIR");
    if (folder == null) {
      return false;
    }
    try {
      return !Files.readString(Path.of(folder, "Cargo.toml")).contains("harness");
    } catch (IOException e) {
      // Then nothing is sure.
      return false;
    }
  }
}
