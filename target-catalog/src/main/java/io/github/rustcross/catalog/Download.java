package io.github.rustcross.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pinned tool, or a folder with what a tool needs, and the ways of coming by it, in the order in
 * which they are tried.
 *
 * @param name its name in the catalog
 * @param version the version that is pinned; a word where the source decides
 * @param sources the ways
 * @param origin where the catalog says so
 */
public record Download(String name, String version, List<Source> sources, Origin origin) {
  /** Copies the list. */
  public Download {
    sources = List.copyOf(sources);
  }

  /** One way of coming by a tool. Texts are templates. */
  public sealed interface Source {}

  /**
   * Already on PATH.
   *
   * @param program its name, without {@code .exe}
   * @param versionArguments what makes it print its version
   * @param accepts beginnings of versions that will do
   */
  public record OnPath(String program, List<String> versionArguments, List<String> accepts)
      implements Source {
    /** Copies the lists. */
    public OnPath {
      versionArguments = List.copyOf(versionArguments);
      accepts = List.copyOf(accepts);
    }
  }

  /**
   * Inside an installed Python package.
   *
   * @param distribution the package's name
   * @param program the executable's path, seen from the folder that holds the package; it may be a
   *     folder
   * @param accepts beginnings of versions that will do
   */
  public record PythonPackage(String distribution, String program, List<String> accepts)
      implements Source {
    /** Copies the list. */
    public PythonPackage {
      accepts = List.copyOf(accepts);
    }
  }

  /**
   * A wheel, which is a zip, that pip downloads and checks against the digests.
   *
   * @param requirement what pip is asked for, {@code name==version}
   * @param program the executable's path in the wheel; it may be a folder, {@code .} is the wheel
   * @param sha256 the digests of the wheels of all hosts
   */
  public record Wheel(String requirement, String program, List<String> sha256) implements Source {
    /** Copies the list. */
    public Wheel {
      sha256 = List.copyOf(sha256);
    }
  }

  /**
   * An archive on the tool's own download site.
   *
   * @param url where it is; the signature, if any, lies beside it with {@code .minisig} appended
   * @param program the executable's path in the archive
   * @param signedBy the publisher's minisign key, in the base64 form that minisign prints
   * @param sha256 digests by host ({@code linux-x86_64}); where there is none the signature decides
   */
  public record Archive(
      String url, String program, Optional<String> signedBy, Map<String, String> sha256)
      implements Source {
    /** Copies the map. */
    public Archive {
      sha256 = Map.copyOf(sha256);
    }
  }

  /**
   * A crate that cargo builds and installs into the tool cache.
   *
   * @param crate the crate's name
   * @param version the exact version
   * @param program the executable's path under the installation's root
   */
  public record Crate(String crate, String version, String program) implements Source {}

  /**
   * Packages of the Debian or Ubuntu that builds, which apt downloads and checks, and which are
   * unpacked without being installed. What they depend on is not fetched.
   *
   * @param names the packages, which are unpacked into one folder
   * @param program the path of an executable, or of a folder, in that folder
   */
  public record Packages(List<String> names, String program) implements Source {
    /** Copies the list. */
    public Packages {
      names = List.copyOf(names);
    }
  }
}
