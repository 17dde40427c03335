package io.github.rustcross.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The binaries that {@code file} knows and that the readers refuse on purpose. */
final class KnownRefusals {

  private static final int ARCHIVE_MAGIC_BYTES = 8;

  private KnownRefusals() {}

  /**
   * Whether there is a reason for a refusal.
   *
   * @param told what {@code file -bL} says
   * @param message what the readers say
   */
  static boolean explain(Path file, String told, String message) throws IOException {
    if (told.startsWith("Mach-O ") && told.contains("dSYM companion file")) {
      // Debug information alone, which nobody links or loads.
      return message.endsWith("Mach-O filetype is 0xa, neither an object, a program nor a library");
    }
    // Nothing but the magic number: what glibc has for -lpthread since 2.34. An archive without an
    // object says nothing of any target.
    return told.equals("current ar archive")
        && Files.size(file) == ARCHIVE_MAGIC_BYTES
        && message.endsWith("is an archive without an object of a known format");
  }
}
