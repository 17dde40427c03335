package io.github.rustcross.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a binary is from its bytes: ELF, PE images and COFF objects, Mach-O thin and
 * universal, WebAssembly modules and components, {@code ar} archives. No length, count or offset in
 * the file is trusted, and no more than a small part of it is in memory at a time.
 */
public final class BinaryInspector {

  private static final int SHOWN_BYTES = 8;

  // COFF objects come last: they have no magic number, only a machine number that is plausible.
  private static final List<FormatReader> READERS =
      List.of(
          new ElfReader(),
          new PeReader(),
          new MachOReader(),
          new MachOFatReader(),
          new WasmReader(),
          new ArReader(),
          new CoffReader());

  private BinaryInspector() {}

  /**
   * Inspects a file, which is closed afterwards.
   *
   * @param file a regular file, of any size and name
   * @return what the file says of itself
   * @throws IOException if the file is missing, is not a regular file or cannot be read
   * @throws MalformedBinaryException if the file is of none of the formats, or breaks the rules of
   *     its format
   */
  public static Inspection inspect(Path file) throws IOException, MalformedBinaryException {
    try (ByteSource source = ByteSource.open(file)) {
      return inspect(source);
    }
  }

  /**
   * Inspects a source, which stays open.
   *
   * @param source the whole binary
   * @return what the binary says of itself
   * @throws IOException if the source's file cannot be read
   * @throws MalformedBinaryException if the source is of none of the formats, or breaks the rules
   *     of its format
   */
  public static Inspection inspect(ByteSource source) throws IOException, MalformedBinaryException {
    return inspect(source, 0);
  }

  static Inspection inspect(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    Optional<FormatReader> reader = reader(source);
    if (reader.isEmpty()) {
      throw source.malformed(0, unrecognised(source));
    }
    return reader.get().read(source, depth);
  }

  static Optional<FormatReader> reader(ByteSource source) throws IOException {
    for (FormatReader reader : READERS) {
      if (reader.recognises(source)) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }

  private static String unrecognised(ByteSource source)
      throws IOException, MalformedBinaryException {
    if (source.size() == 0) {
      return "is empty";
    }
    byte[] first = source.bytes(0, (int) Math.min(SHOWN_BYTES, source.size()));
    StringBuilder text = new StringBuilder();
    for (byte b : first) {
      text.append(b >= ' ' && b <= '~' ? (char) b : '.');
    }
    return "is not an ELF, PE, COFF, Mach-O, WebAssembly or ar file: it starts with "
        + HexFormat.ofDelimiter(" ").formatHex(first)
        + " (\""
        + text
        + "\")";
  }
}
