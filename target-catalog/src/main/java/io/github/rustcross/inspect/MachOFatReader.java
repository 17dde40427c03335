package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads universal files, of Mach-O files or of archives ({@code mach-o/fat.h}). */
final class MachOFatReader implements FormatReader {

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    return isWide(source) || isNarrow(source);
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    List<Inspection> inspections = new ArrayList<>();
    for (MachOSlice slice : MachOSlice.readAll(source, isWide(source))) {
      inspections.add(inspect(slice, depth));
    }
    return merged(source, inspections);
  }

  private static Inspection inspect(MachOSlice slice, int depth)
      throws IOException, MalformedBinaryException {
    Inspection found;
    try {
      found = Nesting.inspect(slice.bytes(), depth);
    } catch (MalformedBinaryException e) {
      throw e.in(slice.bytes().name());
    }
    boolean allowed =
        found.format() == BinaryFormat.MACH_O || found.format() == BinaryFormat.ARCHIVE;
    if (!allowed || !found.architecture().equals(slice.architecture())) {
      throw slice
          .bytes()
          .malformed(
              0,
              "is "
                  + found.format().id()
                  + " for "
                  + found.architecture()
                  + ", where the table promises Mach-O for "
                  + slice.architecture());
    }
    return found;
  }

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    List<UniversalSlice> slices = new ArrayList<>();
    for (MachOSlice slice : MachOSlice.readAll(source, isWide(source))) {
      try {
        slices.add(
            new UniversalSlice(
                slice.cpuType(),
                (int) (slice.cpuSubtype() & 0xff_ffff),
                slice.offset(),
                slice.bytes().size(),
                Nesting.details(slice.bytes(), depth)));
      } catch (MalformedBinaryException e) {
        throw e.in(slice.bytes().name());
      }
    }
    return new UniversalDetails(slices);
  }

  private static Inspection merged(ByteSource source, List<Inspection> slices)
      throws MalformedBinaryException {
    Inspection first = slices.get(0);
    Set<String> needed = new LinkedHashSet<>();
    int bits = 0;
    for (Inspection slice : slices) {
      if (slice.kind() != first.kind()) {
        throw source.malformed(
            0,
            "universal slices are of different kinds, "
                + first.kind().id()
                + " and "
                + slice.kind().id());
      }
      needed.addAll(slice.needed());
      bits = Math.max(bits, slice.bits());
    }
    return new InspectionBuilder(BinaryFormat.MACH_O, first.kind())
        .machine(Architectures.UNIVERSAL, bits, first.endianness())
        .interpreter(slices.stream().flatMap(slice -> slice.interpreter().stream()).findFirst())
        .needed(needed)
        .slices(slices)
        .build();
  }

  static boolean isNarrow(ByteSource source) throws IOException {
    return source.matches(0, 0xca, 0xfe, 0xba, 0xbe);
  }

  static boolean isWide(ByteSource source) throws IOException {
    return source.matches(0, 0xca, 0xfe, 0xba, 0xbf);
  }
}
