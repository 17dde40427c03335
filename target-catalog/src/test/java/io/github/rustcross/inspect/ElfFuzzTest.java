package io.github.rustcross.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** ELF files of any content. */
@Timeout(20)
class ElfFuzzTest {

  static Stream<byte[]> seeds() {
    return FuzzTarget.seeds("elf-");
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] bytes) {
    FuzzTarget.read(bytes);
  }
}
