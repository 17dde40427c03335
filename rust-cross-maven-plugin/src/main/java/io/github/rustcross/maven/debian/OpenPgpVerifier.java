package io.github.rustcross.maven.debian;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Checks OpenPGP signatures (RFC 9580). One good signature by one of the keys is enough. A
 * signature has to be made while its key was valid; keys that have expired since are fine, because
 * releases that are no longer changed keep the signature that they have.
 */
public final class OpenPgpVerifier {
  private static final Set<Integer> HASHES =
      Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

  private static final Duration CLOCKS = Duration.ofDays(1);

  private final Map<Long, Key> keys;

  private OpenPgpVerifier(Map<Long, Key> keys) {
    this.keys = keys;
  }

  /** A key, and the one that vouches for it: itself, or the one whose subkey it is. */
  private record Key(PGPPublicKey key, PGPPublicKey primary) {}

  /**
   * A verifier.
   *
   * @param armored keys in the armored form
   * @throws IOException if they are no OpenPGP keys
   */
  public static OpenPgpVerifier of(List<String> armored) throws IOException {
    Map<Long, Key> keys = new LinkedHashMap<>();
    for (String text : armored) {
      int before = keys.size();
      try {
        for (Object item : objects(text)) {
          if (item instanceof PGPPublicKeyRing ring) {
            Iterator<PGPPublicKey> members = ring.getPublicKeys();
            while (members.hasNext()) {
              PGPPublicKey key = members.next();
              keys.put(key.getKeyID(), new Key(key, ring.getPublicKey()));
            }
          }
        }
      } catch (RuntimeException e) {
        throw new IOException("not an OpenPGP key: " + e.getMessage(), e);
      }
      if (keys.size() == before) {
        throw new IOException("there is no OpenPGP key in it");
      }
    }
    return new OpenPgpVerifier(keys);
  }

  /**
   * Checks a text that is signed in itself.
   *
   * @param now the time, for signatures that expire
   * @return the text that is signed, without anything around it
   * @throws UntrustedReleaseException if no signature is good, with the reason for each
   */
  public String clearSigned(String document, Instant now) throws UntrustedReleaseException {
    ClearSignedText parts = ClearSignedText.parse(document);
    check(parts.canonical(), parts.signature(), Set.of(PGPSignature.CANONICAL_TEXT_DOCUMENT), now);
    return parts.text();
  }

  /**
   * Checks a text whose signature lies beside it.
   *
   * @param signature in the armored form
   * @param now the time, for signatures that expire
   * @throws UntrustedReleaseException if no signature is good, with the reason for each
   */
  public void detached(String text, String signature, Instant now)
      throws UntrustedReleaseException {
    check(
        text.getBytes(StandardCharsets.UTF_8),
        signature,
        Set.of(PGPSignature.BINARY_DOCUMENT, PGPSignature.CANONICAL_TEXT_DOCUMENT),
        now);
  }

  private void check(byte[] content, String armored, Set<Integer> types, Instant now)
      throws UntrustedReleaseException {
    Set<String> reasons = new LinkedHashSet<>();
    for (PGPSignature signature : signatures(armored)) {
      String reason = reason(signature, content, types, now);
      if (reason.isEmpty()) {
        return;
      }
      reasons.add(reason);
    }
    throw new UntrustedReleaseException(
        reasons.isEmpty() ? "there is no signature in it" : String.join("; ", reasons));
  }

  /** Why a signature does not count; empty for a good one. */
  private String reason(PGPSignature signature, byte[] content, Set<Integer> types, Instant now) {
    String id = id(signature.getKeyID());
    Key key = keys.get(signature.getKeyID());
    if (key == null) {
      return "signed with the key %s, which is none that is trusted".formatted(id);
    }
    if (!types.contains(signature.getSignatureType())
        || !HASHES.contains(signature.getHashAlgorithm())) {
      return "the signature by %s is of a kind that is not accepted".formatted(id);
    }
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), key.key());
      signature.update(content);
      if (!signature.verify()) {
        return "the signature by %s does not fit the text".formatted(id);
      }
    } catch (PGPException | RuntimeException e) {
      return "the signature by %s cannot be checked: %s".formatted(id, e.getMessage());
    }
    return reason(signature, key, id, now);
  }

  private static String reason(PGPSignature signature, Key key, String id, Instant now) {
    Instant made = signature.getCreationTime().toInstant();
    if (made.isAfter(now.plus(CLOCKS))) {
      return "the signature by %s is of %s, which is in the future".formatted(id, made);
    }
    long seconds =
        signature.getHashedSubPackets() == null
            ? 0
            : signature.getHashedSubPackets().getSignatureExpirationTime();
    if (seconds > 0 && !made.plusSeconds(seconds).isAfter(now)) {
      return "the signature by %s expired on %s".formatted(id, made.plusSeconds(seconds));
    }
    for (PGPPublicKey each : List.of(key.key(), key.primary())) {
      Instant created = each.getCreationTime().toInstant();
      if (each.hasRevocation()) {
        return "the key %s was revoked".formatted(id);
      }
      long valid = each.getValidSeconds();
      if (made.isBefore(created) || valid > 0 && !made.isBefore(created.plusSeconds(valid))) {
        return "the signature by %s is of %s, and the key was valid from %s%s"
            .formatted(id, made, created, valid > 0 ? " to " + created.plusSeconds(valid) : "");
      }
    }
    return "";
  }

  private static List<PGPSignature> signatures(String armored) throws UntrustedReleaseException {
    List<PGPSignature> signatures = new ArrayList<>();
    try {
      for (Object item : objects(armored)) {
        if (item instanceof PGPSignatureList list) {
          list.forEach(signatures::add);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new UntrustedReleaseException("not an OpenPGP signature: " + e.getMessage());
    }
    return signatures;
  }

  private static List<Object> objects(String armored) throws IOException {
    List<Object> objects = new ArrayList<>();
    try (ArmoredInputStream stream =
        new ArmoredInputStream(
            new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII)))) {
      BcPGPObjectFactory factory = new BcPGPObjectFactory(stream);
      for (Object item = factory.nextObject(); item != null; item = factory.nextObject()) {
        objects.add(item);
      }
    }
    return objects;
  }

  private static String id(long key) {
    return "%016X".formatted(key).toUpperCase(Locale.ROOT);
  }
}
