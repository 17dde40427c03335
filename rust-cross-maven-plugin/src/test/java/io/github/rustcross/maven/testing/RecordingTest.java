package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.rustcross.catalog.TargetTriple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was written down of the tests that cargo would run")
class RecordingTest {
  private static final TargetTriple HOST = new TargetTriple("x86_64-unknown-linux-gnu");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void prepare() {
    file = folder.resolve("record");
  }

  @Test
  @DisplayName("is nothing where cargo runs nothing")
  void nothing() throws IOException {
    assertThat(Recording.read(file, HOST)).isEmpty();
    write("");
    assertThat(Recording.read(file, HOST)).isEmpty();
  }

  @Test
  @DisplayName("gives programs the user's own rustdoc back, and none where there was none")
  void rustdoc() throws IOException {
    String run = "/crate|3|--run|a-b-c|/app|RUSTDOC=/recorder|RUST_CROSS_TEST_RECORD=/r|";
    write(run + "RUST_CROSS_TEST_RUSTDOC=/own|A=b|" + "|" + run + "|");

    assertThat(Recording.read(file, HOST))
        .extracting(CargoRun::environment)
        .extracting(Object::toString)
        .containsExactly("{A=b, RUSTDOC=/own}", "{}");
  }

  @Test
  @DisplayName("that ends in the middle is an error with its place")
  void truncated() throws IOException {
    String whole = "/crate|3|--run|a-b-c|/app|A=b||";
    write(whole + "/crate|3|--run|a-b-c|");
    assertThatIOException()
        .isThrownBy(() -> Recording.read(file, HOST))
        .withMessageStartingWith(file + ": run 2 was not written down as it should be: ");

    write("/crate|3|--run|a-b-c|/app|A=b|");
    assertThatIOException()
        .isThrownBy(() -> Recording.read(file, HOST))
        .withMessageContaining("run 1");
    write("/crate|three|");
    assertThatIOException()
        .isThrownBy(() -> Recording.read(file, HOST))
        .withMessageEndingWith("For input string: \"three\"");
  }

  @Test
  @DisplayName("of rustdoc without a target is the host's: that of a proc-macro")
  void procMacro() throws IOException {
    write("/crate|3|--test|src/lib.rs|--crate-type=proc-macro|A=b||");

    assertThat(Recording.read(file, HOST))
        .singleElement()
        .returns(HOST, CargoRun::target)
        .returns(CargoRun.Kind.DOCUMENTATION, CargoRun::kind);
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text.replace('|', '\0'));
  }
}
