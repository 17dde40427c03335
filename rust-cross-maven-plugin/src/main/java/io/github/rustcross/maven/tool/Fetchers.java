package io.github.rustcross.maven.tool;

import io.github.rustcross.catalog.Download;
import io.github.rustcross.catalog.Origin;
import io.github.rustcross.toolchain.HostPlatform;
import io.github.rustcross.toolchain.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Hands a source to the fetcher of its kind. */
record Fetchers(
    PipFetcher pip, ArchiveFetcher archive, CrateFetcher crate, PackagesFetcher packages) {
  void fetch(Download.Source source, Path folder) throws IOException {
    if (source instanceof Download.Wheel wheel) {
      pip.fetch(wheel, folder);
    } else if (source instanceof Download.Archive file) {
      archive.fetch(file, folder);
    } else if (source instanceof Download.Crate built) {
      crate.fetch(built, folder);
    } else if (source instanceof Download.Packages named) {
      packages.fetch(named, folder);
    } else {
      throw new IllegalArgumentException("cannot be fetched: " + source);
    }
  }

  static boolean canFetch(Download.Source source) {
    return source instanceof Download.Wheel
        || source instanceof Download.Archive
        || source instanceof Download.Crate
        || source instanceof Download.Packages;
  }

  /** The executable's path inside what is fetched; a template. */
  static String program(Download.Source source) {
    if (source instanceof Download.Wheel wheel) {
      return wheel.program();
    }
    if (source instanceof Download.Archive archive) {
      return archive.program();
    }
    if (source instanceof Download.Crate crate) {
      return crate.program();
    }
    if (source instanceof Download.Packages packages) {
      return packages.program();
    }
    throw new IllegalArgumentException("cannot be fetched: " + source);
  }

  /** A word for the folder's name: sources of different kinds lay things out differently. */
  static String kind(Download.Source source) {
    return source.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  static String describe(Download.Source source) {
    if (source instanceof Download.Wheel wheel) {
      return "pip download " + wheel.requirement();
    }
    if (source instanceof Download.Crate crate) {
      return "cargo install " + crate.crate() + "@" + crate.version();
    }
    if (source instanceof Download.Packages packages) {
      return "apt-get download " + String.join(" ", packages.names());
    }
    return source instanceof Download.Archive ? "official download" : source.toString();
  }

  /** What is compared before anything of it is kept. */
  static String checked(Download.Source source, HostPlatform host) {
    if (source instanceof Download.Wheel wheel) {
      return "by pip, sha256 "
          + (wheel.sha256().size() == 1
              ? wheel.sha256().get(0)
              : "one of the %d in the catalog".formatted(wheel.sha256().size()));
    }
    if (source instanceof Download.Archive archive) {
      String digest = archive.sha256().get(host.os() + "-" + host.arch());
      return digest == null
          ? "signature by " + archive.signedBy().orElse("nobody")
          : "sha256 " + digest;
    }
    return source instanceof Download.Packages
        ? "by apt, against the signed index of the archive"
        : "by cargo, against the registry's checksum";
  }

  /** What the user can do where no source worked. */
  static String remedy(Download download) {
    return download.sources().stream().allMatch(Download.Packages.class::isInstance)
        ? "See to it that apt can reach the archives of this machine (docs/network.md)"
        : "Put %s on PATH, or name a proxy or a mirror in settings.xml".formatted(download.name());
  }

  static Download.Source expand(Download.Source source, Template template, Origin origin) {
    if (source instanceof Download.Wheel wheel) {
      return new Download.Wheel(
          wheel.requirement(), text(wheel.program(), template, origin), wheel.sha256());
    }
    if (source instanceof Download.Archive archive) {
      return new Download.Archive(
          text(archive.url(), template, origin),
          text(archive.program(), template, origin),
          archive.signedBy(),
          archive.sha256());
    }
    if (source instanceof Download.Packages packages) {
      return new Download.Packages(packages.names(), text(packages.program(), template, origin));
    }
    return source;
  }

  /** The mirror's folder holds the file under the name that it has at its publisher's. */
  static Download.Source mirrored(Download.Source source, Optional<String> mirror) {
    if (mirror.isEmpty() || !(source instanceof Download.Archive archive)) {
      return source;
    }
    String folder = mirror.get().endsWith("/") ? mirror.get() : mirror.get() + "/";
    String file = archive.url().substring(archive.url().lastIndexOf('/') + 1);
    return new Download.Archive(
        folder + file, archive.program(), archive.signedBy(), archive.sha256());
  }

  private static String text(String text, Template template, Origin origin) {
    return template.expand(text, origin).orElseThrow();
  }
}
