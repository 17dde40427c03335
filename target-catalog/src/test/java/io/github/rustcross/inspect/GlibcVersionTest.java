package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlibcVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.17", "2.2.5", "2.0", "10.200.3000"})
  void printsWhatItReads(String text) {
    assertThat(GlibcVersion.parse(text).map(GlibcVersion::toString)).contains(text);
  }

  @Test
  void readsTwoAndThreeParts() {
    assertThat(GlibcVersion.parse("2.17")).contains(new GlibcVersion(2, 17));
    assertThat(GlibcVersion.parse("2.2.5")).contains(new GlibcVersion(2, 2, 5));
    assertThat(GlibcVersion.parse("2.17.0")).contains(new GlibcVersion(2, 17));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "2.",
        ".17",
        "2.17.",
        "2.17.1.2",
        "2.017",
        "2.x",
        "-2.17",
        " 2.17",
        "2.17\n",
        "GLIBC_2.17",
        "PRIVATE",
        "ABI_DT_RELR",
        "2.9999999999999999999",
        "\u0662.\u0661"
      })
  void refusesWhatIsNoVersion(String text) {
    assertThat(GlibcVersion.parse(text)).isEmpty();
  }

  @Test
  void sortsByAge() {
    List<GlibcVersion> versions =
        List.of(
            new GlibcVersion(2, 0),
            new GlibcVersion(2, 2),
            new GlibcVersion(2, 2, 5),
            new GlibcVersion(2, 17),
            new GlibcVersion(3, 0));

    assertThat(versions).isSorted();
    assertThat(new GlibcVersion(2, 17)).isEqualByComparingTo(new GlibcVersion(2, 17, 0));
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GlibcVersion(2, -1))
        .withMessage("glibc version 2.-1.0 has a negative part");
  }
}
