package io.github.rustcross.bundle;

import io.github.rustcross.inspect.BinaryFormat;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.verify.Check;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Goes through a zip file and those within it. The outermost is read by its directory, which skips
 * what is no binary; those within are read as they are inflated, once and from front to back.
 */
final class ZipWalk {
  private static final String INSIDE = "!/";

  private final String name;
  private final EntryInspector inspector;
  private final Budget budget;
  private final EntryBytes bytes;
  private final List<BundleEntry> entries = new ArrayList<>();
  private final List<BundleCheck> damage = new ArrayList<>();

  ZipWalk(String name, EntryInspector inspector, BundleLimits limits) {
    this.name = name;
    this.inspector = inspector;
    this.budget = new Budget(limits);
    this.bytes = new EntryBytes(budget);
  }

  /**
   * Whether a file begins as zip files do: with an entry, the directory's end, or a mark of parts.
   */
  static boolean isZip(byte[] start) {
    return start.length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && (start[2] == 3 && start[3] == 4
            || start[2] == 5 && start[3] == 6
            || start[2] == 7 && start[3] == 8);
  }

  Bundle walk(Path file) throws IOException {
    // Names that are not marked as UTF-8 may be anything; this never fails for them.
    try (EntryBytes open = bytes;
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      walk(zip);
    } catch (LimitException | ZipException | EOFException | IllegalArgumentException e) {
      damaged(name, e);
    }
    return new Bundle(name, true, entries, damage);
  }

  private void walk(ZipFile zip) throws IOException {
    Set<String> seen = new HashSet<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      budget.entry();
      // Of entries with the same name only one can be read, as class loaders do.
      if (!entry.isDirectory() && seen.add(entry.getName())) {
        String inside = DisplayName.of(entry.getName());
        try (InputStream stream = zip.getInputStream(entry)) {
          CheckedInputStream checked = new CheckedInputStream(stream, new CRC32());
          entry(inside, checked, 0, () -> checksum(entry, checked));
        } catch (ZipException | EOFException e) {
          damaged(path(inside), e);
        }
      }
    }
  }

  private static Optional<Check> checksum(ZipEntry entry, CheckedInputStream stream) {
    long actual = stream.getChecksum().getValue();
    return entry.getCrc() < 0 || entry.getCrc() == actual
        ? Optional.empty()
        : Optional.of(
            Check.malformed("CRC-32 is %08x, the jar says %08x".formatted(actual, entry.getCrc())));
  }

  /** What an archive has to say of an entry once it was read. */
  private interface Damage {
    Optional<Check> get();
  }

  private void entry(String inside, InputStream stream, int depth, Damage after)
      throws IOException {
    byte[] start = stream.readNBytes(BinaryInspector.CLAIM_BYTES);
    if (isZip(start)) {
      nested(inside, start, stream, depth + 1);
      return;
    }
    Optional<BinaryFormat> claimed = BinaryInspector.claimed(start);
    if (claimed.isEmpty()) {
      inspector
          .impostor(inside, start)
          .ifPresent(check -> damage.add(new BundleCheck(path(inside), check)));
      return;
    }
    try (ByteSource source = bytes.read(start, stream)) {
      Optional<Check> problem = after.get();
      if (problem.isPresent() || !EntryInspector.isDebugSymbols(source, claimed.get())) {
        entries.add(inspector.inspect(path(inside), inside, source, problem));
      }
    } catch (LimitException e) {
      if (e.isTotal()) {
        throw e;
      }
      damaged(path(inside), e);
    }
  }

  private void nested(String inside, byte[] start, InputStream rest, int depth) throws IOException {
    if (depth > budget.limits().depth()) {
      damaged(
          path(inside),
          new ZipException(
              "lies in more than %d other archives and was not looked into"
                  .formatted(budget.limits().depth())));
      return;
    }
    ZipInputStream zip = new ZipInputStream(new Rejoined(start, rest), StandardCharsets.ISO_8859_1);
    try {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        budget.entry();
        entry(inside + INSIDE + DisplayName.of(entry.getName()), zip, depth, Optional::empty);
        // Not by closeEntry, which would inflate any number of bytes.
        bytes.skip(zip);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      damaged(path(inside), e);
    }
  }

  private String path(String inside) {
    return name + INSIDE + inside;
  }

  private void damaged(String path, Exception e) {
    String message = e.getMessage() == null ? "ends too early" : DisplayName.of(e.getMessage());
    damage.add(new BundleCheck(path, Check.malformed(message)));
  }

  /** The bytes that were looked at, and the rest. */
  private static final class Rejoined extends FilterInputStream {
    private final byte[] start;
    private int at;

    Rejoined(byte[] start, InputStream rest) {
      super(rest);
      this.start = start;
    }

    @Override
    public int read() throws IOException {
      return at < start.length ? Byte.toUnsignedInt(start[at++]) : super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at == start.length || length == 0) {
        return super.read(into, offset, length);
      }
      int count = Math.min(length, start.length - at);
      for (int i = 0; i < count; i++) {
        into[offset + i] = start[at++];
      }
      return count;
    }
  }
}
