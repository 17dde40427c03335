package io.github.rustcross.maven.debian;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A package that a test makes, honest or not. */
public final class Deb {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
  private final String name;
  private final String version;
  private final String architecture;
  private final StringBuilder fields = new StringBuilder();
  private String compression = ".xz";

  /** A package without files. */
  public Deb(String name, String version, String architecture) {
    this.name = name;
    this.version = version;
    this.architecture = architecture;
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /** Adds a field to what the package says of itself. */
  public Deb field(String field, String value) {
    fields.append(field).append(": ").append(value).append('\n');
    return this;
  }

  /** Says how its files are compressed: {@code .gz}, {@code .xz}, {@code .zst} or not at all. */
  public Deb compressed(String suffix) {
    compression = suffix;
    return this;
  }

  /** Adds a file. */
  public Deb file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  public Deb file(String path, byte[] content) {
    TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_NORMAL, true);
    entry.setSize(content.length);
    return entry(entry, content);
  }

  /** Adds a symbolic link. */
  public Deb link(String path, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK, true);
    entry.setLinkName(target);
    return entry(entry, new byte[0]);
  }

  /** Adds a hard link. */
  public Deb hardLink(String path, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_LINK, true);
    entry.setLinkName(target);
    return entry(entry, new byte[0]);
  }

  /** Adds a device. */
  public Deb device(String path) {
    return entry(new TarArchiveEntry(path, TarConstants.LF_CHR, true), new byte[0]);
  }

  private Deb entry(TarArchiveEntry entry, byte[] content) {
    try {
      // The same package always has the same digest.
      entry.setModTime(0);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the package says of itself. */
  public String control() {
    return "Package: %s\nVersion: %s\nArchitecture: %s\n%s"
        .formatted(name, version, architecture, fields);
  }

  /** The name of its file in an archive. */
  public String fileName() {
    return "%s_%s_%s.deb".formatted(name, version.replaceFirst("^[0-9]+:", ""), architecture);
  }

  /** The file. */
  public byte[] bytes() {
    try {
      tar.close();
      return archive(controlTar(), "data.tar" + compression, compress(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A package whose files are some bytes that may be anything. */
  public byte[] with(String member, byte[] data) {
    try {
      return archive(controlTar(), member, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] controlTar() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream control = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      byte[] text = control().getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry("./control");
      entry.setSize(text.length);
      entry.setModTime(0);
      control.putArchiveEntry(entry);
      control.write(text);
      control.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static byte[] archive(byte[] control, String member, byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
      member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
      member(ar, "control.tar.gz", control);
      if (!member.isEmpty()) {
        member(ar, member, data);
      }
    }
    return out.toByteArray();
  }

  private static void member(ArArchiveOutputStream ar, String name, byte[] content)
      throws IOException {
    ar.putArchiveEntry(new ArArchiveEntry(name, content.length, 0, 0, 0100644, 0));
    ar.write(content);
    ar.closeArchiveEntry();
  }

  private byte[] compress(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = compressing(compression, out)) {
      stream.write(content);
    }
    return out.toByteArray();
  }

  /** Compresses what is written to it. */
  public static OutputStream compressing(String suffix, OutputStream out) throws IOException {
    return switch (suffix) {
      case ".gz" -> new GZIPOutputStream(out);
      case ".xz" -> new XZOutputStream(out, new LZMA2Options(1));
      case ".zst" -> new ZstdOutputStream(out);
      default -> out;
    };
  }
}
