package io.github.rustcross.maven.debian;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Reads a package (deb(5)): what it says of itself, and its files. Its scripts are not looked at.
 */
public final class PackageFile {
  private static final String FORMAT = "debian-binary";
  private static final int FORMAT_BYTES = 64;
  private static final int CONTROL_BYTES = 1 << 20;
  private static final int BUFFER = 1 << 16;

  /** What xz needs for its largest dictionary that is in use, 64 MiB, with room to spare. */
  private static final int XZ_KIBIBYTES = 256 << 10;

  private PackageFile() {}

  /** Takes what is in a package. */
  public interface Content {
    /**
     * What the package says of itself, before its files.
     *
     * @throws OtherPackageException if it is not the one that is expected
     */
    void control(PackageParagraph control) throws OtherPackageException;

    /**
     * Its files.
     *
     * @param tar the uncompressed archive; nothing is uncompressed before it is read
     * @param compression the end of the archive's name, such as {@code .xz}
     * @throws IOException if they cannot be taken
     */
    void files(InputStream tar, String compression) throws IOException;
  }

  /**
   * Reads a package whose digest was compared.
   *
   * @param stream the package
   * @param size its size in bytes
   * @param name its name, for messages
   * @throws MalformedArchiveException if it is no package, is damaged, or unpacks to more than the
   *     limits allow
   * @throws OtherPackageException what the content throws
   * @throws java.nio.file.FileSystemException if files cannot be written
   */
  public static void read(
      InputStream stream, long size, String name, UnpackLimits limits, Content content)
      throws IOException {
    try {
      ArArchiveInputStream ar = new ArArchiveInputStream(stream);
      ArArchiveEntry format = next(ar);
      if (format == null
          || !format.getName().equals(FORMAT)
          || !new String(ar.readNBytes(FORMAT_BYTES), StandardCharsets.US_ASCII).startsWith("2.")) {
        throw new MalformedArchiveException("%s is no package of Debian".formatted(name));
      }
      String packed = member(ar, name, "control.tar");
      content.control(control(limits.limited(uncompressed(ar, packed, name), size, name), name));
      packed = member(ar, name, "data.tar");
      content.files(limits.limited(uncompressed(ar, packed, name), size, name), packed);
    } catch (MalformedArchiveException | OtherPackageException | FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new MalformedArchiveException(
          "%s is damaged: %s".formatted(name, e.getMessage() == null ? e : e.getMessage()), e);
    }
  }

  private static ArArchiveEntry next(ArArchiveInputStream ar) throws IOException {
    return ar.getNextEntry();
  }

  /** Goes to the member of that name, and tells how it is compressed. */
  private static String member(ArArchiveInputStream ar, String name, String member)
      throws IOException {
    ArArchiveEntry entry = next(ar);
    // Members whose names begin so are for programs that know them.
    while (entry != null && entry.getName().startsWith("_")) {
      entry = next(ar);
    }
    if (entry == null || !entry.getName().startsWith(member)) {
      throw new MalformedArchiveException("%s has no %s".formatted(name, member));
    }
    return entry.getName().substring(member.length());
  }

  /** Undoes a compression by the suffix that a name has for it. */
  private static InputStream uncompressed(InputStream stream, String suffix, String name)
      throws IOException {
    return switch (suffix) {
      case "" -> stream;
      case ".gz" -> new GZIPInputStream(stream, BUFFER);
      // What its own checksum would find, the digest of the whole package has found before.
      case ".xz" -> new XZInputStream(stream, XZ_KIBIBYTES, false);
      case ".zst" -> new ZstdCompressorInputStream(stream);
      default ->
          throw new MalformedArchiveException(
              "%s is compressed as %s, which is none of gz, xz and zst".formatted(name, suffix));
    };
  }

  /**
   * Undoes the compression of an index.
   *
   * @param file its name, whose end tells the compression
   * @param limit the bytes that it may come to
   */
  public static InputStream uncompressedIndex(InputStream stream, String file, long limit)
      throws IOException {
    int dot = file.lastIndexOf('.');
    String suffix = dot > file.lastIndexOf('/') ? file.substring(dot) : "";
    return new LimitedStream(uncompressed(stream, suffix, file), limit, file);
  }

  private static PackageParagraph control(InputStream stream, String name) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile() && entry.getName().replaceFirst("^\\./", "").equals("control")) {
        byte[] text = tar.readNBytes(CONTROL_BYTES);
        return PackageParagraph.of(
            ControlReader.of(new ByteArrayInputStream(text), PackageParagraph.FIELDS)
                .next()
                .orElseThrow(
                    () -> new MalformedArchiveException("%s says nothing".formatted(name))));
      }
    }
    throw new MalformedArchiveException("%s has no control file".formatted(name));
  }
}
