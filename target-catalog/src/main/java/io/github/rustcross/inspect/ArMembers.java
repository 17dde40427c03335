package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.Optional;

/**
 * Walks the members of an archive from front to back ({@code ar.h}; PE Format, "Archive (Library)
 * File Format"). The tables that the archiver keeps for itself are not among them.
 */
final class ArMembers {

  static final int MAGIC_BYTES = 8;

  private static final int HEADER_BYTES = 60;
  private static final int NAME_BYTES = 16;
  private static final int SIZE_AT = 48;
  private static final int SIZE_BYTES = 10;
  private static final int END_AT = 58;
  private static final String BSD_NAME = "#1/";
  private static final String BSD_SYMBOLS = "__.SYMDEF";
  private static final String LONG_NAMES = "//";

  private final ByteSource source;
  private Optional<ByteSource> longNames = Optional.empty();
  private long position = MAGIC_BYTES;

  ArMembers(ByteSource source) {
    this.source = source;
  }

  /** The next member, or empty at the end. */
  Optional<ArMember> next() throws IOException, MalformedBinaryException {
    while (position < source.size()) {
      Optional<ArMember> member = readOne();
      if (member.isPresent()) {
        return member;
      }
    }
    return Optional.empty();
  }

  private Optional<ArMember> readOne() throws IOException, MalformedBinaryException {
    ByteSource header = source.slice("archive member header", position, HEADER_BYTES);
    if (!header.matches(END_AT, '`', '\n')) {
      throw header.malformed(END_AT, "does not end with 0x60 0x0a");
    }
    String padded = header.text(0, NAME_BYTES).stripTrailing();
    // GNU ends names with a slash, so that they can have trailing spaces.
    boolean gnu = !padded.startsWith("/") && padded.endsWith("/");
    String name = gnu ? padded.substring(0, padded.length() - 1) : padded;
    long size = decimal(header, SIZE_AT, SIZE_BYTES);
    ByteSource content = source.slice("archive member " + name, position + HEADER_BYTES, size);
    // Members start at even offsets; the filler after an odd one may be missing at the end.
    position += HEADER_BYTES + size + size % 2;
    if (name.equals(LONG_NAMES)) {
      longNames = Optional.of(content);
      return Optional.empty();
    }
    ArMember member = named(header, name, content);
    return isTable(member.name()) ? Optional.empty() : Optional.of(member);
  }

  private ArMember named(ByteSource header, String name, ByteSource content)
      throws IOException, MalformedBinaryException {
    if (name.startsWith(BSD_NAME)) {
      long length = decimal(header, BSD_NAME.length(), NAME_BYTES - BSD_NAME.length());
      if (length > Limits.NAME_BYTES) {
        throw header.malformed(0, "name has " + length + " bytes, limit " + Limits.NAME_BYTES);
      }
      String padded = content.text(0, (int) length);
      int end = padded.indexOf('\0');
      String plain = end < 0 ? padded : padded.substring(0, end);
      return new ArMember(
          plain, content.slice("archive member " + plain, length, content.size() - length));
    }
    return new ArMember(name, content);
  }

  /** The name to call a member by; only messages need it, and they must not fail in turn. */
  String fullName(ArMember member) throws IOException {
    if (longNames.isEmpty() || !isLongName(member.name())) {
      return member.name();
    }
    try {
      ByteSource table = longNames.get();
      long start = Long.parseLong(member.name().substring(1));
      // GNU ends the names in its table with "/\n", Microsoft with a zero byte.
      long most = Math.min(Limits.NAME_BYTES, table.size() - start);
      int length = 0;
      while (length < most && table.u8(start + length) != 0 && table.u8(start + length) != '\n') {
        length++;
      }
      String name = table.text(start, length);
      return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    } catch (MalformedBinaryException e) {
      return member.name();
    }
  }

  // Symbol tables: GNU "/" and "/SYM64/", Microsoft "/" and "/<ECSYMBOLS>/", BSD "__.SYMDEF",
  // "__.SYMDEF SORTED" and "__.SYMDEF_64". No file name begins with a slash.
  private static boolean isTable(String name) {
    return name.startsWith("/") && !isLongName(name) || name.startsWith(BSD_SYMBOLS);
  }

  private static boolean isLongName(String name) {
    return name.matches("/[0-9]{1,15}");
  }

  private static long decimal(ByteSource header, int at, int length)
      throws IOException, MalformedBinaryException {
    String text = header.text(at, length).stripTrailing();
    if (!text.matches("[0-9]{1,15}")) {
      throw header.malformed(at, "\"" + text + "\" is no decimal number");
    }
    return Long.parseLong(text);
  }
}
