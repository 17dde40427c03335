package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.Deb;
import io.github.rustcross.maven.debian.SigningKey;
import io.github.rustcross.maven.tool.Digest;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An archive with one suite, {@code stable}, in a folder; a test makes it and spoils it. */
final class DebianArchive {
  private static final String INDEX = "main/binary-arm64/Packages";

  final SigningKey key = SigningKey.make();
  final Path root;
  private final List<String> paragraphs = new ArrayList<>();
  private String moreFields = "";
  private String suite = "stable";

  DebianArchive(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  /** Adds a package. */
  DebianArchive add(Deb deb) throws IOException {
    return add(deb, deb.bytes());
  }

  /** Adds a package whose file has some bytes that may be anything. */
  DebianArchive add(Deb deb, byte[] bytes) throws IOException {
    Path file = Files.createDirectories(root.resolve("pool")).resolve(deb.fileName());
    Files.write(file, bytes);
    paragraphs.add(
        "%sFilename: pool/%s\nSize: %d\nSHA256: %s\n"
            .formatted(deb.control(), deb.fileName(), bytes.length, Digest.sha256(file)));
    return this;
  }

  /** Takes all packages away; their files stay until they are deleted. */
  DebianArchive clear() throws IOException {
    paragraphs.clear();
    TemporaryFolder.delete(root.resolve("pool"));
    return this;
  }

  /** Adds fields to the release file. */
  DebianArchive saying(String fields) {
    moreFields = fields;
    return this;
  }

  /** Calls the suite otherwise, at the same place. */
  DebianArchive called(String name) {
    suite = name;
    return this;
  }

  Path file(String name) {
    return root.resolve(name);
  }

  Path release() {
    return root.resolve("dists/stable/InRelease");
  }

  /** Writes index and release file. */
  DebianArchive publish() throws IOException {
    Files.writeString(release(), key.clearSign(index()));
    return this;
  }

  /** Writes index and release file, with the signature beside it. */
  DebianArchive publishDetached() throws IOException {
    String text = index();
    Files.deleteIfExists(release());
    Files.writeString(release().resolveSibling("Release"), text);
    Files.writeString(release().resolveSibling("Release.gpg"), key.detached(text));
    return this;
  }

  private String index() throws IOException {
    byte[] plain = String.join("\n", paragraphs).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    try (OutputStream stream = Deb.compressing(".xz", xz)) {
      stream.write(plain);
    }
    return "Origin: Test\nSuite: %s\nCodename: testing-name\nArchitectures: arm64 armhf\nComponents: main\n%sSHA256:\n%s%s"
        .formatted(suite, moreFields, line(INDEX, plain), line(INDEX + ".xz", xz.toByteArray()));
  }

  private String line(String name, byte[] content) throws IOException {
    Path file = root.resolve("dists/stable").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return " %s %d %s\n".formatted(Digest.sha256(file), content.length, name);
  }
}
