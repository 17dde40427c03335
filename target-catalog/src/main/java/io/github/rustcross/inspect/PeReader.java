package io.github.rustcross.inspect;

import java.io.IOException;

/** Reads PE images: programs and DLLs (Microsoft, "PE Format"). */
final class PeReader implements FormatReader {

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    return source.matches(0, 'M', 'Z');
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    PeHeader header = PeHeader.read(source);
    String architecture =
        CoffMachine.of(header.machine())
            .map(CoffMachine::architecture)
            .orElseGet(() -> Architectures.unknown(header.machine()));
    return new InspectionBuilder(
            BinaryFormat.PE, header.library() ? FileKind.SHARED_LIBRARY : FileKind.EXECUTABLE)
        .machine(architecture, header.wide() ? 64 : 32, Endianness.LITTLE)
        .needed(
            PeImports.read(header, PeAddresses.read(source, header)).stream()
                .map(PeImportEntry::library)
                .toList())
        .build();
  }

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    return PeDetailsReader.read(source, PeHeader.read(source));
  }
}
