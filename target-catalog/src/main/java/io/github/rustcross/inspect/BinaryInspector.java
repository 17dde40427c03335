package io.github.rustcross.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a binary is from its bytes: ELF, PE images and COFF objects, Mach-O thin and
 * universal, WebAssembly modules and components, {@code ar} archives. No length, count or offset in
 * the file is trusted, and no more than a small part of it is in memory at a time.
 */
public final class BinaryInspector {

  /** How many bytes {@link #claimed} looks at. */
  public static final int CLAIM_BYTES = 64;

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

  /**
   * The format that a file's first bytes claim, for picking binaries out of many files. COFF
   * objects and thin archives, which nobody loads, are not claimed; nor are Java classes, which
   * begin as universal files do, and texts that begin with MZ.
   *
   * @param start the first {@link #CLAIM_BYTES} bytes, or all of a smaller file
   * @return the format; a file that claims one may be damaged all the same
   */
  public static Optional<BinaryFormat> claimed(byte[] start) {
    return FirstBytes.claimed(start);
  }

  /**
   * Reads everything that a file says of itself, symbols too; the file is closed afterwards.
   *
   * @param file a regular file, of any size and name
   * @return the words of the file's own format
   * @throws IOException if the file is missing, is not a regular file or cannot be read
   * @throws MalformedBinaryException if the file is of none of the formats, or breaks the rules of
   *     its format
   */
  public static BinaryDetails details(Path file) throws IOException, MalformedBinaryException {
    try (ByteSource source = ByteSource.open(file)) {
      return details(source);
    }
  }

  /**
   * Reads everything that a source says of itself; the source stays open.
   *
   * @param source the whole binary
   * @return the words of its own format
   * @throws IOException if the source's file cannot be read
   * @throws MalformedBinaryException if the source is of none of the formats, or breaks the rules
   *     of its format
   */
  public static BinaryDetails details(ByteSource source)
      throws IOException, MalformedBinaryException {
    return details(source, 0);
  }

  /**
   * What a Mach-O file is for, without its symbols.
   *
   * @param source the whole file, which stays open
   * @return its platforms; nothing is said of files of other formats
   * @throws IOException if the source's file cannot be read
   * @throws MalformedBinaryException if it breaks the rules of its format
   */
  public static MachOPurpose purpose(ByteSource source)
      throws IOException, MalformedBinaryException {
    return MachOPurposeReader.read(source);
  }

  /**
   * Works out the page hashes of all code directories of a Mach-O file anew, reading the file once
   * for each of them.
   *
   * @param source the whole binary, which stays open
   * @param details what {@link #details} said of it
   * @return one result for each code directory of each slice; none for unsigned files and for other
   *     formats
   * @throws IOException if the source's file cannot be read
   * @throws MalformedBinaryException if the details are not those of the source
   */
  public static List<MachOPageCheck> pageChecks(ByteSource source, BinaryDetails details)
      throws IOException, MalformedBinaryException {
    List<MachOPageCheck> checks = new ArrayList<>();
    if (details instanceof MachODetails thin) {
      check(source, 0, thin, checks);
    } else if (details instanceof UniversalDetails universal) {
      for (int i = 0; i < universal.slices().size(); i++) {
        UniversalSlice slice = universal.slices().get(i);
        if (slice.details() instanceof MachODetails thin) {
          ByteSource bytes = source.slice("universal slice " + i, slice.offset(), slice.size());
          check(bytes, i, thin, checks);
        }
      }
    }
    return checks;
  }

  private static void check(
      ByteSource source, int slice, MachODetails details, List<MachOPageCheck> checks)
      throws IOException, MalformedBinaryException {
    if (details.signature().isPresent()) {
      MachOSignature signature = details.signature().get();
      for (MachOCodeDirectory directory : signature.directories()) {
        checks.add(MachOPageHashes.check(source, slice, directory, signature.offset()));
      }
    }
  }

  static Inspection inspect(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    return recognised(source).read(source, depth);
  }

  static BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    return recognised(source).details(source, depth);
  }

  private static FormatReader recognised(ByteSource source)
      throws IOException, MalformedBinaryException {
    Optional<FormatReader> reader = reader(source);
    if (reader.isEmpty()) {
      throw source.malformed(0, unrecognised(source));
    }
    return reader.get();
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
