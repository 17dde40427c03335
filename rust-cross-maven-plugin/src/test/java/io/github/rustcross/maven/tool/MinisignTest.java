package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A minisign signature")
class MinisignTest {
  private static final Path SIGNED = file("signed.txt");
  private static final String SIGNATURE = read("signed.txt.minisig");
  private static final String KEY = key("key.pub");

  @TempDir private Path folder;

  @Test
  @DisplayName("that minisign made is good for its file and key")
  void good() {
    assertThatCode(() -> Minisign.verify(SIGNED, SIGNATURE, KEY)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("is good with Windows line ends and another untrusted comment")
  void goodAnyway() {
    String other = SIGNATURE.replaceFirst(".*\n", "untrusted comment: whatever\n");

    assertThatCode(() -> Minisign.verify(SIGNED, other.replace("\n", "\r\n"), KEY))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("is refused for a changed file")
  void changedFile() throws Exception {
    Path changed = Files.writeString(folder.resolve("signed.txt"), "What was not signed.\n");

    refused(changed, SIGNATURE, KEY, "the signature does not fit the file");
  }

  @Test
  @DisplayName("is refused with a changed trusted comment")
  void changedComment() {
    refused(
        SIGNED,
        SIGNATURE.replace("test fixture", "test fixture 2"),
        KEY,
        "the trusted comment was changed");
  }

  @Test
  @DisplayName("is refused for another key, which is named")
  void otherKey() {
    refused(
        SIGNED, SIGNATURE, key("other.pub"), "signed with another key than " + key("other.pub"));
  }

  @Test
  @DisplayName("of the old kind, over the file itself, is refused")
  void legacy() {
    refused(
        SIGNED,
        read("legacy.minisig"),
        KEY,
        "minisign algorithm other than ED (prehashed Ed25519)");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "<html>\n<body>\nNot found\n</body>\n",
        "untrusted comment: x\nRURV\n",
        "untrusted comment: x\nRURV\nuntrusted comment: y\nRURV\n"
      })
  @DisplayName("is refused where it is none")
  void garbage(String signature) {
    refused(SIGNED, signature, KEY, "not a minisign signature");
  }

  @Test
  @DisplayName("is refused where it is too short or no base64")
  void malformed() {
    String[] lines = SIGNATURE.split("\n");

    refused(
        SIGNED,
        SIGNATURE.replace(lines[1], "RURV"),
        KEY,
        "not a minisign signature or key: wrong length");
    refused(
        SIGNED,
        SIGNATURE.replace(lines[3], lines[3].substring(4)),
        KEY,
        "not a minisign signature or key: wrong length");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Minisign.verify(SIGNED, SIGNATURE.replace(lines[1], "?!"), KEY))
        .withMessageStartingWith("not a minisign signature: ");
    refused(SIGNED, SIGNATURE, "RURV", "not a minisign signature or key: wrong length");
  }

  private static void refused(Path file, String signature, String key, String message) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Minisign.verify(file, signature, key))
        .withMessage(message);
  }

  /** The second line of what minisign writes. */
  static String key(String name) {
    return read(name).lines().skip(1).findFirst().orElseThrow();
  }

  static Path file(String name) {
    try {
      return Path.of(MinisignTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
