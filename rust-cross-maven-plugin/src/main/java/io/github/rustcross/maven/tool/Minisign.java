package io.github.rustcross.maven.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Checks minisign signatures (the format is described in minisign's own documentation, "Signature
 * format"): an algorithm, a key id and an Ed25519 signature, over the file's BLAKE2b-512 digest for
 * the algorithm {@code ED}; a second signature covers the first and the trusted comment.
 */
final class Minisign {
  private static final int ALGORITHM = 2;
  private static final int KEY_ID = 8;
  private static final int SIGNATURE = 64;
  private static final int HASH = 64;
  private static final int BUFFER = 1 << 16;
  private static final String TRUSTED = "trusted comment: ";

  private Minisign() {}

  /**
   * Checks a file against its signature.
   *
   * @param publicKey in base64, as minisign prints it
   * @param signature the content of the {@code .minisig} file
   * @throws IOException if the signature is not good for this file and key, with the reason
   */
  static void verify(Path file, String signature, String publicKey) throws IOException {
    byte[] key = decode(publicKey, ALGORITHM + KEY_ID + Ed25519PublicKeyParameters.KEY_SIZE);
    List<String> lines = signature.lines().toList();
    if (lines.size() < 4 || !lines.get(2).startsWith(TRUSTED)) {
      throw new IOException("not a minisign signature");
    }
    byte[] main = decode(lines.get(1), ALGORITHM + KEY_ID + SIGNATURE);
    if (main[0] != 'E' || main[1] != 'D') {
      throw new IOException("minisign algorithm other than ED (prehashed Ed25519)");
    }
    if (!Arrays.equals(main, ALGORITHM, ALGORITHM + KEY_ID, key, ALGORITHM, ALGORITHM + KEY_ID)) {
      throw new IOException("signed with another key than " + publicKey);
    }
    byte[] signed = Arrays.copyOfRange(main, ALGORITHM + KEY_ID, main.length);
    check(key, blake2b(file), signed, "the signature does not fit the file");
    byte[] comment = lines.get(2).substring(TRUSTED.length()).getBytes(StandardCharsets.UTF_8);
    byte[] covered = Arrays.copyOf(signed, signed.length + comment.length);
    System.arraycopy(comment, 0, covered, signed.length, comment.length);
    check(key, covered, decode(lines.get(3), SIGNATURE), "the trusted comment was changed");
  }

  private static void check(byte[] key, byte[] message, byte[] signature, String failure)
      throws IOException {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, new Ed25519PublicKeyParameters(key, ALGORITHM + KEY_ID));
    signer.update(message, 0, message.length);
    if (!signer.verifySignature(signature)) {
      throw new IOException(failure);
    }
  }

  private static byte[] decode(String text, int length) throws IOException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("not a minisign signature: " + e.getMessage(), e);
    }
    throw new IOException("not a minisign signature or key: wrong length");
  }

  private static byte[] blake2b(Path file) throws IOException {
    Blake2bDigest digest = new Blake2bDigest(HASH * Byte.SIZE);
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      int read;
      while ((read = stream.read(buffer)) >= 0) {
        digest.update(buffer, 0, read);
      }
    }
    byte[] hash = new byte[HASH];
    digest.doFinal(hash, 0);
    return hash;
  }
}
