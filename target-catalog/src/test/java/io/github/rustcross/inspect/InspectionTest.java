package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InspectionTest {

  @Test
  void copiesItsLists() {
    List<String> needed = new ArrayList<>(List.of("libc.so.6"));
    Inspection inspection = inspection("x86_64", 64, Linkage.DYNAMIC, needed);

    needed.clear();

    assertThat(inspection.needed()).containsExactly("libc.so.6");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inspection(" ", 64, Linkage.STATIC, List.of()))
        .withMessage("architecture is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inspection("x86_64", 16, Linkage.STATIC, List.of()))
        .withMessage("bits must be 32 or 64, not 16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inspection("x86_64", 64, Linkage.STATIC, List.of("libc.so.6")))
        .withMessage(
            "static linkage contradicts an interpreter, a needed library or a shared library");
  }

  @Test
  void namesEveryWordInLowerCase() {
    Stream<String> ids =
        Stream.of(
                Stream.of(BinaryFormat.values()).map(BinaryFormat::id),
                Stream.of(FileKind.values()).map(FileKind::id),
                Stream.of(Endianness.values()).map(Endianness::id),
                Stream.of(Linkage.values()).map(Linkage::id))
            .flatMap(words -> words);
    List<String> names =
        Stream.<Enum<?>[]>of(
                BinaryFormat.values(), FileKind.values(), Endianness.values(), Linkage.values())
            .flatMap(Stream::of)
            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    assertThat(ids).containsExactlyElementsOf(names);
  }

  private static Inspection inspection(
      String architecture, int bits, Linkage linkage, List<String> needed) {
    return new Inspection(
        BinaryFormat.ELF,
        FileKind.EXECUTABLE,
        architecture,
        bits,
        Endianness.LITTLE,
        linkage,
        Optional.empty(),
        Optional.empty(),
        needed,
        List.of());
  }
}
