package io.github.rustcross.maven.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.catalog.ArchiveKey;
import io.github.rustcross.catalog.PackageArchive;
import io.github.rustcross.catalog.TargetCatalog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The signature of a release file")
class OpenPgpVerifierTest {
  private static final String TEXT = "Origin: Test\nSuite: stable  \n- dashed\n\nlast";
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final SigningKey KEY = SigningKey.make();

  private final OpenPgpVerifier verifier = verifier(KEY);

  private static OpenPgpVerifier verifier(SigningKey key) {
    try {
      return OpenPgpVerifier.of(List.of(key.armored()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("that is good gives the text that is signed, and nothing else")
  void good() throws Exception {
    assertThat(verifier.clearSigned(KEY.clearSign(TEXT), NOW))
        .isEqualTo("Origin: Test\nSuite: stable\n- dashed\n\nlast");
  }

  @Test
  @DisplayName("may lie beside it")
  void detached() throws Exception {
    verifier.detached(TEXT, KEY.detached(TEXT), NOW);

    assertThatExceptionOfType(UntrustedReleaseException.class)
        .isThrownBy(() -> verifier.detached(TEXT + "!", KEY.detached(TEXT), NOW))
        .withMessage("the signature by %s does not fit the text", KEY.id());
  }

  @Test
  @DisplayName("counts where one of several is good")
  void several() throws Exception {
    SigningKey other = SigningKey.make();
    OpenPgpVerifier both = OpenPgpVerifier.of(List.of(other.armored(), KEY.armored()));

    assertThat(both.clearSigned(KEY.clearSign("x"), NOW)).isEqualTo("x");
    assertThat(both.clearSigned(other.clearSign("x"), NOW)).isEqualTo("x");
  }

  @Test
  @DisplayName("by a key that is not trusted is refused")
  void otherKey() {
    SigningKey other = SigningKey.make();

    refused(
        other.clearSign(TEXT),
        "signed with the key %s, which is none that is trusted".formatted(other.id()));
  }

  @Test
  @DisplayName("does not fit a text that was changed, by one character or by a line")
  void changed() {
    String good = KEY.clearSign(TEXT);
    String reason = "the signature by %s does not fit the text".formatted(KEY.id());

    refused(good.replace("stable", "Stable"), reason);
    refused(good.replace("\nlast", "\nlast\nmore"), reason);
  }

  @Test
  @DisplayName("does not cover what stands before or behind it")
  void around() {
    String good = KEY.clearSign(TEXT);

    refused("Origin: Evil\n" + good, "it is not signed");
    refused(good + "Origin: Evil\n", "something stands behind its signature");
    refused(
        good.replace("Hash: SHA256\n", "Hash: SHA256\nOrigin: Evil\n"),
        "something unsigned stands before its text");
    refused(good.replace("\nlast", "\n-last"), "a line of it is not written as signed texts are");
  }

  @Test
  @DisplayName("that has expired is refused")
  void expiredSignature() {
    Instant made = NOW.minus(Duration.ofDays(30));
    String signed = KEY.clearSign(TEXT, made, Duration.ofDays(10), HashAlgorithmTags.SHA256);

    refused(
        signed,
        "the signature by %s expired on %s".formatted(KEY.id(), made.plus(Duration.ofDays(10))));
  }

  @Test
  @DisplayName("of tomorrow is refused")
  void future() {
    Instant made = NOW.plus(Duration.ofDays(3));

    refused(
        KEY.clearSign(TEXT, made, Duration.ZERO, HashAlgorithmTags.SHA256),
        "the signature by %s is of %s, which is in the future".formatted(KEY.id(), made));
  }

  @Test
  @DisplayName("that was made when the key had expired is refused; one from before is not")
  void expiredKey() throws Exception {
    Instant created = NOW.minus(Duration.ofDays(100));
    SigningKey key = SigningKey.make(created, Duration.ofDays(50));
    Instant late = NOW.minus(Duration.ofDays(20));
    Instant early = NOW.minus(Duration.ofDays(70));

    assertThat(
            verifier(key)
                .clearSigned(
                    key.clearSign(TEXT, early, Duration.ZERO, HashAlgorithmTags.SHA256), NOW))
        .isNotEmpty();
    assertThatExceptionOfType(UntrustedReleaseException.class)
        .isThrownBy(
            () ->
                verifier(key)
                    .clearSigned(
                        key.clearSign(TEXT, late, Duration.ZERO, HashAlgorithmTags.SHA256), NOW))
        .withMessage(
            "the signature by %s is of %s, and the key was valid from %s to %s",
            key.id(), late, created, created.plus(Duration.ofDays(50)));
  }

  @Test
  @DisplayName("over a weak digest is refused")
  void weak() {
    refused(
        KEY.clearSign(TEXT, NOW, Duration.ZERO, HashAlgorithmTags.SHA1),
        "the signature by %s is of a kind that is not accepted".formatted(KEY.id()));
  }

  @Test
  @DisplayName("that is cut off, or is not there, is refused")
  void truncated() {
    String good = KEY.clearSign(TEXT);
    int begin = good.indexOf("-----BEGIN PGP SIGNATURE-----");

    refused(good.substring(0, begin + 80), "it ends before its signature does");
    refused(good.substring(0, begin), "it ends before its signature does");
    refused(TEXT, "it is not signed");
    refused("", "it is not signed");
    refused(
        good.substring(0, begin) + "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n",
        "not an OpenPGP signature: invalid armor");
  }

  @Test
  @DisplayName("that is no signature is refused, whatever it is")
  void garbage() {
    String good = KEY.clearSign(TEXT);
    int begin = good.indexOf("-----BEGIN PGP SIGNATURE-----");

    assertThatExceptionOfType(UntrustedReleaseException.class)
        .isThrownBy(
            () ->
                verifier.clearSigned(
                    good.substring(0, begin)
                        + "-----BEGIN PGP SIGNATURE-----\n\nAAAA////\n=0000\n-----END PGP SIGNATURE-----\n",
                    NOW))
        .withMessageStartingWith("not an OpenPGP signature: ");
  }

  @Test
  @DisplayName("can be checked with the keys that the catalog brings along")
  void bundled() throws Exception {
    for (PackageArchive archive : TargetCatalog.bundled().archives().values()) {
      for (ArchiveKey key : archive.keys()) {
        OpenPgpVerifier bundled = OpenPgpVerifier.of(List.of(key.read()));
        assertThatExceptionOfType(UntrustedReleaseException.class)
            .isThrownBy(() -> bundled.clearSigned(KEY.clearSign(TEXT), NOW))
            .withMessage("signed with the key %s, which is none that is trusted", KEY.id());
      }
    }
  }

  @Test
  @DisplayName("cannot be checked with what is no key")
  void noKey() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> OpenPgpVerifier.of(List.of("no key")))
        .withMessage("there is no OpenPGP key in it");
  }

  private void refused(String document, String reason) {
    assertThatExceptionOfType(UntrustedReleaseException.class)
        .isThrownBy(() -> verifier.clearSigned(document, NOW))
        .withMessage(reason);
  }
}
