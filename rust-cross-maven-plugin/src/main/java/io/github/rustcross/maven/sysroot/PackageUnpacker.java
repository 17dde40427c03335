package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.MalformedArchiveException;
import io.github.rustcross.maven.debian.OtherPackageException;
import io.github.rustcross.maven.debian.PackageFile;
import io.github.rustcross.maven.debian.PackageParagraph;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.debian.UnpackLimits;
import io.github.rustcross.maven.tool.Digest;
import io.github.rustcross.maven.tool.RootFolder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Unpacks packages into one folder, several at a time, without what only people read. */
final class PackageUnpacker {
  private static final int BUFFER = 1 << 16;
  private static final Path SHARE = Path.of("usr/share");

  private static final Set<String> FOR_PEOPLE =
      Set.of("man", "info", "locale", "lintian", "bug", "gtk-doc", "help");

  private final SysrootOrder order;
  private final Path root;
  private final NativeUnpacking dpkg;

  PackageUnpacker(SysrootOrder order, Path root, NativeUnpacking dpkg) {
    this.order = order;
    this.root = root;
    this.dpkg = dpkg;
  }

  /** A package has another digest than it should have; it was not looked into. */
  static final class OtherDigestException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ResolvedPackage expected;
    private final String actual;

    OtherDigestException(ResolvedPackage expected, String actual) {
      super(expected + " has another digest");
      this.expected = expected;
      this.actual = actual;
    }

    ResolvedPackage expected() {
      return expected;
    }

    String actual() {
      return actual;
    }
  }

  /**
   * Checks digests and unpacks.
   *
   * @param files in the order of the packages
   * @return the packages by what they say of themselves
   * @throws OtherDigestException if one has another digest
   * @throws OtherPackageException if one is for another architecture, or has another name
   * @throws IOException if one cannot be unpacked
   */
  List<ResolvedPackage> unpack(List<ResolvedPackage> packages, List<Path> files)
      throws IOException {
    RootFolder folder = RootFolder.merged(root);
    ResolvedPackage[] unpacked = new ResolvedPackage[packages.size()];
    List<Integer> largestFirst =
        IntStream.range(0, packages.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -packages.get(i).size()))
            .toList();
    List<SideBySide.Task> tasks = new ArrayList<>();
    for (int i : largestFirst) {
      tasks.add(() -> unpacked[i] = unpack(packages.get(i), files.get(i), folder));
    }
    SideBySide.run(tasks);
    folder.finish();
    return List.of(unpacked);
  }

  private ResolvedPackage unpack(ResolvedPackage each, Path file, RootFolder folder)
      throws IOException {
    String actual = Digest.sha256(file);
    if (!actual.equals(each.sha256())) {
      throw new OtherDigestException(each, actual);
    }
    Taken content = new Taken(each, file, folder);
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      PackageFile.read(stream, Files.size(file), each.name(), UnpackLimits.USUAL, content);
    } catch (MalformedArchiveException e) {
      throw e.getMessage().contains(each.name())
          ? e
          : new MalformedArchiveException("%s: %s".formatted(each.name(), e.getMessage()), e);
    }
    return content.self;
  }

  private final class Taken implements PackageFile.Content {
    private final ResolvedPackage expected;
    private final Path file;
    private final RootFolder folder;
    private ResolvedPackage self;

    Taken(ResolvedPackage expected, Path file, RootFolder folder) {
      this.expected = expected;
      this.file = file;
      this.folder = folder;
      this.self = expected;
    }

    @Override
    public void control(PackageParagraph control) throws OtherPackageException {
      boolean picked = expected.version().isEmpty();
      if (!picked && !control.name().equals(expected.name())) {
        throw new OtherPackageException(
            "%s is the package %s".formatted(expected.name(), control.name()));
      }
      if (!Set.of(order.architecture(), PackageParagraph.ALL).contains(control.architecture())) {
        throw new OtherPackageException(
            "%s is for %s, and the %s"
                .formatted(expected.name(), control.architecture(), order.label()));
      }
      if (picked) {
        self =
            new ResolvedPackage(
                control.name(),
                control.version().text(),
                control.architecture(),
                expected.file(),
                expected.size(),
                expected.sha256());
      }
    }

    @Override
    public void files(InputStream tar, String compression) throws IOException {
      if (dpkg.canRead(compression)) {
        dpkg.read(file, expected.name(), this::unpack);
      } else {
        unpack(tar);
      }
    }

    private void unpack(InputStream tar) throws IOException {
      folder.unpack(tar, expected.name(), PackageUnpacker::isWanted);
    }
  }

  /** Of documentation only what a licence says. */
  private static boolean isWanted(Path path) {
    if (!path.startsWith(SHARE) || path.getNameCount() <= SHARE.getNameCount()) {
      return true;
    }
    String kind = path.getName(SHARE.getNameCount()).toString();
    return kind.equals("doc")
        ? path.getFileName().toString().equals("copyright")
        : !FOR_PEOPLE.contains(kind);
  }
}
