package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads what Windows archives hold: COFF objects, big COFF objects and the short records of import
 * libraries (PE Format, "COFF File Header" and "Import Library Format"; {@code
 * ANON_OBJECT_HEADER_BIGOBJ} in {@code winnt.h}).
 *
 * <p>Objects have no magic number. They are recognised by a machine number that is known, a missing
 * optional header, and section headers and a symbol table that lie within the file.
 */
final class CoffReader implements FormatReader {

  private static final int HEADER_BYTES = 20;
  private static final int SECTION_BYTES = 40;

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    try {
      return source.size() >= HEADER_BYTES
          && machine(source).isPresent()
          && (isAnonymous(source) || isPlausible(source));
    } catch (MalformedBinaryException e) {
      return false;
    }
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    CoffMachine machine =
        machine(source).orElseThrow(() -> source.malformed(0, "has no known COFF machine number"));
    return new InspectionBuilder(BinaryFormat.PE, FileKind.OBJECT)
        .machine(machine.architecture(), machine.bits(), Endianness.LITTLE)
        .build();
  }

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    boolean anonymous = isAnonymous(source);
    return new CoffDetails(
        source.u16(anonymous ? 6 : 0, Endianness.LITTLE),
        anonymous && source.u16(4, Endianness.LITTLE) == 0);
  }

  // Short import records (version 0) and big objects (version 1 and up) begin with what would be
  // an unknown machine and 65535 sections, and both have their machine at offset 6.
  private static boolean isAnonymous(ByteSource source) throws IOException {
    return source.matches(0, 0x00, 0x00, 0xff, 0xff);
  }

  private static Optional<CoffMachine> machine(ByteSource source)
      throws IOException, MalformedBinaryException {
    return CoffMachine.of(source.u16(isAnonymous(source) ? 6 : 0, Endianness.LITTLE));
  }

  private static boolean isPlausible(ByteSource source)
      throws IOException, MalformedBinaryException {
    long sections = source.u16(2, Endianness.LITTLE);
    return source.u16(16, Endianness.LITTLE) == 0
        && HEADER_BYTES + sections * SECTION_BYTES <= source.size()
        && source.u32(8, Endianness.LITTLE) <= source.size();
  }
}
