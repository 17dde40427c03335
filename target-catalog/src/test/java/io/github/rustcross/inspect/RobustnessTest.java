package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the bytes are, all is read or there is a {@link MalformedBinaryException}, soon. */
class RobustnessTest {

  static final List<String> NAMES = Fixtures.NAMES;

  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
  private static final int TRUNCATIONS = 4_096;
  private static final int FLIPS = 2_000;
  private static final int HEADER_BYTES = 1_024;

  @ParameterizedTest
  @FieldSource("NAMES")
  void survivesEveryTruncation(String fixture) {
    byte[] bytes = Fixtures.bytes(fixture);
    ByteSource whole = ByteSource.of(bytes);
    int stride = 1 + bytes.length / TRUNCATIONS;

    assertTimeoutPreemptively(
        TIME_LIMIT,
        () -> {
          int length = 0;
          while (length < bytes.length) {
            survives(whole.slice("file", 0, length), "length " + length);
            length += length < HEADER_BYTES ? 1 : stride;
          }
        });
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void survivesRandomChanges(String fixture) {
    byte[] original = Fixtures.bytes(fixture);
    Random random = new Random(fixture.hashCode());

    assertTimeoutPreemptively(
        TIME_LIMIT,
        () -> {
          for (int round = 0; round < FLIPS; round++) {
            byte[] changed = original.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
              // Most of what is read lies at the front; half of all changes should hit it.
              int range = random.nextBoolean() ? changed.length : HEADER_BYTES;
              int at = random.nextInt(Math.min(range, changed.length));
              changed[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            survives(ByteSource.of(changed), "round " + round);
          }
        });
  }

  private static void survives(ByteSource source, String description) {
    try {
      FuzzTarget.read(source);
    } catch (RuntimeException | AssertionError e) {
      fail(description, e);
    }
  }
}
