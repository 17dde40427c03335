package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code ar} archives: GNU, BSD and Microsoft ({@code ar.h}; PE Format, "Archive (Library)
 * File Format"). Members that are no binary, such as LLVM bitcode, are skipped, and so is {@code
 * lib.rmeta}, which is rustc's own metadata even where it is wrapped in an object.
 */
final class ArReader implements FormatReader {

  private static final String RUST_METADATA = "lib.rmeta";

  @Override
  public boolean recognises(ByteSource source) throws IOException {
    return source.matches(0, '!', '<', 'a', 'r', 'c', 'h', '>', '\n') || isThin(source);
  }

  @Override
  public Inspection read(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    if (isThin(source)) {
      throw source.malformed(0, "is a thin archive, whose members are files of their own");
    }
    Map<String, Inspection> distinct = new LinkedHashMap<>();
    ArMembers members = new ArMembers(source);
    Optional<ArMember> member = members.next();
    while (member.isPresent()) {
      for (Inspection part : inspect(members, member.get(), depth)) {
        distinct.putIfAbsent(platform(part), part);
      }
      member = members.next();
    }
    if (distinct.isEmpty()) {
      throw source.malformed(0, "is an archive without an object of a known format");
    }
    List<Inspection> slices = new ArrayList<>(distinct.values());
    Inspection first = slices.get(0);
    return new InspectionBuilder(BinaryFormat.ARCHIVE, FileKind.ARCHIVE)
        .machine(first.architecture(), first.bits(), first.endianness())
        .slices(slices)
        .build();
  }

  // An archive or universal file in the archive stands for the objects that it holds itself.
  private static List<Inspection> inspect(ArMembers members, ArMember member, int depth)
      throws IOException, MalformedBinaryException {
    if (member.name().equals(RUST_METADATA) || BinaryInspector.reader(member.content()).isEmpty()) {
      return List.of();
    }
    try {
      Inspection inspection = Nesting.inspect(member.content(), depth);
      return inspection.slices().isEmpty() ? List.of(inspection) : inspection.slices();
    } catch (MalformedBinaryException e) {
      throw e.in("archive member " + members.fullName(member));
    }
  }

  private static String platform(Inspection part) {
    return String.join(
        " ",
        part.format().id(),
        part.architecture(),
        Integer.toString(part.bits()),
        part.endianness().id());
  }

  private static boolean isThin(ByteSource source) throws IOException {
    return source.matches(0, '!', '<', 't', 'h', 'i', 'n', '>', '\n');
  }
}
