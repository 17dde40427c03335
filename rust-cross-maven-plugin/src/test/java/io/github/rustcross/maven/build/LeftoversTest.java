package io.github.rustcross.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.FileKind;
import io.github.rustcross.maven.fixture.Binaries;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.report.TargetResult;
import io.github.rustcross.maven.report.TargetResult.Status;
import io.github.rustcross.verify.RuleLevels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A library among the project's classes")
class LeftoversTest {
  private static final String GNU = "x86_64-unknown-linux-gnu";
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;

  @TempDir private Path sysroot;
  @TempDir private Path classes;

  @Test
  @DisplayName("is a leftover if it has the name of one that was built for its platform")
  void leftover() throws Exception {
    library("native/linux-x86_64/libmy_lib.so", X86_64);

    assertThat(found())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.VERIFY_LEFTOVER);
              assertThat(problem.message())
                  .contains("libmy_lib.so: leftover: made by another build");
            });
  }

  @Test
  @DisplayName("is let be if nothing was built for its platform, or nothing of its name")
  void others() throws Exception {
    library("native/linux-aarch_64/libmy_lib.so", AARCH64);
    library("native/linux-x86_64/libother.so", X86_64);

    assertThat(found()).isEmpty();
  }

  @Test
  @DisplayName("is told of where it lies in the place of another platform, or is no library")
  void wrong() throws Exception {
    library("native/linux-aarch_64/libother.so", X86_64);
    Files.writeString(classes.resolve("native/linux-aarch_64/libtext.so"), "<html>404</html>");
    Files.writeString(classes.resolve("native/linux-aarch_64/notes.txt"), "text");

    assertThat(found())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.VERIFY_MALFORMED, ProblemCode.VERIFY_PLACE);
  }

  private List<Problem> found() throws Exception {
    BuildPlan plan = new Scene(sysroot, Crates.library("cdylib")).plan(Request.of(GNU));
    TargetResult result =
        new TargetResult(
            new TargetTriple(GNU),
            Status.BUILT,
            Optional.empty(),
            Optional.empty(),
            new RuleLevels(Map.of()),
            List.of(
                Binaries.finished(
                    Path.of("libmy_lib.so"),
                    ArtifactKind.CDYLIB,
                    "so",
                    "linux-x86_64",
                    1,
                    Binaries.dynamic(
                        BinaryFormat.ELF, FileKind.SHARED_LIBRARY, "x86_64", 64, "libc.so.6"))),
            List.of(),
            List.of(),
            List.of());
    return Leftovers.in(
            Optional.of(classes), TargetCatalog.bundled(), plan.targets(), List.of(result))
        .problems();
  }

  /** No more than the header of an ELF file (gABI, chapter 4). */
  private void library(String path, int machine) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    header.putShort(16, (short) 3).putShort(18, (short) machine).putInt(20, 1);
    header.putShort(52, (short) 64).putShort(54, (short) 56);
    Path file = classes.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, header.array());
  }
}
