package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextSearchTest {

  @Test
  void findsPathsAndTellsTheirSections() throws Exception {
    byte[] library = Fixtures.bytes("elf-x86_64-jni.so");

    assertThat(find(library, 10, "/opt/", "$ORIGIN", "/nowhere/"))
        .extracting(TextOccurrence::text, TextOccurrence::region, TextOccurrence::line)
        .containsExactly(
            tuple("$ORIGIN", ".dynstr", "$ORIGIN/lib:/opt/lib"),
            tuple("/opt/", ".dynstr", "/opt/lib"));
  }

  @Test
  void tellsPlacesInTheWholeFile() throws Exception {
    byte[] slice = Fixtures.bytes("macho-arm64.dylib");
    byte[] universal = MachOImage.universal(false, new long[] {0x0100_000cL}, slice).bytes();

    TextOccurrence found = find(universal, 1, "@rpath/").get(0);

    assertThat(found.region()).isEqualTo("__TEXT");
    assertThat(found.line()).isEqualTo("@rpath/libtwice.dylib");
    assertThat(new String(universal, (int) found.offset(), 7, StandardCharsets.US_ASCII))
        .isEqualTo("@rpath/");
  }

  @Test
  void findsTextsThatOverlapAndTellsTheLongest() throws Exception {
    assertThat(places(module("..abcabcd.."), "abcd", "bc", "cab", "d"))
        .containsExactly("bc@3", "cab@4", "bc@6", "abcd@5");
  }

  @Test
  void findsTextsAcrossTheEndsOfWhatIsReadAtOnce() throws Exception {
    for (int start = (1 << 16) - 24; start < (1 << 16) - 8; start++) {
      byte[] filler = new byte[start];
      Arrays.fill(filler, (byte) '/');
      String text = new String(filler, StandardCharsets.US_ASCII) + "/home/me/";

      assertThat(places(module(text), "/home/me")).containsExactly("/home/me@" + start);
    }
  }

  @Test
  void stopsWhenItHasEnough() throws Exception {
    assertThat(places(module("aaaaaaaaaaaaaaaaaaaaaa"), "a")).hasSize(20);
    assertThat(find(module("aaaa"), 0, "a")).isEmpty();
  }

  @Test
  void readsOverlappingRegionsOnce() throws Exception {
    byte[] bytes = module("one two three");
    BinaryDetails details =
        new PeDetails(
            0,
            0,
            false,
            0,
            new BinaryVersion(0, 0, 0),
            new BinaryVersion(0, 0, 0),
            new PeHardening(0),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            false,
            Optional.empty(),
            false,
            List.of(
                new FileRegion("b", 17, 8),
                new FileRegion("a", 13, 6),
                new FileRegion("c", 15, 4)));

    assertThat(new TextSearch(List.of("o", "one")).in(ByteSource.of(bytes), details, 10))
        .extracting(found -> found.region() + " " + found.text() + " " + found.offset())
        .containsExactly("a o 13", "a one 13", "b o 19");
  }

  @Test
  void refusesWhatCannotBeLookedFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextSearch(List.of("a", "")))
        .withMessage("a text to look for is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextSearch(List.of("a".repeat(10_000), "b".repeat(10_000))))
        .withMessage("texts to look for have 20000 bytes, limit 16384");
  }

  // A module with one custom section, whose text begins at offset 13.
  private static byte[] module(String text) {
    Image image = Image.little(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    int length = text.length() + 1;
    image.u8(8, 0, length & 0x7f | 0x80, length >> 7 & 0x7f | 0x80, length >> 14 & 0x7f);
    return image.u8(12, 0).text(13, text).bytes();
  }

  private static List<TextOccurrence> find(byte[] bytes, int most, String... texts)
      throws Exception {
    ByteSource source = ByteSource.of(bytes);
    return new TextSearch(List.of(texts)).in(source, BinaryInspector.details(source), most);
  }

  private static List<String> places(byte[] bytes, String... texts) throws Exception {
    return find(bytes, 20, texts).stream()
        .map(found -> found.text() + "@" + (found.offset() - 13))
        .toList();
  }
}
