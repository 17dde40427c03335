package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  @Override
  public BinaryDetails details(ByteSource source, int depth)
      throws IOException, MalformedBinaryException {
    if (isThin(source)) {
      throw source.malformed(0, "is a thin archive, whose members are files of their own");
    }
    List<ArchiveEntry> entries = new ArrayList<>();
    // Most members are alike, and one of each kind is enough to keep.
    Map<Inspection, Inspection> kept = new HashMap<>();
    NameBudget budget = new NameBudget(source);
    ArMembers members = new ArMembers(source);
    Optional<ArMember> next = members.next();
    while (next.isPresent()) {
      ArMember member = next.get();
      ByteSource content = member.content();
      if (entries.size() == Limits.MEMBERS) {
        throw content.malformed(0, "more than " + Limits.MEMBERS + " members");
      }
      entries.add(
          new ArchiveEntry(
              budget.take(content, 0, members.fullName(member)),
              content.offset(),
              content.size(),
              inspectOne(members, member, depth)
                  .map(found -> kept.computeIfAbsent(found, Function.identity()))));
      next = members.next();
    }
    return new ArchiveDetails(entries);
  }

  // An archive or universal file in the archive stands for the objects that it holds itself.
  private static List<Inspection> inspect(ArMembers members, ArMember member, int depth)
      throws IOException, MalformedBinaryException {
    Optional<Inspection> found = inspectOne(members, member, depth);
    if (found.isEmpty() || found.get().slices().isEmpty()) {
      return found.stream().toList();
    }
    return found.get().slices();
  }

  private static Optional<Inspection> inspectOne(ArMembers members, ArMember member, int depth)
      throws IOException, MalformedBinaryException {
    if (member.name().equals(RUST_METADATA) || BinaryInspector.reader(member.content()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Nesting.inspect(member.content(), depth));
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
