package io.github.rustcross.inspect;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Works out the hashes of a code directory's pages, a small part of the file at a time. */
final class MachOPageHashes {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int SHOWN = 16;

  private final ByteSource source;
  private final MachOCodeDirectory directory;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final List<Long> shown = new ArrayList<>();
  private long wrong;

  private MachOPageHashes(ByteSource source, MachOCodeDirectory directory) {
    this.source = source;
    this.directory = directory;
  }

  /**
   * Checks one code directory.
   *
   * @param source the whole slice
   * @param covered how many bytes ought to be covered
   */
  static MachOPageCheck check(
      ByteSource source, int slice, MachOCodeDirectory directory, long covered)
      throws IOException, MalformedBinaryException {
    MachOPageHashes hashes = new MachOPageHashes(source, directory);
    Optional<MessageDigest> digest = digest(directory);
    if (digest.isEmpty()) {
      return hashes.result(slice, MachOPageCheck.Outcome.UNKNOWN_HASH);
    }
    if (directory.codeBytes() != covered || directory.pages() != pages(directory)) {
      return hashes.result(slice, MachOPageCheck.Outcome.INCOMPLETE);
    }
    hashes.all(digest.get());
    return hashes.result(
        slice, hashes.wrong == 0 ? MachOPageCheck.Outcome.RIGHT : MachOPageCheck.Outcome.WRONG);
  }

  private static long pages(MachOCodeDirectory directory) {
    long bytes = directory.codeBytes();
    long page = directory.pageBytes();
    if (page == 0) {
      return bytes == 0 ? 0 : 1;
    }
    return bytes / page + (bytes % page == 0 ? 0 : 1);
  }

  private static Optional<MessageDigest> digest(MachOCodeDirectory directory) {
    try {
      return switch (directory.hashType()) {
        case 1 -> sized(directory, "SHA-1", 20);
        case 2 -> sized(directory, "SHA-256", 32);
        case 3 -> sized(directory, "SHA-256", 20);
        case 4 -> sized(directory, "SHA-384", 48);
        default -> Optional.empty();
      };
    } catch (NoSuchAlgorithmException e) {
      return Optional.empty();
    }
  }

  private static Optional<MessageDigest> sized(
      MachOCodeDirectory directory, String algorithm, int bytes) throws NoSuchAlgorithmException {
    return directory.hashBytes() == bytes
        ? Optional.of(MessageDigest.getInstance(algorithm))
        : Optional.empty();
  }

  private void all(MessageDigest digest) throws IOException, MalformedBinaryException {
    int bytes = directory.hashBytes();
    for (long page = 0; page < directory.pages(); page++) {
      byte[] actual = Arrays.copyOf(hash(digest, page), bytes);
      byte[] promised = source.bytes(directory.hashesOffset() + page * bytes, bytes);
      if (!Arrays.equals(actual, promised)) {
        wrong++;
        if (shown.size() < SHOWN) {
          shown.add(page);
        }
      }
    }
  }

  private byte[] hash(MessageDigest digest, long page)
      throws IOException, MalformedBinaryException {
    long size = directory.pageBytes() == 0 ? directory.codeBytes() : directory.pageBytes();
    long at = page * size;
    long end = Math.min(at + size, directory.codeBytes());
    while (at < end) {
      int length = (int) Math.min(BUFFER_BYTES, end - at);
      source.read(at, buffer, length);
      digest.update(buffer, 0, length);
      at += length;
    }
    return digest.digest();
  }

  private MachOPageCheck result(int slice, MachOPageCheck.Outcome outcome) {
    return new MachOPageCheck(slice, directory, outcome, shown, wrong);
  }
}
