package io.github.rustcross.maven.debian;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its signature around it (RFC 9580, section 7). What is read from the text is what is
 * signed: nothing may stand before or behind it, and what a signature does not cover is taken away.
 *
 * @param text the lines that are signed
 * @param signature the armored signature
 */
record ClearSignedText(String text, String signature) {
  private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String END = "-----END PGP SIGNATURE-----";

  static ClearSignedText parse(String document) throws UntrustedReleaseException {
    List<String> lines = document.lines().toList();
    int begin = lines.indexOf(SIGNATURE);
    int end = lines.indexOf(END);
    if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(BEGIN)) {
      throw new UntrustedReleaseException("it is not signed");
    }
    if (begin < 0 || end < begin) {
      throw new UntrustedReleaseException("it ends before its signature does");
    }
    if (lines.subList(end + 1, lines.size()).stream().anyMatch(line -> !line.isBlank())) {
      throw new UntrustedReleaseException("something stands behind its signature");
    }
    int first = 1;
    while (first < begin && lines.get(first).startsWith("Hash: ")) {
      first++;
    }
    if (first >= begin || !lines.get(first).isBlank()) {
      throw new UntrustedReleaseException("something unsigned stands before its text");
    }
    List<String> signed = new ArrayList<>();
    for (String line : lines.subList(first + 1, begin)) {
      String plain = line.startsWith("- ") ? line.substring(2) : line;
      if (plain.equals(line) && line.startsWith("-")) {
        throw new UntrustedReleaseException("a line of it is not written as signed texts are");
      }
      signed.add(plain.stripTrailing());
    }
    return new ClearSignedText(
        String.join("\n", signed), String.join("\n", lines.subList(begin, end + 1)) + "\n");
  }

  /** What is hashed: lines that end with both characters, the last one without any. */
  byte[] canonical() {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
