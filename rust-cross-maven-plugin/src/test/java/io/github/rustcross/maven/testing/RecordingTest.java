package io.github.rustcross.maven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was written down of the tests that cargo would run")
class RecordingTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void prepare() {
    file = folder.resolve("record");
  }

  @Test
  @DisplayName("is nothing where cargo runs nothing")
  void nothing() throws IOException {
    assertThat(Recording.read(file)).isEmpty();
    write("");
    assertThat(Recording.read(file)).isEmpty();
  }

  @Test
  @DisplayName("gives programs the user's own rustdoc back, and none where there was none")
  void rustdoc() throws IOException {
    String run = "/crate|3|--run|a-b-c|/app|RUSTDOC=/recorder|RUST_CROSS_TEST_RECORD=/r|";
    write(run + "RUST_CROSS_TEST_RUSTDOC=/own|A=b|" + "|" + run + "|");

    assertThat(Recording.read(file))
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
        .isThrownBy(() -> Recording.read(file))
        .withMessageStartingWith(file + ": run 2 was not written down as it should be: ");

    write("/crate|3|--run|a-b-c|/app|A=b|");
    assertThatIOException().isThrownBy(() -> Recording.read(file)).withMessageContaining("run 1");
    write("/crate|three|");
    assertThatIOException()
        .isThrownBy(() -> Recording.read(file))
        .withMessageEndingWith("For input string: \"three\"");
  }

  @Test
  @DisplayName("of rustdoc names the target")
  void target() throws IOException {
    write("/crate|2|--test|src/lib.rs||");
    assertThatIOException()
        .isThrownBy(() -> Recording.read(file))
        .withMessageEndingWith("rustdoc is called without --target");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text.replace('|', '\0'));
  }
}
