package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.PackageFile;
import io.github.rustcross.maven.debian.PackageIndex;
import io.github.rustcross.maven.debian.ReleaseFile;
import io.github.rustcross.maven.debian.ResolvedPackage;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.tool.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An archive at an address that the user names. */
final class MirrorSource implements PackageSource {
  /** Debian's largest has 60 MB. */
  private static final long INDEX_BYTES = 1L << 30;

  private final String base;
  private final RemoteFiles remote;

  MirrorSource(String base, RemoteFiles remote) {
    this.base = base;
    this.remote = remote;
  }

  @Override
  public String label() {
    return base;
  }

  @Override
  public PackageIndex index(SuiteRequest request, boolean refresh, Path work)
      throws ProblemException, IOException {
    String suite = base + "/dists/" + request.suite().suite() + "/";
    ReleaseFile release = release(request, suite, work);
    PackageIndex index = new PackageIndex();
    for (String component : request.suite().components()) {
      String name = request.index(component);
      String file =
          Stream.of(".xz", ".gz", "")
              .map(suffix -> name + suffix)
              .filter(release.files()::containsKey)
              .findFirst()
              .orElseThrow(() -> SysrootProblems.source(suite + " has no " + name));
      Path local = checked(suite, file, release, work);
      try (InputStream stream = Files.newInputStream(local);
          InputStream text = PackageFile.uncompressedIndex(stream, file, INDEX_BYTES)) {
        index.add(text);
      } catch (IOException e) {
        throw SysrootProblems.untrusted(suite + file + " cannot be read: " + e.getMessage());
      }
    }
    return index;
  }

  private ReleaseFile release(SuiteRequest request, String suite, Path work)
      throws ProblemException, IOException {
    ReleaseCheck check = new ReleaseCheck(request, Instant.now());
    String signed = suite + "InRelease";
    try {
      return check.check(text(signed, work), Optional.empty(), signed);
    } catch (RemoteFiles.UnavailableException e) {
      String plain = suite + "Release";
      try {
        return check.check(text(plain, work), Optional.of(text(plain + ".gpg", work)), plain);
      } catch (RemoteFiles.UnavailableException again) {
        throw SysrootProblems.source(
            "%s is not there: %s".formatted(request.label(), e.getMessage()));
      }
    }
  }

  private String text(String url, Path work) throws IOException {
    return Files.readString(remote.get(url, Files.createTempFile(work, "release", "")));
  }

  /** An archive that is being updated has the file of the release under its digest. */
  private Path checked(String suite, String file, ReleaseFile release, Path work)
      throws ProblemException, IOException {
    String expected = release.files().get(file).sha256();
    Path local = work.resolve(file.replace('/', '_'));
    List<String> names = new ArrayList<>(List.of(file));
    if (release.byHash()) {
      names.add(file.substring(0, file.lastIndexOf('/') + 1) + "by-hash/SHA256/" + expected);
    }
    String actual = "";
    String fault = "";
    for (String name : names) {
      try {
        Path came = remote.get(suite + name, local);
        actual = Digest.sha256(came);
        if (actual.equals(expected)) {
          return came;
        }
      } catch (RemoteFiles.UnavailableException e) {
        fault = e.getMessage();
      }
    }
    if (actual.isEmpty()) {
      throw SysrootProblems.source(fault);
    }
    throw SysrootProblems.untrusted(
        "%s has sha256 %s, and the release file says %s".formatted(suite + file, actual, expected));
  }

  @Override
  public List<Path> download(
      SuiteRequest request, List<ResolvedPackage> packages, boolean refresh, Path work)
      throws ProblemException, IOException {
    Path[] files = new Path[packages.size()];
    List<SideBySide.Task> tasks = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      int place = i;
      String url = base + "/" + packages.get(i).file();
      tasks.add(() -> files[place] = remote.get(url, work.resolve(place + ".deb")));
    }
    try {
      SideBySide.run(tasks);
    } catch (RemoteFiles.UnavailableException e) {
      throw SysrootProblems.source(e.getMessage());
    }
    return List.of(files);
  }
}
