package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an embedded signature, whose numbers are always big-endian. */
final class MachOSignatureReader {

  private static final Endianness BIG = Endianness.BIG;
  private static final long CSMAGIC_EMBEDDED_SIGNATURE = 0xfade_0cc0L;
  private static final long CSMAGIC_CODEDIRECTORY = 0xfade_0c02L;
  private static final long CSSLOT_CODEDIRECTORY = 0;
  private static final long CSSLOT_ALTERNATE = 0x1000;
  private static final long CSSLOT_ALTERNATES = 5;
  private static final long CSSLOT_SIGNATURE = 0x1_0000;
  private static final int BLOB_HEADER_BYTES = 8;
  private static final int HEADER_BYTES = 44;
  private static final long HAS_TEAM = 0x2_0200;
  private static final long HAS_LONG_LIMIT = 0x2_0300;
  private static final int MOST_PAGE_BITS = 30;

  private final ByteSource source;
  private final ByteSource blob;
  private final List<MachOCodeDirectory> directories = new ArrayList<>();
  private boolean cms;

  private MachOSignatureReader(ByteSource source, ByteSource blob) {
    this.source = source;
    this.blob = blob;
  }

  static MachOSignature read(ByteSource source, long offset, long size)
      throws IOException, MalformedBinaryException {
    ByteSource place = source.slice("Mach-O code signature", offset, size);
    long magic = place.u32(0, BIG);
    if (magic != CSMAGIC_EMBEDDED_SIGNATURE) {
      throw place.malformed(
          0, "magic number is " + MalformedBinaryException.hex(magic) + ", not 0xfade0cc0");
    }
    ByteSource blob = place.slice(place.name(), 0, place.u32(4, BIG));
    MachOSignatureReader reader = new MachOSignatureReader(source, blob);
    reader.index();
    return new MachOSignature(offset, reader.directories, reader.cms);
  }

  private void index() throws IOException, MalformedBinaryException {
    long count = blob.u32(8, BIG);
    ByteSource index = blob.slice("Mach-O code signature index", 12, count * 8);
    for (long at = 0; at < index.size(); at += 8) {
      long slot = index.u32(at, BIG);
      ByteSource part = part(index.u32(at + 4, BIG));
      boolean alternate = slot >= CSSLOT_ALTERNATE && slot < CSSLOT_ALTERNATE + CSSLOT_ALTERNATES;
      if (slot == CSSLOT_CODEDIRECTORY || alternate) {
        if (directories.size() > CSSLOT_ALTERNATES) {
          throw index.malformed(at, "more than " + (CSSLOT_ALTERNATES + 1) + " code directories");
        }
        directories.add(directory(part));
      } else if (slot == CSSLOT_SIGNATURE) {
        cms |= part.size() > BLOB_HEADER_BYTES;
      }
    }
  }

  private ByteSource part(long offset) throws IOException, MalformedBinaryException {
    ByteSource header = blob.slice("Mach-O signature blob", offset, BLOB_HEADER_BYTES);
    return blob.slice("Mach-O signature blob", offset, header.u32(4, BIG));
  }

  private MachOCodeDirectory directory(ByteSource part)
      throws IOException, MalformedBinaryException {
    if (part.u32(0, BIG) != CSMAGIC_CODEDIRECTORY) {
      throw part.malformed(
          0,
          "magic number is "
              + MalformedBinaryException.hex(part.u32(0, BIG))
              + ", not that of a code directory, 0xfade0c02");
    }
    ByteSource header = part.slice("Mach-O code directory", 0, HEADER_BYTES);
    long version = header.u32(8, BIG);
    long pages = header.u32(28, BIG);
    int hashBytes = header.u8(36);
    ByteSource hashes = part.slice("Mach-O page hashes", header.u32(16, BIG), pages * hashBytes);
    int pageBits = header.u8(39);
    if (pageBits > MOST_PAGE_BITS) {
      throw header.malformed(39, "a page has 2 to the power of " + pageBits + " bytes");
    }
    long longLimit = version >= HAS_LONG_LIMIT ? part.u64(56, BIG) : 0;
    long teamAt = version >= HAS_TEAM ? part.u32(48, BIG) : 0;
    return new MachOCodeDirectory(
        version,
        header.u32(12, BIG),
        part.cString(header.u32(20, BIG), Limits.NAME_BYTES),
        teamAt == 0 ? Optional.empty() : Optional.of(part.cString(teamAt, Limits.NAME_BYTES)),
        header.u8(37),
        hashBytes,
        pageBits == 0 ? 0 : 1L << pageBits,
        pages,
        longLimit == 0 ? header.u32(32, BIG) : longLimit,
        hashes.offset() - source.offset());
  }
}
