package io.github.rustcross.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Mach-O files, thin and universal, of any content. */
@Timeout(20)
class MachOFuzzTest {

  static Stream<byte[]> seeds() {
    return FuzzTarget.seeds("macho-");
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] bytes) {
    FuzzTarget.read(bytes);
  }
}
