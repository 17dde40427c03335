package io.github.rustcross.maven.debian;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** An OpenPGP key of a test, with which texts are signed as archives sign theirs. */
public final class SigningKey {
  private final PGPKeyPair pair;
  private final String armored;

  private SigningKey(PGPKeyPair pair, String armored) {
    this.pair = pair;
    this.armored = armored;
  }

  /** A key of a year ago that does not expire. */
  public static SigningKey make() {
    return make(Instant.now().minus(Duration.ofDays(365)), Duration.ZERO);
  }

  /**
   * A key.
   *
   * @param valid how long it is valid; for ever if that is zero
   */
  public static SigningKey make(Instant created, Duration valid) {
    try {
      Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
      generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
      PGPKeyPair pair =
          new BcPGPKeyPair(
              PublicKeyPacket.VERSION_4,
              PublicKeyAlgorithmTags.EDDSA_LEGACY,
              generator.generateKeyPair(),
              Date.from(created));
      PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
      if (!valid.isZero()) {
        facts.setKeyExpirationTime(false, valid.toSeconds());
      }
      PGPKeyRingGenerator ring =
          new PGPKeyRingGenerator(
              PGPSignature.POSITIVE_CERTIFICATION,
              pair,
              "Test Archive <test@example.org>",
              new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
              facts.generate(),
              null,
              new BcPGPContentSignerBuilder(
                  pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
              null);
      return new SigningKey(pair, armored(ring.generatePublicKeyRing().getEncoded()));
    } catch (PGPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key. */
  public String armored() {
    return armored;
  }

  /** Its name in messages. */
  public String id() {
    return "%016X".formatted(pair.getKeyID());
  }

  /** Signs a text in itself, now. */
  public String clearSign(String text) {
    return clearSign(text, Instant.now(), Duration.ZERO, HashAlgorithmTags.SHA256);
  }

  /**
   * Signs a text in itself.
   *
   * @param made when that is said to be
   * @param valid how long the signature is valid; for ever if that is zero
   * @param hash a number of RFC 9580, section 9.5
   */
  public String clearSign(String text, Instant made, Duration valid, int hash) {
    String plain = text.stripTrailing();
    return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        + plain.replaceAll("(?m)^-", "- -")
        + "\n"
        + sign(
            plain.replaceAll("(?m)[ \t]+$", "").replace("\n", "\r\n"),
            PGPSignature.CANONICAL_TEXT_DOCUMENT,
            made,
            valid,
            hash);
  }

  /** Signs a text beside it, now. */
  public String detached(String text) {
    return sign(
        text, PGPSignature.BINARY_DOCUMENT, Instant.now(), Duration.ZERO, HashAlgorithmTags.SHA512);
  }

  private String sign(String content, int type, Instant made, Duration valid, int hash) {
    try {
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash),
              pair.getPublicKey());
      generator.init(type, pair.getPrivateKey());
      PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
      facts.setSignatureCreationTime(false, Date.from(made));
      if (!valid.isZero()) {
        facts.setSignatureExpirationTime(false, valid.toSeconds());
      }
      generator.setHashedSubpackets(facts.generate());
      PGPSignatureSubpacketGenerator issuer = new PGPSignatureSubpacketGenerator();
      issuer.setIssuerKeyID(false, pair.getKeyID());
      generator.setUnhashedSubpackets(issuer.generate());
      generator.update(content.getBytes(StandardCharsets.UTF_8));
      return armored(generator.generate().getEncoded());
    } catch (PGPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String armored(byte[] packets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArmoredOutputStream armor = ArmoredOutputStream.builder().clearHeaders().build(out)) {
      armor.write(packets);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }
}
